import type { Input } from './clients.ts';
import type { Site } from './site.ts';

/** Settings, programs that may call, lists' columns, uniqueness. */
export async function buildSetup(site: Site): Promise<void> {
  await site.change('Config', 1, {
    admin_email: 'it@holm.test',
    translate_dropdowns: 1,
    use_notifications: 1,
    notifications_mailing: 1,
  });
  await site.addAll('APIClient', [
    { name: 'Stock reader', is_active: 1, ipv4_range_start: '10.7.0.1', ipv4_range_end: '10.7.0.254', is_recursive: 1 },
    { name: 'Old program', is_active: 0 },
  ]);
  await site.add('FieldUnicity', {
    name: 'Serials of phones',
    itemtype: 'Phone',
    _fields: ['serial'],
    is_active: 1,
    action_refuse: 1,
    is_recursive: 1,
  });
  await site.add('Fieldblacklist', { name: 'No serial', field: 'serial', value: '0000', itemtype: 'Computer' });
  await site.add('MailCollector', {
    name: 'helpdesk@holm.test',
    host: '{mail.holm.test:993/imap/ssl}',
    login: 'helpdesk',
    is_active: 0,
  });
  const directory = await site.add('AuthLDAP', {
    name: 'Directory',
    host: 'ldap.holm.test',
    basedn: 'dc=holm,dc=test',
    is_active: 0,
  });
  await site.add('AuthLdapReplicate', { name: 'Second', host: 'ldap2.holm.test', authldaps_id: directory, port: 389 });
  await site.add('AuthMail', {
    name: 'Mail',
    host: 'mail.holm.test',
    connect_string: '{mail.holm.test/imap}',
    is_active: 0,
  });
  await site.add('NotificationTemplate', { name: 'Short', itemtype: 'Ticket' });
}

interface PlannedRule {
  readonly itemtype: string;
  readonly rule: Input;
  readonly criteria: readonly (readonly [criteria: string, condition: number, pattern: string | number])[];
  readonly actions: readonly (readonly [action_type: string, field: string, value: string | number])[];
}

/** Business rules, rules of assets and rights, a dictionary: each with criteria and actions. */
export async function buildRules(site: Site): Promise<void> {
  const everywhere = { entities_id: 0, is_recursive: 1, is_active: 1, match: 'AND' };
  const rules: PlannedRule[] = [
    {
      itemtype: 'RuleTicket',
      rule: { name: 'Jams are printer faults', ...everywhere, condition: 1 },
      criteria: [['name', 2, 'jam']],
      actions: [['assign', 'itilcategories_id', site.id('ITILCategory', 'Printing')]],
    },
    {
      itemtype: 'RuleTicket',
      rule: { name: 'Urgent for the field', ...everywhere, condition: 3 },
      criteria: [
        ['urgency', 0, 5],
        ['itilcategories_id', 11, site.id('ITILCategory', 'Hardware')],
      ],
      actions: [['append', '_groups_id_assign', site.id('Group', 'Field')]],
    },
    {
      itemtype: 'RuleAsset',
      rule: { name: 'Saw PCs', ...everywhere, condition: 1 },
      criteria: [['comment', 2, 'saw hall']],
      actions: [['assign', 'groups_id', site.id('Group', 'Shop floor')]],
    },
    {
      itemtype: 'RuleRight',
      rule: { name: 'Coast people', ...everywhere, entities_id: 0 },
      criteria: [['MAIL_EMAIL', 2, '@coast.test']],
      actions: [
        ['assign', 'profiles_id', 1],
        ['assign', 'entities_id', site.id('Entity', 'Coast yard')],
      ],
    },
    {
      itemtype: 'RuleDictionnaryManufacturer',
      rule: { name: 'Kobolt Inc', ...everywhere },
      criteria: [['name', 2, 'kobolt']],
      actions: [['assign', 'name', 'Kobolt']],
    },
    {
      itemtype: 'RuleSoftwareCategory',
      rule: { name: 'Planners', ...everywhere },
      criteria: [['name', 2, 'planner']],
      actions: [['assign', 'softwarecategories_id', site.id('SoftwareCategory', 'Office work')]],
    },
  ];
  for (const { itemtype, rule, criteria, actions } of rules) {
    const rules_id = await site.add(itemtype, rule);
    await site.addAll(
      'RuleCriteria',
      criteria.map(([criterion, condition, pattern]) => ({ rules_id, criteria: criterion, condition, pattern })),
    );
    await site.addAll(
      'RuleAction',
      actions.map(([action_type, field, value]) => ({ rules_id, action_type, field, value })),
    );
  }
}
