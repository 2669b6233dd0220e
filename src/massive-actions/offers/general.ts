/** Actions that itemtypes have by what they are (massive-actions 2), in the order of the list. */
import * as catalog from '../../catalog/catalog.ts';
import { isA } from '../../catalog/catalog.ts';
import { memberOf } from '../../catalog/lists.ts';
import { CREATE, READ, UPDATE, UPDATENOTE } from '../../rights/bits.ts';
import { canBeLoose, hasDevices, hasDocuments, hasInfocom, hasTrash, isInventoried } from './kinds.ts';
import { type Audience, both, holds, type Offer, updates } from './offer.ts';

const CLONABLE = 'Glpi\\Features\\Clonable';

/** Items of the type can be changed, or their financial information. */
const changes = ({ central, may, itemtype, have }: Audience): boolean =>
  central && (may.update || (hasInfocom(itemtype) && have('infocom', UPDATE)));

const loose = both(updates, ({ itemtype }) => canBeLoose(itemtype));
const isRelation = ({ itemtype }: Audience): boolean => isA(itemtype, 'CommonDBRelation');
const purgesAtOnce = ({ itemtype, may }: Audience): boolean => may.purge && !hasTrash(itemtype);
const seesDocuments = both(
  ({ itemtype }) => hasDocuments(itemtype),
  ({ ctx }) => ctx.rights.canClass(catalog.itemtype('Document')!, READ),
);
const hasContracts = both(({ itemtype }) => memberOf('contract_types', itemtype.name), holds('contract', UPDATE));
const isLockable = both(updates, ({ itemtype }) => isInventoried(itemtype));

const lockOffers: readonly Offer[] = [
  { key: 'Lock:unlock_component', label: 'Unlock components', who: isLockable },
  { key: 'Lock:unlock_fields', label: 'Unlock fields', who: isLockable },
];

/** Before the actions of the class. */
export const firstOffers: readonly Offer[] = [
  { key: 'MassiveAction:update', label: 'Update', who: changes },
  {
    key: 'MassiveAction:clone',
    label: 'Clone',
    who: both(changes, ({ may, itemtype }) => may.create && itemtype.traits.includes(CLONABLE)),
  },
  {
    key: 'Infocom:activate',
    label: 'Enable the financial and administrative information',
    who: both(({ itemtype }) => hasInfocom(itemtype), holds('infocom', CREATE)),
  },
  { key: 'CommonDBConnexity:unaffect', label: 'Dissociate', who: loose },
  { key: 'CommonDBConnexity:affect', label: 'Associate', who: loose },
  {
    key: 'MassiveAction:delete',
    label: 'Put in trashbin',
    who: ({ itemtype, may }) => hasTrash(itemtype) && may.delete,
  },
  {
    key: 'MassiveAction:purge',
    label: 'Delete permanently',
    who: (audience) => purgesAtOnce(audience) && !isRelation(audience),
  },
  {
    key: 'MassiveAction:purge',
    label: 'Delete permanently the relation with selected elements',
    who: both(purgesAtOnce, isRelation),
  },
  {
    key: 'MassiveAction:purge_but_item_linked',
    label: 'Delete permanently even if linked items',
    who: both(purgesAtOnce, ({ itemtype }) => isA(itemtype, 'CommonDropdown')),
  },
];

/** After the actions of the class. */
export const lastOffers: readonly Offer[] = [
  { key: 'Document_Item:add', label: 'Add a document', who: seesDocuments },
  { key: 'Document_Item:remove', label: 'Remove a document', who: seesDocuments },
  {
    key: 'Document_Item:add_item',
    label: 'Add an item',
    who: both(updates, ({ itemtype }) => isA(itemtype, 'Document')),
  },
  {
    key: 'Document_Item:remove_item',
    label: 'Remove an item',
    who: both(updates, ({ itemtype }) => isA(itemtype, 'Document')),
  },
  { key: 'Contract_Item:add', label: 'Add a contract', who: hasContracts },
  { key: 'Contract_Item:remove', label: 'Remove a contract', who: hasContracts },
  {
    key: 'MassiveAction:amend_comment',
    label: 'Amend comment',
    who: both(updates, ({ ctx, itemtype }) => ctx.site.schema.hasColumn(itemtype.table, 'comment')),
  },
  {
    key: 'MassiveAction:add_note',
    label: 'Add note',
    who: ({ itemtype, have }) => have(itemtype.right, UPDATENOTE),
  },
  ...lockOffers,
];

/** For items in the trashbin. */
export const trashOffers: readonly Offer[] = [
  {
    key: 'MassiveAction:purge_item_but_devices',
    label: 'Delete permanently but keep devices',
    who: ({ itemtype, may }) => may.purge && hasDevices(itemtype),
  },
  {
    key: 'MassiveAction:purge',
    label: 'Delete permanently and remove devices',
    who: ({ itemtype, may }) => may.purge && hasDevices(itemtype),
  },
  {
    key: 'MassiveAction:purge',
    label: 'Delete permanently',
    who: ({ itemtype, may }) => may.purge && !hasDevices(itemtype),
  },
  { key: 'MassiveAction:restore', label: 'Restore', who: ({ may }) => may.delete },
  ...lockOffers,
];
