import { type EntityTree, encodedCompleteName } from '../entities/entity-tree.ts';
import type { Translate } from '../text/translations.ts';
import type { ActiveEntities, ProfileEntity } from './session.ts';

/**
 * The entities that are active after a login or a change of profile (sessions S5.3).
 * @param preferred the user's default entity; null for none
 */
export function firstActiveEntities(
  tree: EntityTree,
  assignments: readonly ProfileEntity[],
  preferred: number | null,
  translate: Translate,
): ActiveEntities | null {
  if (preferred !== null) {
    const own = assignments.find(({ id }) => id === preferred);
    if (own) return activate(tree, preferred, own.is_recursive, translate);
    if (isBelow(tree, preferred, assignments.filter(isRecursive))) return activate(tree, preferred, true, translate);
  }
  return allActiveEntities(tree, assignments, translate);
}

/** All assignments of the profile together, with what is below recursive ones (S5.3 case 3); null without any. */
export function allActiveEntities(
  tree: EntityTree,
  assignments: readonly ProfileEntity[],
  translate: Translate,
): ActiveEntities | null {
  const first = assignments[0];
  if (!first) return null;
  const ids = new Set(
    assignments.flatMap((assignment) =>
      isRecursive(assignment) ? tree.withDescendants(assignment.id) : [assignment.id],
    ),
  );
  return describe(tree, { id: first.id, recursive: true, ids: [...ids], fullStructure: true }, translate);
}

/**
 * One entity, alone or with what is below it (S10.1, S10.2). A non-recursive assignment above is enough for the entity
 * alone, as in GLPI.
 * @returns undefined when the profile doesn't reach it
 */
export function chosenEntity(
  tree: EntityTree,
  assignments: readonly ProfileEntity[],
  id: number,
  recursive: boolean,
  translate: Translate,
): ActiveEntities | undefined {
  if (!tree.get(id)) return undefined;
  if (!isBelow(tree, id, recursive ? assignments.filter(isRecursive) : assignments)) return undefined;
  return activate(tree, id, recursive, translate);
}

/**
 * The same choice in the tree as it is now (S7.5); the given object when nothing has changed.
 * @param assignments of the active profile
 */
export function refreshedEntities(
  tree: EntityTree,
  assignments: readonly ProfileEntity[],
  active: ActiveEntities,
  translate: Translate,
): ActiveEntities {
  if (!tree.get(active.id)) return active;
  const now = active.fullStructure
    ? allActiveEntities(tree, assignments, translate)!
    : active.recursive
      ? activate(tree, active.id, active.recursive, translate)
      : active;
  return sameSet(now.ids, active.ids) ? active : now;
}

function activate(tree: EntityTree, id: number, recursive: boolean | 0 | 1, translate: Translate): ActiveEntities {
  const ids = recursive ? tree.withDescendants(id) : [id];
  return describe(tree, { id, recursive, ids, fullStructure: false }, translate);
}

function describe(
  tree: EntityTree,
  active: Pick<ActiveEntities, 'id' | 'recursive' | 'ids' | 'fullStructure'>,
  translate: Translate,
): ActiveEntities {
  const entity = tree.get(active.id);
  const suffix = active.fullStructure
    ? ` (${translate('full structure')})`
    : active.recursive
      ? ` (${translate('tree structure')})`
      : '';
  return {
    ...active,
    parents: parentsOf(tree, active.ids),
    name: (entity ? encodedCompleteName(entity) : '') + suffix,
    shortName: (entity?.name ?? '') + suffix,
    all: new Set(active.ids).size === tree.ids().length,
  };
}

/** Everything above the entities that is not among them, nearest to the root first. */
function parentsOf(tree: EntityTree, ids: readonly number[]): number[] {
  const known = new Set(ids);
  const parents: number[] = [];
  for (const id of ids) {
    const above: number[] = [];
    for (let at = tree.get(id)?.parent ?? null; at !== null && !known.has(at); at = tree.get(at)?.parent ?? null) {
      known.add(at);
      above.unshift(at);
    }
    parents.push(...above);
  }
  return parents;
}

const isRecursive = ({ is_recursive }: ProfileEntity): boolean => is_recursive === 1;

/** Whether an entity is one of the assignments' or below one. */
function isBelow(tree: EntityTree, id: number, assignments: readonly ProfileEntity[]): boolean {
  const above = new Set([id, ...tree.ancestors(id)]);
  return assignments.some((assignment) => above.has(assignment.id));
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  const set = new Set(a);
  return b.every((id) => set.has(id));
}
