import { itemtype as typeNamed } from '../catalog/catalog.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { personName } from '../text/user-name.ts';
import type { Behaviour, ItemReference } from './behaviour.ts';
import type { Behaviours } from './registry.ts';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The session's order of real name and first name. */
const format = (ctx: Context): number => Number(ctx.session.preferences.names_format ?? 0);

const user: Behaviour = {
  nameColumns: ['realname', 'firstname'],
  friendlyName: (ctx, _itemtype, row) =>
    personName({ login: text(row.name), realname: text(row.realname), firstname: text(row.firstname) }, format(ctx)),
};

const contact: Behaviour = {
  nameColumns: ['firstname'],
  friendlyName: (ctx, _itemtype, row) =>
    personName({ realname: text(row.name), firstname: text(row.firstname) }, format(ctx)),
  dropdownName: (_ctx, _itemtype, row) => [row.name, row.firstname].filter(Boolean).join(' '),
};

const computer: Behaviour = {
  dropdownName: (_ctx, _itemtype, row) => text(row.name) || `(${row.id})`,
};

/** The item that a row is attached to. */
const attachedTo = (row: Row): ItemReference => ({ itemtype: text(row.itemtype), id: Number(row.items_id) });

const component: Behaviour = {
  nameColumns: ['itemtype', 'items_id'],
  nameNeeds: (_itemtype, row) => [attachedTo(row)],
  friendlyName(ctx, itemtype, row, others) {
    const device = typeNamed(itemtype.name.replace(/^Item_/, ''));
    const label = ctx.translate(device?.label.singular ?? '');
    if (Number(row.items_id) === 0) return label;
    const pattern = ctx.translate('%1$s of item "%2$s"');
    const parts = [label, others.friendly(attachedTo(row))];
    return pattern.replace(/%([12])\$s/g, (_, position) => parts[position - 1]!);
  },
};

/** An operating system is called after the item that it runs on. */
const system: Behaviour = {
  nameColumns: ['itemtype', 'items_id'],
  nameNeeds: (_itemtype, row) => [attachedTo(row)],
  friendlyName(ctx, _itemtype, row, others) {
    const label = typeNamed(text(row.itemtype))?.label;
    const kind = label ? ctx.translate.plural(label.singular, label.plural, 1) : '';
    return `${kind} ${others.friendly(attachedTo(row))}`;
  },
};

const rackItem: Behaviour = {
  nameColumns: ['racks_id'],
  nameNeeds: (_itemtype, row) => [{ itemtype: 'Rack', id: Number(row.racks_id) }],
  friendlyName: (ctx, _itemtype, row, others) =>
    ctx
      .translate('Item for rack "%1$s"')
      .replace('%1$s', () => others.friendly({ itemtype: 'Rack', id: Number(row.racks_id) })),
};

/**
 * Followups and tasks are called by their source or category, and where they have none by their kind.
 * @param count the kind's label is that of so many
 */
const calledBy = (column: string, itemtype: string, count: number): Behaviour => ({
  nameColumns: [column],
  nameNeeds: (_itemtype, row) => [{ itemtype, id: Number(row[column]) }],
  friendlyName: (ctx, own, row, others) =>
    Number(row[column]) > 0
      ? others.dropdown({ itemtype, id: Number(row[column]) })
      : ctx.translate.plural(own.label.singular, own.label.plural, count),
});

/** Profile and entity, with marks for assignments by rule and for those that reach the entities below. */
const profileAssignment: Behaviour = {
  nameColumns: ['profiles_id', 'entities_id', 'is_dynamic', 'is_recursive'],
  nameNeeds: (_itemtype, row) => [
    { itemtype: 'Profile', id: Number(row.profiles_id) },
    { itemtype: 'Entity', id: Number(row.entities_id) },
  ],
  friendlyName(_ctx, _itemtype, row, others) {
    const marks = [Number(row.is_dynamic) > 0 ? 'D' : '', Number(row.is_recursive) > 0 ? 'R' : ''];
    const profile = others.dropdown({ itemtype: 'Profile', id: Number(row.profiles_id) });
    const entity = others.dropdown({ itemtype: 'Entity', id: Number(row.entities_id) });
    return [profile, entity, ...marks].filter((part) => part !== '').join(', ');
  },
};

/** How rows are called where that isn't just their name (items-read G2.3, G11). */
export const names: Behaviours = {
  User: user,
  Contact: contact,
  Computer: computer,
  Item_Devices: component,
  Item_OperatingSystem: system,
  Item_Rack: rackItem,
  Profile_User: profileAssignment,
  ITILFollowup: calledBy('requesttypes_id', 'RequestType', 2),
  CommonITILTask: calledBy('taskcategories_id', 'TaskCategory', 1),
};
