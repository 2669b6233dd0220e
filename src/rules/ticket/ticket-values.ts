/** What business rules of tickets know about a ticket beyond its input (rules 4.1, 4.2). */

import type { Input } from '../../behaviours/behaviour.ts';
import { calendarsOpenAt, clockOf } from '../../calendars/read-calendar.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';

/** An item of any type. */
export interface ItemPointer {
  readonly itemtype: string;
  readonly id: number;
}

/** What only the caller knows about its ticket. */
export interface TicketSurroundings {
  /** Ids of a key like `_users_id_requester`: those of the input, together with those the ticket has already. */
  actors(key: string): Promise<readonly number[]>;
  /** Requesters, groups … that rules appended in this run. */
  appended(key: string): readonly number[];
  /** The first item that the input names. */
  item(): ItemPointer | undefined;
  /** The row as it was, of a ticket that there is already. */
  readonly row?: Row;
}

const actorKeys = /^_(users|groups|suppliers)_id_(requester|assign|observer)$/;

/** Columns of the row that criteria see although the request didn't send them. */
const ofRow = ['global_validation', 'priority', 'slas_id_ttr', 'slas_id_tto', 'olas_id_ttr', 'olas_id_tto'];

/** Values of criteria, worked out when one asks for them. */
export class TicketValues {
  readonly #w: Writing;
  readonly #input: Input;
  readonly #around: TicketSurroundings;
  readonly #users = new Map<number, Promise<Row | undefined>>();

  constructor(w: Writing, input: Input, around: TicketSurroundings) {
    this.#w = w;
    this.#input = input;
    this.#around = around;
  }

  /** The value that a criterion looks at, now that earlier rules have run. */
  async valueOf(criterion: string): Promise<unknown> {
    if (actorKeys.test(criterion)) return this.#around.actors(criterion);
    switch (criterion) {
      case '_groups_id_of_requester':
        return this.#groupsOfRequesters();
      case '_locations_id_of_requester':
        return (await this.requester())?.locations_id;
      case 'profiles_id':
        return (await this.requester())?.profiles_id;
      case '_locations_id_of_item':
        return (await this.itemRow())?.locations_id ?? (this.#around.row ? undefined : 0);
      case '_groups_id_of_item':
        return (await this.itemRow())?.groups_id;
      case '_states_id_of_item':
        return (await this.itemRow())?.states_id;
      case 'itilcategories_id_code':
        return this.#categoryCode();
      case '_contract_types':
        return this.#contractTypes();
      case '_date_creation_calendars_id':
        return this.#calendars();
      default:
        return this.#input[criterion] ?? (ofRow.includes(criterion) ? this.#around.row?.[criterion] : undefined);
    }
  }

  /** The first requester's row. */
  async requester(): Promise<Row | undefined> {
    const [first] = await this.#requesters();
    return first === undefined ? undefined : this.#user(first);
  }

  /** The row of the first item. */
  async itemRow(): Promise<Row | undefined> {
    const item = this.#around.item();
    const type = item && catalog.itemtype(item.itemtype);
    return type && this.#w.load(type, item.id);
  }

  #user(id: number): Promise<Row | undefined> {
    let user = this.#users.get(id);
    if (!user) {
      user = this.#w.load(catalog.itemtype('User')!, id);
      this.#users.set(id, user);
    }
    return user;
  }

  async #requesters(): Promise<readonly number[]> {
    const ids = await this.#around.actors('_users_id_requester');
    return [...ids, ...this.#around.appended('_users_id_requester')].filter((id) => id > 0);
  }

  async #groupsOfRequesters(): Promise<number[]> {
    const users = await this.#requesters();
    if (users.length === 0) return [];
    const rows: Row[] = await this.#w.ctx.db
      .selectFrom('glpi_groups_users')
      .select('groups_id')
      .where('users_id', 'in', users)
      .execute();
    return [...new Set(rows.map(({ groups_id }) => Number(groups_id)))];
  }

  async #categoryCode(): Promise<unknown> {
    const category = Number(this.#input.itilcategories_id ?? this.#around.row?.itilcategories_id ?? 0);
    if (!(category > 0)) return '';
    const row = await this.#w.ctx.db
      .selectFrom('glpi_itilcategories')
      .select('code')
      .where('id', '=', category)
      .executeTakeFirst();
    return row?.code;
  }

  async #contractTypes(): Promise<number[]> {
    const { db } = this.#w.ctx;
    const given = Number(this.#input._contracts_id ?? 0);
    const ids = given > 0 ? [given] : [];
    if (this.#around.row) {
      const linked: Row[] = await db
        .selectFrom('glpi_tickets_contracts')
        .select('contracts_id')
        .where('tickets_id', '=', Number(this.#around.row.id))
        .execute();
      ids.push(...linked.map(({ contracts_id }) => Number(contracts_id)));
    }
    if (ids.length === 0) return [];
    const rows: Row[] = await db
      .selectFrom('glpi_contracts')
      .select('contracttypes_id')
      .where('id', 'in', ids)
      .execute();
    return [...new Set(rows.map(({ contracttypes_id }) => Number(contracttypes_id)).filter((id) => id > 0))];
  }

  /** Of those that can be seen in the ticket's entity. */
  async #calendars(): Promise<number[]> {
    const { ctx } = this.#w;
    const entity = Number(this.#input.entities_id ?? this.#around.row?.entities_id ?? 0);
    const creation = String(this.#around.row?.date_creation ?? ctx.now.sql);
    const above = (await ctx.site.entities.get()).ancestors(entity);
    return calendarsOpenAt(ctx, clockOf(ctx).read(creation)!, [entity, above]);
  }
}
