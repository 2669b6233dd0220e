/** Search options of the financial and administrative information of an item. */
import type { JoinParams } from '../model.ts';
import { tableOf } from '../names.ts';
import { datePlusMonths, equalsOrNot, fixed, future, grouped } from './attributes.ts';
import { children, inOrder, itemtypeItem, join, joined, ownInfocom, through } from './joins.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

/** Financial and administrative information. `ofItem` is how it hangs on the item, `before` what stands between. */
function financialOptions(ofItem: JoinParams, ...before: readonly JoinParams[]): readonly EntryDeclaration[] {
  return [
    heading('financial', 'Financial and administrative information'),
    of('glpi_infocoms', 25, 'Immobilization number', 'immo_number', 'string', grouped, join(ofItem)),
    of('glpi_infocoms', 26, 'Order number', 'order_number', 'string', grouped, join(ofItem)),
    of('glpi_infocoms', 27, 'Delivery form', 'delivery_number', 'string', grouped, join(ofItem)),
    of('glpi_infocoms', 28, 'Invoice number', 'bill', 'string', grouped, join(ofItem)),
    of('glpi_infocoms', 37, 'Date of purchase', 'buy_date', 'date', grouped, join(ofItem)),
    of('glpi_infocoms', 38, 'Startup date', 'use_date', 'date', grouped, join(ofItem)),
    of('glpi_infocoms', 142, 'Delivery date', 'delivery_date', 'date', grouped, join(ofItem)),
    of('glpi_infocoms', 124, 'Order date', 'order_date', 'date', grouped, join(ofItem)),
    of('glpi_infocoms', 123, 'Start date of warranty', 'warranty_date', 'date', grouped, join(ofItem)),
    of('glpi_infocoms', 125, 'Date of last physical inventory', 'inventory_date', 'date', grouped, join(ofItem)),
    of(
      'glpi_budgets',
      50,
      'Budget',
      'name',
      'dropdown',
      grouped,
      join(inOrder(...before, through('glpi_infocoms', ofItem))),
    ),
    of(
      'glpi_infocoms',
      51,
      'Warranty duration',
      'warranty_duration',
      'number',
      grouped,
      { unit: 'month', max: '120', toadd: { '-1': 'Lifelong' } },
      join(ofItem),
    ),
    of('glpi_infocoms', 52, 'Warranty information', 'warranty_info', 'string', grouped, join(ofItem)),
    of(
      'glpi_infocoms',
      120,
      'Warranty expiration date',
      'end_warranty',
      'date_delay',
      fixed,
      grouped,
      future,
      datePlusMonths('warranty_date', 'warranty_duration'),
      join(ofItem),
    ),
    of(
      'glpi_suppliers',
      53,
      'Supplier',
      'name',
      'dropdown',
      grouped,
      join(inOrder(...before, through('glpi_infocoms', ofItem))),
    ),
    of('glpi_infocoms', 54, 'Value', 'value', 'decimal', grouped, join(ofItem)),
    of('glpi_infocoms', 55, 'Warranty extension value', 'warranty_value', 'decimal', grouped, join(ofItem)),
    of(
      'glpi_infocoms',
      56,
      'Amortization duration',
      'sink_time',
      'number',
      grouped,
      { max: '15', unit: 'year' },
      join(ofItem),
    ),
    of(
      'glpi_infocoms',
      57,
      'Amortization type',
      'sink_type',
      'specific',
      grouped,
      equalsOrNot,
      { searchequalsonfield: true, raw: { searchequalsonfield: 'specific' } },
      join(ofItem),
    ),
    of('glpi_infocoms', 58, 'Amortization coefficient', 'sink_coeff', 'decimal', grouped, join(ofItem)),
    of('glpi_infocoms', 59, 'Email alarms', 'alert', 'specific', grouped, join(ofItem)),
    of(
      'glpi_infocoms',
      122,
      'Comments on financial and administrative information',
      'comment',
      'text',
      grouped,
      join(ofItem),
    ),
    of(
      'glpi_businesscriticities',
      173,
      'Business criticity',
      'completename',
      'dropdown',
      grouped,
      join(inOrder(...before, through('glpi_infocoms', ofItem))),
    ),
    of('glpi_infocoms', 159, 'Decommission date', 'decommission_date', 'date', grouped, future, join(ofItem)),
  ];
}

/** Financial and administrative information of an item. */
export const infocomOptions = financialOptions(ownInfocom);

/** The same where the pieces in stock have it, not the item itself. */
export function stockInfocomOptions(pieces: string): readonly EntryDeclaration[] {
  const stock = through(tableOf(pieces), children);
  return financialOptions(joined(itemtypeItem, stock, { specific_itemtype: pieces }), stock);
}
