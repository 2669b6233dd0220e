/** Actors of an ITIL item with how to reach them (notifications 7). */
import type { Row } from '../../database/database.ts';
import { type TagValues, under } from '../template.ts';
import { ASSIGNED, OBSERVER, type OtherPart, type Parts, REQUESTER, type UserPart } from './itil-actors.ts';
import type { Names } from './names.ts';
import { said } from './values.ts';

const userContact = ({ row, address }: UserPart): TagValues => ({
  mobile: said(row.mobile),
  phone: said(row.phone),
  phone2: said(row.phone2),
  email: address || said(row.email),
});

/** The requesters who are users. */
export const authorTags = ({ users }: Parts, names: Names): TagValues[] =>
  users
    .filter(({ role, user }) => role === REQUESTER && user > 0)
    .map((part) =>
      under('author', {
        id: String(part.user),
        name: part.name,
        location: names.of('glpi_locations', part.row.locations_id),
        title: names.of('glpi_usertitles', part.row.usertitles_id),
        category: names.of('glpi_usercategories', part.row.usercategories_id),
        ...userContact(part),
      }),
    );

const supplierContact = (row: Row): TagValues => ({
  phone: said(row.phonenumber),
  fax: said(row.fax),
  website: said(row.website),
  email: said(row.email),
  address: said(row.address),
  postcode: said(row.postcode),
  town: said(row.town),
  state: said(row.state),
  country: said(row.country),
  comments: said(row.comment),
});

/** The suppliers of an item, one after the other. */
export const supplierTags = ({ suppliers }: Parts, names: Names): TagValues[] =>
  suppliers.map((part) =>
    under('supplier', {
      id: String(part.id),
      name: part.name,
      type: names.of('glpi_suppliertypes', part.row.suppliertypes_id),
      ...supplierContact(part.row),
    }),
  );

const roleNames: Readonly<Record<number, string>> = {
  [REQUESTER]: 'requester',
  [ASSIGNED]: 'assign',
  [OBSERVER]: 'observer',
};

/** What there is to say of somebody beyond the name; what isn't known is empty. */
const contactFields = [
  'itemtype',
  'actortype',
  'id',
  'name',
  'location',
  'usertitle',
  'usercategory',
  'email',
  'mobile',
  'phone',
  'phone2',
  'fax',
  'website',
  'address',
  'postcode',
  'town',
  'state',
  'country',
  'comments',
  'suppliertype',
];

const nothing: TagValues = Object.fromEntries(contactFields.map((field) => [field, '']));

/** `<prefix>.name`, `<prefix>.phone` … of a user. */
export const contactTags = (prefix: string, part: UserPart | undefined, names: Names): TagValues =>
  under(prefix, { ...nothing, ...(part && userActor(part, names)) });

const userActor = (part: UserPart, names: Names): TagValues => ({
  itemtype: 'User',
  actortype: roleNames[part.role] ?? '',
  id: String(part.user),
  name: part.name || part.address,
  location: names.of('glpi_locations', part.row.locations_id),
  usertitle: names.of('glpi_usertitles', part.row.usertitles_id),
  usercategory: names.of('glpi_usercategories', part.row.usercategories_id),
  comments: said(part.row.comment),
  ...userContact(part),
});

/** Everybody: users, groups, suppliers. */
export function actorTags({ users, groups, suppliers }: Parts, names: Names): TagValues[] {
  const other = (itemtype: string, part: OtherPart, more: TagValues): TagValues =>
    under('actor', {
      ...nothing,
      itemtype,
      actortype: roleNames[part.role] ?? '',
      id: String(part.id),
      name: part.name,
      ...more,
    });
  return [
    ...users.map((part) => contactTags('actor', part, names)),
    ...groups.map((part) => other('Group', part, { comments: said(part.row.comment) })),
    ...suppliers.map((part) =>
      other('Supplier', part, {
        suppliertype: names.of('glpi_suppliertypes', part.row.suppliertypes_id),
        ...supplierContact(part.row),
      }),
    ),
  ];
}
