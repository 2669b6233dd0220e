import type { Site } from './site.ts';

/** The password that every user of the company gets. */
export const PASSWORD = 'Sågverk & co: 4711';
/** The API token of the technician `ylva`. */
export const TOKEN = 'YlvaApiTokenOfTheTimberCompany0000000001';

/** Super-Admin, Technician and Self-Service, as each GLPI has them from its installation. */
const SUPER_ADMIN = 4;
const TECHNICIAN = 6;
const SELF_SERVICE = 1;

/** Calendars with their working hours and holidays. */
export async function buildCalendars(site: Site): Promise<void> {
  await site.addAll('Calendar', [
    { name: 'Office hours', is_recursive: 1 },
    { name: 'Shifts', is_recursive: 1 },
  ]);
  const hours = [1, 2, 3, 4, 5].map((day) => ({
    calendars_id: site.id('Calendar', 'Office hours'),
    day,
    begin: '07:30:00',
    end: '16:30:00',
  }));
  await site.addAll('CalendarSegment', [
    ...hours,
    { calendars_id: site.id('Calendar', 'Shifts'), day: 6, begin: '06:00', end: '14:00' },
  ]);
  await site.addAll('Holiday', [
    { name: 'Midsummer', begin_date: '2026-06-19', end_date: '2026-06-20', is_perpetual: 1, is_recursive: 1 },
    { name: 'Stocktaking', begin_date: '2026-11-02', end_date: '2026-11-03', is_recursive: 1 },
  ]);
  for (const holiday of ['Midsummer', 'Stocktaking']) {
    await site.add('Calendar_Holiday', {
      calendars_id: site.id('Calendar', 'Office hours'),
      holidays_id: site.id('Holiday', holiday),
    });
  }
}

/** The tree of entities, each with settings of its own. */
export async function buildEntities(site: Site): Promise<void> {
  const entity = (name: string, parent: number, more: object = {}) =>
    site.add('Entity', { name, entities_id: parent, ...more });
  const timber = await entity('Holm Timber', 0, {
    tag: 'HOLM',
    address: 'Mill road 1',
    town: 'Holm',
    country: 'Sweden',
  });
  const offices = await entity('Offices & shop', timber, { phonenumber: '+46 555 100', email: 'office@holm.test' });
  await entity('Accounts', offices);
  await entity('Informatics', offices, { tag: 'HOLM-IT' });
  await entity('Sawmill', timber, { postcode: '812 40' });
  const coast = await entity('Coast yard', 0, { mail_domain: 'coast.test' });
  await entity('Harbour <west>', coast);
  await site.change('Entity', timber, {
    calendars_strategy: 0,
    calendars_id: site.id('Calendar', 'Office hours'),
    inquest_config: 1,
    inquest_rate: 100,
    inquest_delay: 0,
    auto_assign_mode: 1,
    tickettype: 1,
    admin_email: 'helpdesk@holm.test',
  });
  await site.change('Entity', coast, {
    autoclose_delay: 5,
    enable_custom_css: 1,
    custom_css_code: 'body { color: #123 }',
  });
}

/** Profiles with their rights, groups below one another. */
export async function buildProfilesAndGroups(site: Site): Promise<void> {
  const keeper = await site.add('Profile', {
    name: 'Keeper of stores',
    interface: 'central',
    create_ticket_on_login: 0,
  });
  await site.change('Profile', keeper, {
    _computer: { '1_0': 1, '2_0': 1, '32_0': 1 },
    _cartridge: { '1_0': 1, '2_0': 1, '4_0': 1 },
    _consumable: { '1_0': 1 },
    helpdesk_item_type: ['Computer', 'Printer'],
    _helpdesk_item_types: 1,
  });
  await site.add('Profile', { name: 'Portal of the yard', interface: 'helpdesk' });
  const timber = site.id('Entity', 'Holm Timber');
  const desk = await site.add('Group', { name: 'Helpdesk', entities_id: timber, is_recursive: true, is_assign: true });
  await site.addAll('Group', [
    { name: 'Field', groups_id: desk, entities_id: timber, is_recursive: 1, is_task: 1 },
    { name: 'Réseau > servers', groups_id: desk, entities_id: timber, is_recursive: 1 },
    { name: 'Shop floor', entities_id: site.id('Entity', 'Sawmill'), is_assign: 0 },
    { name: 'Management', entities_id: timber, is_recursive: 1, is_manager: 1 },
  ]);
}

