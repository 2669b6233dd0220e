/** Labels of the tags of projects and their tasks (notifications 8). */
import { contactLabels, type Labels, many, one, pair, prefixed, quantity, text } from './labels.ts';

const common: Labels = {
  name: text('Name'),
  url: text('URL'),
  urldocument: text('URL'),
  entity: one('Entity', 'Entities'),
  shortentity: one('Entity', 'Entities'),
  ...prefixed('entity', contactLabels),
  father: text('Father'),
  state: (translate) => translate.context('item', 'State'),
  type: one('Type', 'Types'),
  percent: text('Percent done'),
  planstartdate: text('Planned start date'),
  planenddate: text('Planned end date'),
  realstartdate: text('Real start date'),
  realenddate: text('Real end date'),
  plannedduration: text('Planned duration'),
  effectiveduration: text('Effective duration'),
  description: text('Description'),
  comments: text('Comments'),
  creationdate: text('Creation date'),
  lastupdatedate: text('Last update'),
  action: one('Event', 'Events'),
  numberofteammembers: quantity('Number of team members'),
  numberoftasks: quantity('Number of tasks'),
  numberoflogs: pair(text('Historical'), quantity('Number of items')),
  numberofdocuments: quantity('Number of documents'),
};

const lists: Labels = {
  ...prefixed('task', {
    name: text('Name'),
    state: (translate) => translate.context('item', 'State'),
    type: one('Type', 'Types'),
    percent: text('Percent done'),
    description: text('Description'),
    comments: text('Comments'),
    creationdate: text('Creation date'),
    lastupdatedate: text('Last update'),
    planstartdate: text('Planned start date'),
    planenddate: text('Planned end date'),
    realstartdate: text('Real start date'),
    realenddate: text('Real end date'),
    plannedduration: text('Planned duration'),
    effectiveduration: text('Effective duration'),
  }),
  ...prefixed('teammember', { name: one('Team member', 'Team members'), itemtype: one('Type', 'Types') }),
  ...prefixed('cost', {
    name: text('Name'),
    comment: text('Comments'),
    datebegin: text('Begin date'),
    dateend: text('End date'),
    cost: one('Cost', 'Costs'),
    budget: one('Budget', 'Budgets'),
  }),
  ...prefixed('document', {
    id: text('ID'),
    name: one('Document', 'Documents'),
    weblink: text('Web link'),
    url: text('URL'),
    downloadurl: text('URL'),
    heading: text('Heading'),
    filename: text('File'),
  }),
};

export const projectLabels: Labels = {
  ...prefixed('project', {
    ...common,
    code: text('Code'),
    priority: text('Priority'),
    manager: one('Manager', 'Managers'),
    managergroup: text('Manager group'),
    totalcost: text('Total cost'),
    numberofcosts: text('Number of costs'),
    numberofitems: quantity('Number of items'),
  }),
  ...prefixed('item', {
    name: many('Item', 'Items'),
    itemtype: text('Item type'),
    serial: text('Serial number'),
    otherserial: text('Inventory number'),
  }),
  ...lists,
};

export const projectTaskLabels: Labels = {
  ...prefixed('projecttask', {
    ...common,
    project: one('Project', 'Projects'),
    projecturl: text('URL'),
    createbyuser: text('Writer'),
    ticketsduration: text('Tickets duration'),
    totalduration: text('Total duration'),
  }),
  ...lists,
};
