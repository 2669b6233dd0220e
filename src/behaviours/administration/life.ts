import { soleDefault } from '../common/sole-default.ts';
import type { Behaviours } from '../registry.ts';
import { assignmentLife } from './assignment-life.ts';
import { configLife } from './config-life.ts';
import { directoryLife } from './directory-life.ts';
import { entityLife } from './entity-life.ts';
import { membershipLife } from './membership-life.ts';
import { recipientName, templateLinkName, templateTextName } from './notification-names.ts';
import { profileLife, profileRightLife } from './profile-life.ts';
import { keepsSecret } from './secrets.ts';
import { apiClientLife, fieldUnicityLife, notificationLife } from './setup-life.ts';
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
  AuthLDAP: [keepsSecret({ rootdn_passwd: '_blank_passwd' }), soleDefault(['is_default']), directoryLife],
  MailCollector: keepsSecret({ passwd: '_blank_passwd' }),
  SNMPCredential: keepsSecret({ auth_passphrase: '_blank_auth_passphrase', priv_passphrase: '_blank_priv_passphrase' }),
  NotificationTemplateTranslation: templateTextName,
  Notification: notificationLife,
  Notification_NotificationTemplate: templateLinkName,
  NotificationTarget: recipientName,
};
