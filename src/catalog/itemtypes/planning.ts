/** Planning, calendars and pending reasons. */

import { anyUser, equalsOrNot, fixed, grouped, html } from '../parts/attributes.ts';
import {
  creationDateOption,
  entityOption,
  idOption,
  nameOption,
  noBase,
  recursiveOption,
  updateDateOption,
} from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { entityAssigned, historized, inEntities, not, silent, translatable } from '../parts/flags.ts';
import { child, dropdown, item, relation } from '../parts/kinds.ts';
import { anyItem, childOf, noCheck, owner, side } from '../parts/links.ts';
import { heading, of, own } from '../parts/option.ts';
import { standardRights } from '../parts/rights.ts';
import { clonable, inCalDav, planned } from '../parts/traits.ts';

export const planning: readonly Declaration[] = [
  dropdown('Calendar', ['Calendar', 'Calendars'], {
    right: 'calendar',
    traits: [clonable],
    flags: [inEntities, not(translatable)],
    forwardEntityTo: ['CalendarSegment'],
    cloneRelations: ['Calendar_Holiday', 'CalendarSegment'],
  }),
  child('CalendarSegment', ['Time range', 'Time ranges'], {
    flags: [inEntities],
    child: childOf('Calendar'),
    lacks: ['name'],
  }),
  relation('Calendar_Holiday', ['General', 'General'], {
    flags: [silent],
    relation: [owner('Calendar'), side('Holiday', { check: noCheck })],
  }),
  dropdown('Holiday', ['Close time', 'Close times'], {
    right: 'calendar',
    flags: [inEntities, not(translatable)],
    options: [
      own(11, 'Start', 'begin_date', 'date'),
      own(12, 'End', 'end_date', 'date'),
      own(13, 'Recurrent', 'is_perpetual', 'bool'),
    ],
  }),
  dropdown('PendingReason', ['Pending reason', 'Pending reasons'], {
    right: 'pendingreason',
    flags: [inEntities],
    lacks: ['date_mod', 'date_creation'],
    options: [
      own(200, 'Automatic follow-up frequency', 'followup_frequency', 'specific', equalsOrNot),
      own(201, 'Follow-ups before automatic resolution', 'followups_before_resolution', 'specific', equalsOrNot),
      of('glpi_itilfollowuptemplates', 202, 'Follow-up template', 'name', 'dropdown', fixed, equalsOrNot),
      of('glpi_solutiontemplates', 203, 'Solution template', 'name', 'dropdown', fixed, equalsOrNot),
    ],
  }),
  relation('PendingReason_Item', ['Item', 'Items'], { relation: [side('PendingReason'), owner(anyItem)] }),
  dropdown('PlanningEventCategory', ['Event category', 'Event categories'], {}),
  item('PlanningExternalEvent', ['External event', 'External events'], {
    right: 'externalevent',
    traits: [inCalDav, planned],
    flags: [inEntities, historized],
    rights: { ...standardRights, 1024: 'manage background events' },
    emptyValues: { is_recursive: 1, users_id: '<me>', users_id_guests: [] },
    base: noBase,
    options: [
      heading('common', 'External events'),
      nameOption,
      idOption,
      entityOption,
      own(3, 'Status', 'state', 'specific', fixed, equalsOrNot),
      own(4, 'Description', 'text', 'text', fixed, html),
      of('glpi_planningeventcategories', 5, 'Event categories', 'name', 'dropdown', grouped),
      own(6, 'Background event', 'background', 'bool'),
      own(10, 'Repeat', 'rrule', 'text'),
      updateDateOption,
      creationDateOption,
      recursiveOption,
      of('glpi_users', 70, 'User', 'name', 'dropdown', anyUser),
      own(12, 'Guests', 'users_id_guests', 'specific'),
      own(8, 'Planning start date', 'begin', 'datetime'),
      own(9, 'Planning end date', 'end', 'datetime'),
    ],
  }),
  dropdown('PlanningExternalEventTemplate', ['External events template', 'External events templates'], {
    traits: [planned],
    flags: [entityAssigned],
    base: noBase,
    options: [
      heading('common', 'External events templates'),
      nameOption,
      idOption,
      entityOption,
      own(3, 'Status', 'state', 'specific', fixed, equalsOrNot),
      own(4, 'Description', 'text', 'text', fixed, html),
      of('glpi_planningeventcategories', 5, 'Event categories', 'name', 'dropdown', grouped),
      own(6, 'Background event', 'background', 'bool'),
      own(10, 'Repeat', 'rrule', 'text'),
      updateDateOption,
      creationDateOption,
      own(11, 'Comment', 'comment', 'text', fixed),
    ],
  }),
  child('PlanningRecall', ['Planning reminder', 'Planning reminders'], {
    flags: [not(historized)],
    child: childOf(anyItem),
    lacks: ['name'],
  }),
];
