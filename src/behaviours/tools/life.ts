import type { Behaviour } from '../behaviour.ts';
import { marked, me, now, uuid } from '../common/own-marks.ts';
import { withFiles } from '../management/attached-files.ts';
import type { Behaviours } from '../registry.ts';
import { calendarSegmentLife } from './calendar-life.ts';
import { externalEventLife } from './external-event-life.ts';
import { feedLife } from './feed-life.ts';
import { knowbaseItemLife } from './knowbase-life.ts';
import { endsInTime, orderly, projectCostLife, projectLife, projectTaskLife } from './project-life.ts';
import { reservationLife } from './reservation-life.ts';
import { savedSearchAlertLife, savedSearchLife } from './saved-search-life.ts';
import { projectTelling, reservationTelling, taskTeamTelling } from './telling.ts';

/** Events of a planning begin and end only by `plan`, which forms send; a new one's own dates are dropped. */
const planned: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    delete input.begin;
    delete input.end;
    return true;
  },

  logsColumn: (_itemtype, column) => column !== 'begin' && column !== 'end',
};

/** Whoever copies an item is the author of its copied notes. */
const copiedByMe: Behaviour = {
  prepareClone(w, _itemtype, input) {
    input.users_id = me(w);
    input.users_id_lastupdater = me(w);
  },
};

const mine = marked({ uuid, date: now, users_id: me });

/** Life-cycle of projects, notes, reminders, reservations, articles and saved searches. */
export const toolLife: Behaviours = {
  Reminder: [mine, planned, withFiles('text')],
  PlanningExternalEvent: [mine, externalEventLife, withFiles('text')],
  ProjectTask: [projectTelling, marked({ uuid, users_id: me }), projectTaskLife, orderly, withFiles('content')],
  ProjectTaskTeam: [taskTeamTelling, { quietRelation: 'added' }],
  ProjectCost: projectCostLife,
  Notepad: [marked({ users_id: me, users_id_lastupdater: me }), copiedByMe],
  Reservation: [reservationTelling, reservationLife],
  KnowbaseItem: [knowbaseItemLife, withFiles('answer')],
  SavedSearch_Alert: savedSearchAlertLife,
  Project: [projectTelling, projectLife, orderly, withFiles('content')],
  KnowbaseItemTranslation: { quietChild: 'added' },
  ReminderTranslation: { quietChild: 'added' },
  CalendarSegment: calendarSegmentLife,
  SavedSearch: savedSearchLife,
  Holiday: endsInTime,
  RSSFeed: [marked({ users_id: me }), feedLife],
};