/** Users with addresses, passwords, tokens, profiles in entities and groups. */
export async function buildUsers(site: Site): Promise<void> {
  const [timber, mill, coast] = ['Holm Timber', 'Sawmill', 'Coast yard'].map((name) => site.id('Entity', name));
  await site.addNames('UserTitle', 'Engineer', 'Clerk');
  await site.addNames('UserCategory', 'Staff', 'Seasonal');
  const password = { password: PASSWORD, password2: PASSWORD };
  const assigned = (profile: number, entity: number | undefined, recursive = 1) => ({
    _profiles_id: profile,
    _entities_id: entity,
    _is_recursive: recursive,
  });
  await site.addAll('User', [
    { name: 'sten', realname: 'Ek', firstname: 'Sten', ...password, ...assigned(SUPER_ADMIN, 0) },
    {
      name: 'ylva',
      realname: 'Åström',
      firstname: 'Ylva',
      ...password,
      ...assigned(TECHNICIAN, timber),
      usertitles_id: site.id('UserTitle', 'Engineer'),
      usercategories_id: site.id('UserCategory', 'Staff'),
      _useremails: { '-1': 'ylva@holm.test', '-2': 'ylva.astrom@example.test' },
    },
    { name: 'greger', realname: "O'Dell", firstname: 'Greger', ...password, ...assigned(SELF_SERVICE, mill, 0) },
    { name: 'mona@coast.test', realname: 'Strand', ...password, ...assigned(SELF_SERVICE, coast) },
    { name: 'summer-help', realname: 'Help', is_active: 0, ...password, ...assigned(SELF_SERVICE, coast) },
    { name: 'leaver', realname: 'Gone', ...assigned(SELF_SERVICE, coast) },
  ]);
  const user = (name: string) => site.id('User', name);
  await site.change('User', user('ylva'), { api_token: TOKEN, phone: '100-12', language: 'fr_FR', list_limit: 25 });
  await site.change('User', user('greger'), { users_id_supervisor: user('sten'), _reset_personal_token: 1 });
  await site.addAll('UserEmail', [
    { users_id: user('sten'), email: 'sten@holm.test' },
    { users_id: user('greger'), email: 'greger@holm.test', is_default: 1 },
  ]);
  await site.addAll('Profile_User', [
    {
      users_id: user('sten'),
      profiles_id: site.id('Profile', 'Keeper of stores'),
      entities_id: timber,
      is_recursive: 1,
    },
    { users_id: user('ylva'), profiles_id: SELF_SERVICE, entities_id: coast, is_recursive: 0 },
  ]);
  await site.change('User', user('ylva'), { profiles_id: TECHNICIAN });
  await site.addAll('Group_User', [
    { users_id: user('ylva'), groups_id: site.id('Group', 'Helpdesk'), is_manager: 1 },
    { users_id: user('ylva'), groups_id: site.id('Group', 'Field') },
    { users_id: user('greger'), groups_id: site.id('Group', 'Shop floor'), is_userdelegate: 1 },
    { users_id: user('sten'), groups_id: site.id('Group', 'Management'), is_manager: 1 },
  ]);
  await site.trash('User', user('leaver'));
}

/** Places, states, makers: what most items refer to. */
export async function buildPlaces(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const house = await site.add('Location', { name: 'Mill house', ...timber, address: 'Mill road 1', building: 'M' });
  const floor = await site.add('Location', { name: 'Floor 1', locations_id: house, ...timber });
  await site.addAll('Location', [
    { name: 'Server room', locations_id: floor, room: '1.07', ...timber },
    { name: 'Desk > window', locations_id: floor, ...timber },
    { name: 'Saw hall', entities_id: site.id('Entity', 'Sawmill'), latitude: '59.1', longitude: '17.6' },
    { name: 'Quay', entities_id: site.id('Entity', 'Coast yard'), is_recursive: 1 },
  ]);
  const used = await site.add('State', { name: 'Used', is_recursive: 1 });
  await site.addAll('State', [
    { name: 'On loan', states_id: used, is_recursive: 1 },
    { name: 'Stored', is_recursive: 1 },
    { name: 'Scrapped', is_recursive: 1, is_visible_phone: 0 },
  ]);
  await site.addNames('Manufacturer', 'Tall & Gran', 'Fjord Systems', 'Kobolt');
  await site.add('DropdownTranslation', {
    ...site.item('State', 'Used'),
    language: 'fr_FR',
    field: 'name',
    value: 'Utilisé',
  });
}
