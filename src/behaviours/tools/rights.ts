import type { Behaviours } from '../registry.ts';
import { knowbaseCategoryLinkRights, knowbaseCategoryRights, knowbaseRights } from './knowbase-rights.ts';
import { notepadRights } from './notepad-rights.ts';
import { feedRights, reminderRights } from './personal-rights.ts';
import { externalEventRights, recallRights, reservationItemRights, reservationRights } from './planning-rights.ts';
import { projectRights, projectTaskRights } from './project-rights.ts';
import { savedSearchRights } from './saved-search-rights.ts';

/** Rights of projects, notes, feeds, articles, the planning and reservations. */
export const toolsRights: Behaviours = {
  Reminder: reminderRights,
  RSSFeed: feedRights,
  SavedSearch: savedSearchRights,
  KnowbaseItem: knowbaseRights,
  KnowbaseItemCategory: knowbaseCategoryRights,
  KnowbaseItem_KnowbaseItemCategory: knowbaseCategoryLinkRights,
  Project: projectRights,
  ProjectTask: projectTaskRights,
  PlanningExternalEvent: externalEventRights,
  PlanningRecall: recallRights,
  Reservation: reservationRights,
  ReservationItem: reservationItemRights,
  Notepad: notepadRights,
};
