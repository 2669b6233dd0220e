import type { Behaviours } from '../registry.ts';
import { assignmentLife } from './assignment-life.ts';
import { configLife } from './config-life.ts';
import { entityLife } from './entity-life.ts';
import { membershipLife } from './membership-life.ts';
import { recipientName, templateLinkName, templateTextName } from './notification-names.ts';
import { profileLife, profileRightLife } from './profile-life.ts';
import { apiClientLife, fieldUnicityLife } from './setup-life.ts';
import { userEmailLife } from './user-addresses.ts';
import { userLife } from './user-life.ts';

/** Life-cycle of users, entities, profiles and settings. */
export const administrationLife: Behaviours = {
  Entity: entityLife,
  User: userLife,
  UserEmail: userEmailLife,
  Profile: profileLife,
  ProfileRight: profileRightLife,
  Profile_User: assignmentLife,
  FieldUnicity: fieldUnicityLife,
  Group_User: membershipLife,
  APIClient: apiClientLife,
  Config: configLife,
  NotificationTemplateTranslation: templateTextName,
  Notification_NotificationTemplate: templateLinkName,
  NotificationTarget: recipientName,
};
