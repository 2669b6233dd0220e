/** Rules of assets (rules 5). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { textOf } from '../items/write/values.ts';
import type { Writing } from '../items/write/writing.ts';
import { doPlainAction, regexResult, STOP } from './action.ts';
import { Lookups } from './lookups.ts';
import { activeRules, ON_ADD, ON_UPDATE, type RuleAction } from './rule.ts';
import { runRules } from './run.ts';

const KIND = 'RuleAsset';

/** Runs the rules over what is sent for an asset; what they give goes before it. */
export const assetRules: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    await run(w, itemtype, input, Number(input.entities_id ?? 0), ON_ADD);
    return true;
  },

  async prepareUpdate(w, itemtype, row, input) {
    await run(w, itemtype, input, Number(input.entities_id ?? row.entities_id ?? 0), ON_UPDATE);
    return true;
  },
};

async function run(w: Writing, itemtype: Itemtype, input: Input, entity: number, on: number): Promise<void> {
  if (input._skip_rules !== undefined && input._skip_rules !== false) return;
  const { ctx } = w;
  const tree = await ctx.site.entities.get();
  const set = await activeRules(ctx.db, KIND, { entity, tree, on });
  if (set.rules.length === 0) return;
  const asset = new Asset(w, itemtype, input);
  const output: Input = {};
  await runRules({
    subType: KIND,
    set,
    lookups: new Lookups({ db: ctx.db, tree, translate: ctx.translate }),
    valueOf: (criterion) => asset.valueOf(criterion),
    async act(actions, captured) {
      for (const action of actions) await asset.act(action, captured, output);
      return textOf(output[STOP]) === '1';
    },
  });
  // A run that a rule ended gives nothing at all.
  if (textOf(output[STOP]) !== '1') Object.assign(input, output);
}

/** What rules know of an asset: its input, and the user whom that names. */
class Asset {
  readonly #w: Writing;
  readonly #itemtype: Itemtype;
  readonly #input: Input;
  #user: Promise<Row | undefined> | undefined;

  constructor(w: Writing, itemtype: Itemtype, input: Input) {
    this.#w = w;
    this.#itemtype = itemtype;
    this.#input = { ...input };
  }

  async valueOf(criterion: string): Promise<unknown> {
    switch (criterion) {
      case '_itemtype':
        return this.#itemtype.name;
      case '_auto':
        return this.#input._auto ?? 0;
      case '_locations_id_of_user':
        return (await this.#userRow())?.locations_id;
      case '_groups_id_of_user':
        return this.#groups();
      default:
        return this.#input[criterion];
    }
  }

  async act(action: RuleAction, captured: readonly string[], output: Input): Promise<void> {
    const { field, action_type: type } = action;
    if (field === '_affect_user_by_regex') {
      const id = await this.#userCalled(regexResult(action, captured));
      if (id !== undefined) output.users_id = id;
    } else if (type === 'fromuser') set(output, field, (await this.#userRow())?.locations_id);
    else if (type === 'defaultfromuser') set(output, field, (await this.#userRow())?.groups_id);
    else if (type === 'firstgroupfromuser') set(output, field, (await this.#groups())[0]);
    else doPlainAction(action, captured, output, this.#input);
  }

  #userRow(): Promise<Row | undefined> {
    const id = Number(this.#input.users_id ?? 0);
    if (!(id > 0)) return Promise.resolve(undefined);
    this.#user ??= this.#w.load(catalog.itemtype('User')!, id);
    return this.#user;
  }

  async #groups(): Promise<number[]> {
    const id = Number(this.#input.users_id ?? 0);
    if (!(id > 0)) return [];
    const rows: Row[] = await this.#w.ctx.db
      .selectFrom('glpi_groups_users')
      .select('groups_id')
      .where('users_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map(({ groups_id }) => Number(groups_id));
  }

  async #userCalled(login: string): Promise<number | undefined> {
    if (login === '') return undefined;
    const row = await this.#w.ctx.db.selectFrom('glpi_users').select('id').where('name', '=', login).executeTakeFirst();
    return row && Number(row.id);
  }
}

/** Nothing where the user has none. */
function set(output: Input, field: string, value: unknown): void {
  if (Number(value ?? 0) > 0) output[field] = value;
}
