/** Rules as rows (rules 2, 3.1). */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { AnyTables, Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';

export interface RuleCriterion {
  readonly criteria: string;
  readonly condition: number;
  readonly pattern: string;
}

export interface RuleAction {
  readonly action_type: string;
  readonly field: string;
  readonly value: string;
}

/** An active rule with what it asks for. */
export interface Rule {
  readonly id: number;
  /** All criteria must be met, or one. */
  readonly matchesAll: boolean;
  readonly criteria: readonly RuleCriterion[];
}

/** When a rule of tickets and assets runs: bits of its column `condition`. */
export const ON_ADD = 1;
export const ON_UPDATE = 2;

export interface RuleSelection {
  /** The rules of an item's entity, with the recursive ones above it; all without. */
  readonly entity?: number;
  readonly tree?: EntityTree;
  /** `ON_ADD`, `ON_UPDATE`; any without. */
  readonly on?: number;
}

/** Active rules of a kind in the order in which they run, and their actions, which are read when one matches. */
export class RuleSet {
  readonly rules: readonly Rule[];
  readonly #db: Db;
  #actions: Promise<ReadonlyMap<number, readonly RuleAction[]>> | undefined;

  constructor(db: Db, rules: readonly Rule[]) {
    this.#db = db;
    this.rules = rules;
  }

  /** What a rule does, in order. */
  async actionsOf(rule: Rule): Promise<readonly RuleAction[]> {
    this.#actions ??= readActions(
      this.#db,
      this.rules.map(({ id }) => id),
    );
    return (await this.#actions).get(rule.id) ?? [];
  }
}

interface RuleRow {
  readonly id: number;
  readonly entities_id: number;
  readonly match: string | null;
  readonly criteria: string | null;
  readonly condition: number | null;
  readonly pattern: string | null;
}

/**
 * The active rules of a kind with their criteria, in one statement. Rules of entities run by the entity's level, the
 * root first, then by ranking; others by ranking.
 */
export async function activeRules(db: Db, subType: string, selection: RuleSelection = {}): Promise<RuleSet> {
  const { entity, tree, on } = selection;
  const above = entity === undefined || !tree ? [] : tree.ancestors(entity);
  const rows: RuleRow[] = await db
    .selectFrom('glpi_rules as rule')
    .leftJoin('glpi_rulecriterias as criterion', 'criterion.rules_id', 'rule.id')
    .select([
      'rule.id',
      'rule.entities_id',
      'rule.match',
      'criterion.criteria',
      'criterion.condition',
      'criterion.pattern',
    ])
    .where('rule.sub_type', '=', subType)
    .where('rule.is_active', '=', 1)
    .$if(on !== undefined, (query) => query.where((eb) => eb(eb('rule.condition', '&', on!), '!=', 0)))
    .$if(entity !== undefined, (query) => query.where((eb) => visibleIn(eb, entity!, above)))
    .orderBy('rule.ranking')
    .orderBy('rule.id')
    .orderBy('criterion.id')
    .execute();
  const rules = gathered(rows);
  if (entity === undefined)
    return new RuleSet(
      db,
      rules.map(({ rule }) => rule),
    );
  const order = [...above, entity];
  const byLevel = rules.toSorted((a, b) => order.indexOf(a.entity) - order.indexOf(b.entity));
  return new RuleSet(
    db,
    byLevel.map(({ rule }) => rule),
  );
}

function visibleIn(
  eb: ExpressionBuilder<AnyTables, string>,
  entity: number,
  above: readonly number[],
): Expression<SqlBool> {
  const own = eb('rule.entities_id', '=', entity);
  if (above.length === 0) return own;
  return eb.or([own, eb.and([eb('rule.is_recursive', '=', 1), eb('rule.entities_id', 'in', above)])]);
}

function gathered(rows: readonly RuleRow[]): { rule: Rule; entity: number }[] {
  const byRule = new Map<number, RuleRow[]>();
  for (const row of rows) {
    const group = byRule.get(row.id);
    if (group) group.push(row);
    else byRule.set(row.id, [row]);
  }
  return [...byRule].map(([id, group]) => ({
    entity: group[0]!.entities_id,
    rule: {
      id,
      matchesAll: group[0]!.match === 'AND',
      criteria: group.flatMap(({ criteria, condition, pattern }) =>
        criteria === null ? [] : [{ criteria, condition: condition ?? 0, pattern: pattern ?? '' }],
      ),
    },
  }));
}

async function readActions(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, readonly RuleAction[]>> {
  const rows: { rules_id: number; action_type: string | null; field: string | null; value: string | null }[] = await db
    .selectFrom('glpi_ruleactions')
    .select(['rules_id', 'action_type', 'field', 'value'])
    .where('rules_id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(
    ids.map((id) => [
      id,
      rows
        .filter(({ rules_id }) => rules_id === id)
        .map(({ action_type, field, value }) => ({
          action_type: action_type ?? '',
          field: field ?? '',
          value: value ?? '',
        })),
    ]),
  );
}
