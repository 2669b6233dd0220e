import { describe, expect, it } from 'vitest';
import type { Db } from '../../src/database/database.ts';
import { type EntityTree, EntityTrees } from '../../src/entities/entity-tree.ts';
import {
  allActiveEntities,
  chosenEntity,
  firstActiveEntities,
  refreshedEntities,
} from '../../src/sessions/active-entities.ts';
import type { ProfileEntity } from '../../src/sessions/session.ts';
import { openTranslations } from '../../src/text/translations.ts';

const english = openTranslations(undefined).in('en_GB');

/** A tree of rows [id, parent, name], in order of name. */
function treeOf(...rows: [id: number, parent: number | null, name: string][]): Promise<EntityTree> {
  const names = new Map(rows.map(([id, , name]) => [id, name]));
  const parents = new Map(rows.map(([id, parent]) => [id, parent]));
  const complete = (id: number): string => {
    const parent = parents.get(id) ?? null;
    return (parent === null ? '' : `${complete(parent)} > `) + names.get(id)!;
  };
  const found = rows
    .map(([id, entities_id, name]) => ({ id, entities_id, name, completename: complete(id), level: 1 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const query = { select: () => query, orderBy: () => query, execute: async () => found };
  return new EntityTrees({ selectFrom: () => query } as unknown as Db).get();
}

/** 0 Root > { 1 HQ > { 2 IT, 3 Sales > 8 Fair }, 5 Branch > { 6 North, 7 A&#38;B } } */
const office = await treeOf(
  [0, null, 'Root'],
  [1, 0, 'HQ'],
  [2, 1, 'IT'],
  [3, 1, 'Sales'],
  [8, 3, 'Fair'],
  [5, 0, 'Branch'],
  [6, 5, 'North'],
  [7, 5, 'A&#38;B'],
);

const on = (id: number, is_recursive: 0 | 1): ProfileEntity => ({ id, name: '', is_recursive });

describe('the order of entities', () => {
  it("is that of GLPI's index: children by name, deeper levels by their parent's id", () => {
    expect(office.withDescendants(0)).toEqual([0, 5, 1, 2, 3, 7, 6, 8]);
  });
});

describe('active entities after a login (sessions S5.3)', () => {
  it.each([
    ['the preferred one of the assignments', [on(2, 0), on(5, 1)], 5, { id: 5, recursive: 1, ids: [5, 7, 6] }],
    ['the preferred one, not recursive', [on(2, 0), on(5, 1)], 2, { id: 2, recursive: 0, ids: [2] }],
    ['the preferred one below a recursive assignment', [on(1, 1)], 3, { id: 3, recursive: true, ids: [3, 8] }],
    ['all, when the preferred one is below a non-recursive one', [on(1, 0)], 3, { id: 1, recursive: true, ids: [1] }],
    ['all, when nothing is preferred', [on(2, 0), on(5, 1)], null, { id: 2, recursive: true, ids: [2, 5, 7, 6] }],
  ])('are %s', (_, assignments, preferred, wanted) => {
    expect(firstActiveEntities(office, assignments, preferred, english)).toMatchObject(wanted);
  });

  it('are none without assignments', () => expect(firstActiveEntities(office, [], 0, english)).toBeNull());

  it('have names, encoded, that say how far they reach (S8.3)', () => {
    const names = (assignments: ProfileEntity[], preferred: number | null) => {
      const active = firstActiveEntities(office, assignments, preferred, english)!;
      return [active.name, active.shortName, active.all, active.parents];
    };
    expect(names([on(0, 1)], 0)).toEqual(['Root (tree structure)', 'Root (tree structure)', true, []]);
    expect(names([on(7, 0)], 7)).toEqual(['Root &#62; Branch &#62; A&#38;B', 'A&#38;B', false, [0, 5]]);
    expect(names([on(7, 0), on(2, 0)], null)).toEqual([
      'Root &#62; Branch &#62; A&#38;B (full structure)',
      'A&#38;B (full structure)',
      false,
      [0, 5, 1],
    ]);
  });
});

describe('choosing entities (sessions S10.2)', () => {
  it.each([
    [on(1, 1), 1, true, true],
    [on(1, 1), 8, true, true],
    [on(1, 1), 5, false, false],
    [on(1, 1), 0, false, false],
    [on(1, 0), 1, false, true],
    [on(1, 0), 1, true, false],
    // Even a non-recursive assignment above is enough for one entity alone.
    [on(0, 0), 6, false, true],
    [on(0, 1), 99, false, false],
    [on(0, 1), -1, false, false],
  ])('from %o: %i, recursive %s: %s', (assignment, id, recursive, allowed) => {
    expect(chosenEntity(office, [assignment], id, recursive, english) !== undefined).toBe(allowed);
  });
});

describe('a tree that changed (sessions S7.5)', () => {
  it('shows in sessions that reach below', async () => {
    const grown = await treeOf([0, null, 'Root'], [1, 0, 'HQ'], [5, 0, 'Branch'], [9, 1, 'New']);
    const small = await treeOf([0, null, 'Root'], [1, 0, 'HQ'], [5, 0, 'Branch']);
    const recursive = chosenEntity(small, [on(0, 1)], 1, true, english)!;
    expect(refreshedEntities(small, [on(0, 1)], recursive, english)).toBe(recursive);
    expect(refreshedEntities(grown, [on(0, 1)], recursive, english)).toMatchObject({ recursive: true, ids: [1, 9] });
    const alone = chosenEntity(small, [on(0, 1)], 1, false, english)!;
    expect(refreshedEntities(grown, [on(0, 1)], alone, english)).toBe(alone);
    const all = allActiveEntities(small, [on(1, 1), on(5, 1)], english)!;
    expect(refreshedEntities(grown, [on(1, 1), on(5, 1)], all, english).ids).toEqual([1, 9, 5]);
    const gone = chosenEntity(grown, [on(0, 1)], 9, true, english)!;
    expect(refreshedEntities(small, [on(0, 1)], gone, english)).toBe(gone);
  });
});
