/** Classes whose names the API knows although no rows are theirs: abstract ones, and those without a table. */

const abstractClasses = [
  'AbstractITILChildTemplate',
  'CommonDBChild',
  'CommonDBConnexity',
  'CommonDBRelation',
  'CommonDBVisible',
  'CommonDCModelDropdown',
  'CommonDevice',
  'CommonDeviceModel',
  'CommonDeviceType',
  'CommonDropdown',
  'CommonITILActor',
  'CommonITILCost',
  'CommonITILObject',
  'CommonITILRecurrent',
  'CommonITILTask',
  'CommonITILValidation',
  'CommonItilObject_Item',
  'CommonTreeDropdown',
  'CommonType',
  'FQDNLabel',
  'ITILTemplate',
  'ITILTemplateField',
  'ITILTemplateHiddenField',
  'ITILTemplateMandatoryField',
  'ITILTemplatePredefinedField',
  'LevelAgreement',
  'LevelAgreementLevel',
  'NotificationSetting',
  'NotificationTargetCommonITILObject',
];

const classesWithoutTable = [
  'CleanSoftwareCron',
  'CommonITILRecurrentCron',
  'CommonImplicitTreeDropdown',
  'DBConnection',
  'IPNetmask',
  'Item_Devices',
  'NetworkPortInstantiation',
  'NetworkPortMigration',
  'NotificationEvent',
  'NotificationSettingConfig',
  'PendingReasonCron',
  'PurgeLogs',
];

/** Names of requests that are classes but nothing to answer with. */
export const classesWithoutRows: readonly string[] = [...abstractClasses, ...classesWithoutTable];
