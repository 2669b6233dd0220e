import type { Behaviours } from '../registry.ts';
import { entityRights } from './entity-rights.ts';
import { profileRights, profileUserRights, userEmailRights } from './profile-rights.ts';
import {
  configRights,
  madeByAnybody,
  madeByUpdate,
  neverDeleted,
  notificationRights,
  notificationTargetRights,
  purgedByUpdate,
} from './settings-rights.ts';
import { userRights } from './user-rights.ts';

/** Rights of users, profiles, entities and settings. */
export const administrationRights: Behaviours = {
  User: userRights,
  UserEmail: userEmailRights,
  Profile: profileRights,
  Profile_User: profileUserRights,
  Entity: entityRights,
  Config: configRights,
  NotificationSetting: configRights,
  Notification: notificationRights,
  NotificationTarget: notificationTargetRights,
  NotificationTemplate: madeByUpdate,
  APIClient: madeByUpdate,
  AuthLDAP: madeByUpdate,
  AuthLdapReplicate: madeByUpdate,
  AuthMail: madeByUpdate,
  Blacklist: madeByUpdate,
  BlacklistedMailContent: madeByUpdate,
  FieldUnicity: madeByUpdate,
  Fieldblacklist: madeByUpdate,
  MailCollector: madeByUpdate,
  SsoVariable: madeByUpdate,
  CronTask: neverDeleted,
  RefusedEquipment: purgedByUpdate,
  QueuedNotification: madeByAnybody,
};
