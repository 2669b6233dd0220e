/** Actions that link an item to what the input names, each in its own words (massive-actions 4.2). */

import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { textOf } from '../../items/write/values.ts';
import { PURGE, UPDATE } from '../../rights/bits.ts';
import { FAILED, type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';
import { itemLink } from '../shown-item.ts';

const relation = (name: string): Itemtype => catalog.itemtype(name)!;

/** Makes the link if the session may; its id. */
async function addLink({ w }: OneItem, name: string, input: Input): Promise<number | undefined> {
  if (!(await w.ctx.rights.canCreate(relation(name), input))) return undefined;
  return w.add(relation(name), input);
}

function linksOf({ w }: OneItem, name: string, wanted: Input): Promise<Row[]> {
  const { table, indexName } = relation(name);
  let query = w.ctx.db.selectFrom(table).selectAll();
  for (const [column, value] of Object.entries(wanted)) query = query.where(column, '=', value);
  return query.orderBy(indexName).execute();
}

const addToAppliance: MassiveAction = {
  key: 'Appliance:add_item',
  starts: ({ input }) => phpIntval(input.appliances_id) > 0,
  async apply(item) {
    const input = {
      appliances_id: phpIntval(item.input.appliances_id),
      itemtype: item.itemtype.name,
      items_id: item.id,
    };
    if ((await linksOf(item, 'Appliance_Item', input)).length > 0) return FAILED;
    return (await addLink(item, 'Appliance_Item', input)) === undefined ? FAILED : OK;
  },
};

const addToLicense: MassiveAction = {
  key: 'Item_SoftwareLicense:add_item',
  starts: ({ input }) => input.itemtype !== undefined && input.items_id !== undefined,
  async apply(item) {
    const input = {
      softwarelicenses_id: item.id,
      itemtype: textOf(item.input.itemtype),
      items_id: phpIntval(item.input.items_id),
    };
    return (await addLink(item, 'Item_SoftwareLicense', input)) === undefined ? item.refuse('action') : OK;
  },
};

/** The form's fields that this one needs never come through the API. */
const installVersion: MassiveAction = { key: 'Item_SoftwareVersion:add', apply: async () => FAILED };

const updateSystem: MassiveAction = {
  key: 'Item_OperatingSystem:update',
  async apply(item) {
    const { w, itemtype, id, input } = item;
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const systems = relation('Item_OperatingSystem');
    const columns = w.ctx.site.schema.table(systems.table)?.columns;
    const own = new Set(['id', 'itemtype', 'items_id', 'entities_id', 'is_recursive']);
    const values = Object.fromEntries(Object.entries(input).filter(([name]) => columns?.has(name) && !own.has(name)));
    const [existing] = await linksOf(item, systems.name, { itemtype: itemtype.name, items_id: id });
    if (existing) {
      return (await w.update(systems, Number(existing.id), values)) ? OK : item.refuse('action');
    }
    const added = await addLink(item, systems.name, { itemtype: itemtype.name, items_id: id, ...values });
    return added === undefined ? item.refuse('action') : OK;
  },
};

const leaveRack: MassiveAction = {
  key: 'Item_Rack:delete',
  async apply(item) {
    const { w, itemtype, id } = item;
    const rows = await linksOf(item, 'Item_Rack', { itemtype: itemtype.name, items_id: id });
    if (rows.length === 0) return undefined;
    await item.load();
    for (const row of rows) {
      if (!(await w.ctx.rights.canItem(relation('Item_Rack'), row, PURGE))) return item.refuse('right');
      if (!(await w.delete(relation('Item_Rack'), row, { force: true }))) return item.refuse('action');
    }
    return OK;
  },
};

const installDomain: MassiveAction = {
  key: 'Domain:install',
  starts: ({ input }) => input.typeitem !== undefined && input.item_item !== undefined,
  async apply(item) {
    const input = {
      domains_id: item.id,
      itemtype: textOf(item.input.typeitem),
      items_id: phpIntval(item.input.item_item),
    };
    if (!(await item.load())) return item.refuse('missing');
    return (await addLink(item, 'Domain_Item', input)) === undefined ? item.refuse('action') : OK;
  },
};

/** GLPI takes the link away and says that it failed; so does this, in the same breath. */
const uninstallDomain: MassiveAction = {
  key: 'Domain:uninstall',
  starts: ({ input }) => input.typeitem !== undefined && input.item_item !== undefined,
  async apply(item) {
    const { w } = item;
    const rows = await linksOf(item, 'Domain_Item', {
      domains_id: item.id,
      itemtype: textOf(item.input.typeitem),
      items_id: phpIntval(item.input.item_item),
    });
    for (const row of rows) {
      if (!(await w.ctx.rights.canItem(relation('Domain_Item'), row, PURGE))) return item.refuse('right');
      await w.delete(relation('Domain_Item'), row, { force: true });
    }
    return { ...(await item.refuse('action')), keep: true };
  },
};

const addTemplate: MassiveAction = {
  key: 'Notification:add_template',
  starts: ({ input }) => input.mode !== undefined && phpIntval(input.notificationtemplates_id) > 0,
  async apply(item) {
    const { w, input } = item;
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const templates = relation('NotificationTemplate');
    const template = await w.load(templates, phpIntval(input.notificationtemplates_id));
    if (!template) return item.refuse('missing');
    if (template.itemtype !== row.itemtype) {
      const verdict = await item.refuse('compatibility');
      const link = await itemLink(w, { itemtype: templates, row: template });
      return { ...verdict, messages: verdict.messages.map((message) => `${message} (${link})`) };
    }
    const added = await addLink(item, 'Notification_NotificationTemplate', {
      notifications_id: item.id,
      mode: textOf(input.mode),
      notificationtemplates_id: Number(template.id),
    });
    return added === undefined ? item.refuse('action') : OK;
  },
};

const removeTemplates: MassiveAction = {
  key: 'Notification:remove_all_template',
  async apply(item) {
    const { w } = item;
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const links = relation('Notification_NotificationTemplate');
    for (const row of await linksOf(item, links.name, { notifications_id: item.id })) {
      await w.delete(links, row, { force: true });
    }
    return OK;
  },
};

const addHoliday: MassiveAction = {
  key: 'Calendar:addholiday',
  starts: ({ input }) => phpIntval(input.holidays_id) > 0,
  async apply(item) {
    if (!(await item.load())) return item.refuse('missing');
    const input = { calendars_id: item.id, holidays_id: phpIntval(item.input.holidays_id) };
    const { w } = item;
    if (!(await w.ctx.rights.canCreate(relation('Calendar_Holiday'), input))) return item.refuse('right');
    return (await w.add(relation('Calendar_Holiday'), input)) === undefined ? item.refuse('action') : OK;
  },
};

/** By the class whose items they are for. */
export const linkActions: Readonly<Record<string, readonly MassiveAction[]>> = {
  CommonDBTM: [addToAppliance, installVersion, updateSystem, leaveRack],
  SoftwareLicense: [addToLicense],
  Domain: [installDomain, uninstallDomain],
  Notification: [addTemplate, removeTemplates],
  Calendar: [addHoliday],
};
