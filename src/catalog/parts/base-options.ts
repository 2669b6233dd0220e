/** The first search options of each family (search 4.3, step 1). */
import { by, commented, equalsOnly, equalsOrNot, fixed, grouped, unsortable } from './attributes.ts';
import type { BaseContext, BaseForm } from './facts.ts';
import { children, itemtypeItem, join, through } from './joins.ts';
import { locationOptions } from './location-options.ts';
import { type EntryDeclaration, heading, of, own } from './option.ts';

export const characteristics = heading('common', 'Characteristics');
export const nameOption = own(1, 'Name', 'name', 'itemlink', fixed);
export const idOption = own(2, 'ID', 'id', 'number', fixed);
export const commentOption = own(16, 'Comments', 'comment', 'text');
export const updateDateOption = own(19, 'Last update', 'date_mod', 'datetime', fixed);
export const creationDateOption = own(121, 'Creation date', 'date_creation', 'datetime', fixed);
export const entityOption = of('glpi_entities', 80, 'Entity', 'completename', 'dropdown');
export const fixedEntityOption = of('glpi_entities', 80, 'Entity', 'completename', 'dropdown', fixed);
export const recursiveOption = own(86, 'Child entities', 'is_recursive', 'bool');
export const fixedRecursiveOption = own(86, 'Child entities', 'is_recursive', 'bool', fixed);
export const activeOption = own(8, 'Active', 'is_active', 'bool');
export const manufacturerOption = of('glpi_manufacturers', 23, 'Manufacturer', 'name', 'dropdown');

/** Projects an asset belongs to. */
const projectOption = of(
  'glpi_projects',
  450,
  'Project',
  'name',
  'dropdown',
  fixed,
  equalsOrNot,
  join({ jointype: 'items_id' }, through('glpi_items_projects', itemtypeItem)),
);

/** No options but the declaration's own. */
export const noBase: BaseForm = () => [];

/** Any item: name and recursion. */
export const itemBase: BaseForm = (type) => [
  characteristics,
  ...(type.has('name') ? [nameOption] : []),
  ...(type.has('is_recursive') ? [own(86, 'Child entities', 'is_recursive', 'bool', equalsOnly)] : []),
  ...(type.isIn('project_asset_types') ? [projectOption] : []),
];

/** Flat dropdowns. */
export const dropdownBase: BaseForm = (type) => [
  characteristics,
  nameOption,
  idOption,
  ...(type.has('product_number') ? [own(3, 'Product number', 'product_number', '')] : []),
  ...dropdownEnd(type),
];

/** Tree dropdowns: the name is the complete one, and there is a father. */
export const treeBase: BaseForm = (type) => [
  characteristics,
  own(1, 'Complete name', 'completename', 'itemlink', fixed),
  idOption,
  own(14, 'Name', 'name', 'itemlink'),
  own(13, 'Father', 'completename', 'dropdown', fixed, join({ condition: ['SQL:1=1'] })),
  ...dropdownEnd(type),
];

function dropdownEnd(type: BaseContext): EntryDeclaration[] {
  return [
    ...(type.has('comment') ? [commentOption] : []),
    ...(type.entityAssign ? [fixedEntityOption] : []),
    ...(type.maybeRecursive ? [recursiveOption] : []),
    ...(type.has('date_mod') ? [updateDateOption] : []),
    ...(type.has('date_creation') ? [creationDateOption] : []),
  ];
}

/** Hardware models that components are instances of. */
export const deviceBase: BaseForm = (type) => [
  characteristics,
  own(1, 'Name', 'designation', 'itemlink', fixed),
  idOption,
  manufacturerOption,
  commentOption,
  updateDateOption,
  creationDateOption,
  ...(type.entityAssign ? [entityOption] : []),
];

/** Components of an item. */
export const itemDeviceBase: BaseForm = (type) => {
  const device = type.relation?.[1].itemtype ?? '';
  const { singular } = type.labelsOf(device);
  return [
    characteristics,
    own(1, 'ID', 'id', 'itemlink', fixed),
    of(
      type.tableOf(device),
      4,
      singular,
      'designation',
      'itemlink',
      grouped,
      fixed,
      join(through(type.table, children)),
    ),
    ...locationOptions,
    own(5, 'Associated elements', 'items_id', 'specific', commented, unsortable, { additionalfields: ['itemtype'] }),
    own(6, 'Associated item types', 'itemtype', 'itemtypename', unsortable, { itemtype_list: 'itemdevices_types' }),
  ];
};

/** Links between two classes: the ids of both sides where the side is one class. */
export const relationBase: BaseForm = (type) => [
  characteristics,
  idOption,
  ...(type.relation ?? []).flatMap((end, index) =>
    end.itemtype.startsWith('itemtype')
      ? []
      : [
          of(
            type.tableOf(end.itemtype),
            3 + index,
            type.labelsOf(end.itemtype).plural,
            'id',
            'text',
            fixed,
            by(end.itemsId),
          ),
        ],
  ),
];

/** Rules: no heading. */
export const ruleBase: BaseForm = () => [
  nameOption,
  idOption,
  own(3, 'Ranking', 'ranking', 'number', fixed),
  own(4, 'Description', 'description', 'text'),
  own(5, 'Logical operator', 'match', 'specific', fixed),
  activeOption,
  commentOption,
  own(122, 'Subtype', 'sub_type', 'text'),
  fixedEntityOption,
  fixedRecursiveOption,
  updateDateOption,
  creationDateOption,
];
