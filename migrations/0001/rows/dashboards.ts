// biome-ignore-all format: the cards are packed, so that they are seen at a glance
import { createHash } from 'node:crypto';
import type { Rows } from '../rows.ts';

/** Dashboard, card, place and size on the grid, colour, kind of chart; then gradient and number of values where they are kept. */
const cards: [
  dashboard: number, card: string, x: number, y: number, width: number, height: number,
  color: string, widgettype: string, gradient?: number, limit?: number,
][] = [
  [1, 'bn_count_Computer', 3, 0, 3, 2, '#e69393', 'bigNumber', 0, 7],
  [1, 'bn_count_Software', 0, 0, 3, 2, '#aaddac', 'bigNumber', 0, 7],
  [1, 'bn_count_Rack', 6, 2, 3, 2, '#0e87a0', 'bigNumber', 0, 7],
  [1, 'bn_count_SoftwareLicense', 0, 2, 3, 2, '#27ab3c', 'bigNumber', 0, 7],
  [1, 'bn_count_Monitor', 3, 2, 3, 2, '#b52d30', 'bigNumber', 0, 7],
  [1, 'bn_count_Ticket', 14, 7, 3, 2, '#ffdc64', 'bigNumber', 0, 7],
  [1, 'bn_count_Problem', 20, 7, 3, 2, '#f08d7b', 'bigNumber', 0, 7],
  [1, 'count_Computer_Manufacturer', 0, 4, 5, 4, '#f8faf9', 'donut', 1, 5],
  [1, 'top_ticket_user_requester', 14, 9, 6, 5, '#f9fafb', 'hbar', 1, 5],
  [1, 'bn_count_tickets_late', 17, 7, 3, 2, '#f8911f', 'bigNumber', 0, 7],
  [1, 'ticket_status', 14, 0, 12, 7, '#fafafa', 'stackedbars', 0, 12],
  [1, 'top_ticket_ITILCategory', 20, 9, 6, 5, '#fbf9f9', 'hbar', 1, 5],
  [1, 'bn_count_Printer', 9, 2, 3, 2, '#365a8f', 'bigNumber', 0, 7],
  [1, 'bn_count_Phone', 9, 0, 3, 2, '#d5e1ec', 'bigNumber', 0, 7],
  [1, 'bn_count_Change', 23, 7, 3, 2, '#cae3c4', 'bigNumber', 0, 7],
  [1, 'bn_count_Group', 4, 8, 4, 2, '#e0e0e0', 'bigNumber', 0, 7],
  [1, 'bn_count_Profile', 4, 10, 4, 2, '#e0e0e0', 'bigNumber', 0, 7],
  [1, 'bn_count_Supplier', 8, 8, 3, 2, '#c9c9c9', 'bigNumber', 0, 7],
  [1, 'bn_count_KnowbaseItem', 8, 10, 3, 2, '#c9c9c9', 'bigNumber', 0, 7],
  [1, 'bn_count_Entity', 0, 10, 4, 2, '#f9f9f9', 'bigNumber', 0, 7],
  [1, 'bn_count_Document', 11, 8, 3, 2, '#b4b4b4', 'bigNumber', 0, 7],
  [1, 'bn_count_Project', 11, 10, 3, 2, '#b3b3b3', 'bigNumber', 0, 7],
  [1, 'bn_count_NetworkEquipment', 6, 0, 3, 2, '#bfe7ea', 'bigNumber', 0, 7],
  [1, 'bn_count_User', 0, 8, 4, 2, '#fafafa', 'bigNumber', 0, 7],
  [1, 'count_Monitor_MonitorModel', 5, 4, 5, 4, '#f5fafa', 'donut', 1, 5],
  [1, 'count_NetworkEquipment_State', 10, 4, 4, 4, '#f5f3ef', 'donut', 1, 5],
  [2, 'bn_count_Computer', 0, 0, 4, 3, '#f3d0d0', 'bigNumber'],
  [2, 'bn_count_Software', 4, 0, 4, 3, '#d1f1a8', 'bigNumber'],
  [2, 'bn_count_Printer', 8, 3, 4, 3, '#5da8d6', 'bigNumber'],
  [2, 'bn_count_PDU', 12, 3, 4, 3, '#ffb62f', 'bigNumber'], [2, 'bn_count_Rack', 12, 0, 4, 3, '#f7d79a', 'bigNumber'],
  [2, 'bn_count_Phone', 16, 3, 4, 3, '#a0cec2', 'bigNumber'],
  [2, 'bn_count_Enclosure', 16, 0, 4, 3, '#d7e8e4', 'bigNumber'],
  [2, 'bn_count_NetworkEquipment', 8, 0, 4, 3, '#c8dae4', 'bigNumber'],
  [2, 'bn_count_SoftwareLicense', 4, 3, 4, 3, '#9bc06b', 'bigNumber', 0, 7],
  [2, 'bn_count_Monitor', 0, 3, 4, 3, '#dc6f6f', 'bigNumber', 0, 7],
  [2, 'count_Computer_Manufacturer', 4, 6, 4, 4, '#f3f5f1', 'hbar', 1, 5],
  [2, 'count_Computer_State', 0, 6, 4, 4, '#fbf7f7', 'donut', 1, 5],
  [2, 'count_Computer_ComputerType', 8, 6, 4, 4, '#f5f9fa', 'donut', 1, 5],
  [2, 'count_NetworkEquipment_Manufacturer', 12, 6, 4, 4, '#fcf8ed', 'hbar', 0, 5],
  [2, 'count_Monitor_Manufacturer', 16, 6, 4, 4, '#f9fbfb', 'donut', 1, 5],
  [3, 'bn_count_Ticket', 0, 0, 3, 2, '#ffdc64', 'bigNumber', 0, 7],
  [3, 'bn_count_Problem', 0, 4, 3, 2, '#f0967b', 'bigNumber', 0, 7],
  [3, 'bn_count_Change', 0, 6, 3, 2, '#cae3c4', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_late', 0, 2, 3, 2, '#f8911f', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_incoming', 3, 6, 3, 2, '#a0e19d', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_closed', 9, 8, 3, 2, '#515151', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_assigned', 6, 6, 3, 2, '#eaf5f7', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_solved', 9, 6, 3, 2, '#d8d8d8', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_waiting', 3, 8, 3, 2, '#ffcb7d', 'bigNumber', 0, 7],
  [3, 'bn_count_TicketRecurrent', 0, 8, 3, 2, '#fafafa', 'bigNumber', 0, 7],
  [3, 'bn_count_tickets_planned', 6, 8, 3, 2, '#6298d5', 'bigNumber', 0, 7],
  [3, 'top_ticket_ITILCategory', 12, 6, 4, 4, '#f1f5ef', 'donut', 1, 7],
  [3, 'top_ticket_RequestType', 16, 6, 4, 4, '#f9fafb', 'hbar', 1, 4],
  [3, 'top_ticket_Entity', 20, 6, 4, 4, '#f7f1f0', 'donut', 1, 7],
  [3, 'ticket_evolution', 3, 0, 12, 6, '#f3f7f8', 'areas', 0, 12],
  [3, 'ticket_status', 15, 0, 11, 6, '#f7f3f2', 'stackedbars', 0, 12],
  [4, 'bn_count_tickets_closed', 24, 0, 4, 2, '#fafafa', 'bigNumber', 0, 7],
  [4, 'bn_count_Ticket', 0, 0, 4, 2, '#ffd957', 'bigNumber', 0, 7],
  [4, 'bn_count_tickets_incoming', 4, 0, 4, 2, '#6fd169', 'bigNumber', 0, 7],
  [4, 'bn_count_tickets_waiting', 8, 0, 4, 2, '#ffcb7d', 'bigNumber', 0, 7],
  [4, 'bn_count_tickets_assigned', 12, 0, 4, 2, '#eaf4f7', 'bigNumber', 0, 7],
  [4, 'bn_count_tickets_planned', 16, 0, 4, 2, '#6298d5', 'bigNumber', 0, 7],
  [4, 'bn_count_tickets_solved', 20, 0, 4, 2, '#d7d7d7', 'bigNumber', 0, 7],
];

/** A stable name for a card's place, in the form of a random one. */
function gridstackId(card: string, index: number): string {
  const hex = createHash('md5').update(`${index} ${card}`).digest('hex');
  return `${card}_${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** The dashboards of GLPI's own pages. */
export const dashboardRows: Rows[] = [
  {
    table: 'glpi_dashboards_dashboards',
    columns: 'key, name, context',
    rows: [
      ['central', 'Central', 'core'], ['assets', 'Assets', 'core'], ['assistance', 'Assistance', 'core'],
      ['mini_tickets', 'Mini tickets dashboard', 'mini_core'],
    ],
  },
  {
    table: 'glpi_dashboards_items',
    columns: 'dashboards_dashboards_id, gridstack_id, card_id, x, y, width, height, card_options',
    rows: cards.map(([dashboard, card, x, y, width, height, color, widgettype, gradient, limit], index) => [
      dashboard, gridstackId(card, index), card, x, y, width, height,
      JSON.stringify({ color, widgettype, ...(gradient === undefined ? {} : { use_gradient: String(gradient), limit: String(limit) }) }),
    ]),
  },
];
