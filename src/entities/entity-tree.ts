import type { Db } from '../database/database.ts';

export interface EntityNode {
  readonly id: number;
  readonly name: string;
  readonly completename: string;
  /** Null for the root entity. */
  readonly parent: number | null;
  readonly level: number;
}

/** The complete name as sessions show it: names are stored encoded, the signs between them aren't (sessions S8.3). */
export const encodedCompleteName = ({ completename }: EntityNode): string =>
  completename.replace(/[<>]|&(?!#?[a-z0-9]+;)/gi, (character) => `&#${character.charCodeAt(0)};`);

/** The tree of entities as it was at one moment. */
export interface EntityTree {
  get(id: number): EntityNode | undefined;
  /** Every id. */
  ids(): readonly number[];
  /**
   * The entity itself and everything below it, level by level: its children by name, further levels by the parent's id
   * and then by name, as GLPI's index gives them.
   */
  withDescendants(id: number): readonly number[];
  /** Everything above the entity, the root first; without itself. */
  ancestors(id: number): readonly number[];
}

const FRESH_FOR = 1000;

/** Reads the tree at most once a second (sessions S7.5: a new entity is visible at once to recursive sessions). */
export class EntityTrees {
  readonly #db: Db;
  readonly #outside: EntityTrees | undefined;
  #current: Promise<EntityTree> | undefined;
  #readAt = 0;
  /** The tree of `#current`, once it has been read. */
  #known: EntityTree | undefined;

  constructor(db: Db, outside?: EntityTrees) {
    this.#db = db;
    this.#outside = outside;
    if (outside !== undefined && outside.#known !== undefined && outside.#isFresh()) {
      this.#current = Promise.resolve(outside.#known);
      this.#readAt = outside.#readAt;
    }
  }

  /**
   * The trees for a transaction, which reads through its own connection: were it to wait for another one while it holds
   * one, enough of them at once would wait for each other.
   */
  within(transaction: Db): EntityTrees {
    return new EntityTrees(transaction, this);
  }

  /** The tree, not older than a second. */
  get(): Promise<EntityTree> {
    if (!this.#current || !this.#isFresh()) {
      this.#readAt = performance.now();
      this.#known = undefined;
      const reading = readTree(this.#db);
      this.#current = reading;
      reading.then(
        (tree) => {
          if (this.#current === reading) this.#known = tree;
        },
        () => this.forget(),
      );
    }
    return this.#current;
  }

  /** After a write of our own to `glpi_entities`: the next `get` reads again. */
  forget(): void {
    this.#current = undefined;
    this.#known = undefined;
    this.#outside?.forget();
  }

  #isFresh(): boolean {
    return performance.now() - this.#readAt <= FRESH_FOR;
  }
}

async function readTree(db: Db): Promise<EntityTree> {
  const rows: {
    id: number;
    name: string | null;
    completename: string | null;
    entities_id: number | null;
    level: number;
  }[] = await db
    .selectFrom('glpi_entities')
    .select(['id', 'name', 'completename', 'entities_id', 'level'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const nodes = new Map<number, EntityNode>();
  const children = new Map<number, number[]>();
  for (const row of rows) {
    const parent = row.id === 0 ? null : (row.entities_id ?? 0);
    nodes.set(row.id, {
      id: row.id,
      name: row.name ?? '',
      completename: row.completename ?? '',
      parent,
      level: row.level,
    });
    if (parent !== null) {
      const siblings = children.get(parent);
      if (siblings) siblings.push(row.id);
      else children.set(parent, [row.id]);
    }
  }
  return {
    get: (id) => nodes.get(id),
    ids: () => [...nodes.keys()],
    withDescendants(id) {
      const found: number[] = [];
      const seen = new Set<number>();
      for (let level = [id]; level.length > 0; ) {
        // A tree that GLPI's pages left in a circle must not hang us.
        const fresh = level.filter((each) => !seen.has(each));
        for (const each of fresh) seen.add(each);
        found.push(...fresh);
        level = fresh.sort((a, b) => a - b).flatMap((each) => children.get(each) ?? []);
      }
      return found;
    },
    ancestors(id) {
      const found: number[] = [];
      for (
        let at = nodes.get(id)?.parent ?? null;
        at !== null && !found.includes(at);
        at = nodes.get(at)?.parent ?? null
      ) {
        found.unshift(at);
      }
      return found;
    },
  };
}
