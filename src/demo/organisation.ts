import { type DemoSite, encoded, moment, phpMap } from './demo-site.ts';

/** Entities by name. */
export type Entities = Record<string, number>;

/** Name and parent; a parent stands before its children. */
const entities: [name: string, parent: string, tag: string | null][] = [
  ['Harbour Foods', 'Root', 'HARBOUR'],
  ['Head office', 'Harbour Foods', null],
  ['Finance', 'Head office', null],
  ['IT & networks', 'Head office', 'IT'],
  ['Sales', 'Head office', null],
  ['Factory', 'Harbour Foods', null],
  ['Production', 'Factory', null],
  ['Warehouse', 'Factory', null],
  ['Northern branch', 'Root', 'NORTH'],
  ['Northern shop', 'Northern branch', null],
];

/** Adds the entities below Root; gives their ids by name. */
export function addEntities(site: DemoSite): Entities {
  const ids: Entities = { Root: 0 };
  const paths: Record<string, string[]> = { Root: ['Root'] };
  for (const [name, parent, tag] of entities) {
    const above = paths[parent]!;
    paths[name] = [...above, name];
    ids[name] = site.addItem('Entity', 'glpi_entities', {
      name: encoded(name),
      entities_id: ids[parent]!,
      completename: ['Root entity', ...above.slice(1).map(encoded), encoded(name)].join(' > '),
      level: above.length + 1,
      ancestors_cache: phpMap(above.map((ancestor) => ids[ancestor]!)),
      tag,
    });
  }
  return ids;
}

export interface Person {
  login: string;
  id: number;
  /** As GLPI names people in lists. */
  name: string;
  entity: number;
}

/** The password of every user of the demo company. */
export const PASSWORD = 'demo';
/** That password, bcrypt. */
const HASH = '$2y$10$7bHqXk1Yt0mZrQpVw3uDe.pAX.FL7JEtI.0o.6QjpM2weO9XPa2De';

const PROFILES = {
  'Self-Service': 1,
  Observer: 2,
  Admin: 3,
  'Super-Admin': 4,
  Hotliner: 5,
  Technician: 6,
  Supervisor: 7,
};

/** Login, first and last name, entity of the work place, then assignments 'profile @ entity', `+` where recursive. */
const people: [login: string, firstname: string, realname: string, entity: string, ...profiles: string[]][] = [
  ['alice', 'Alice', 'Martin', 'IT & networks', 'Super-Admin @ Root +'],
  ['ben', 'Ben', "O'Neill", 'Head office', 'Admin @ Harbour Foods +'],
  ['clara', 'Clara', 'Müller', 'IT & networks', 'Supervisor @ Harbour Foods +', 'Observer @ Northern branch +'],
  ['david', 'David', 'Costa', 'IT & networks', 'Technician @ Harbour Foods +'],
  ['emma', 'Emma', 'Nilsson', 'Northern branch', 'Technician @ Northern branch +'],
  ['finn', 'Finn', 'Berg', 'Head office', 'Hotliner @ Head office +'],
  ['grace', 'Grace', 'Adeyemi', 'Finance', 'Observer @ Harbour Foods +', 'Self-Service @ Finance'],
  ['hana', 'Hana', 'Sato', 'Sales', 'Self-Service @ Sales'],
  ['ivan', 'Ivan', 'Petrov', 'Sales', 'Self-Service @ Sales'],
  ['julia', 'Júlia', 'Šimková', 'Finance', 'Self-Service @ Finance'],
  ['karim', 'Karim', 'Haddad', 'Production', 'Self-Service @ Factory +'],
  ['lena', 'Lena', 'Vogel', 'Production', 'Self-Service @ Production'],
  ['marco', 'Marco', 'Rossi', 'Warehouse', 'Self-Service @ Warehouse'],
  ['nina', 'Nina', 'Larsen', 'Northern branch', 'Self-Service @ Northern branch +'],
  ['omar', 'Omar', 'Aziz', 'Northern shop', 'Self-Service @ Northern shop'],
  ['petra', 'Petra', 'Novak', 'Northern shop', 'Self-Service @ Northern shop', 'Observer @ Northern shop'],
];

/** The user token of `alice`, for scripts. */
export const API_TOKEN = 'demo-token-of-alice-0123456789abcdefghij';

/** Adds the users with their addresses, profiles and groups. */
export function addPeople(site: DemoSite, entities: Entities): Record<string, Person> {
  const found: Record<string, Person> = {};
  for (const [login, firstname, realname, entity, ...profiles] of people) {
    const id = site.addItem('User', 'glpi_users', {
      name: login,
      password: HASH,
      password_last_update: moment(0),
      firstname,
      realname,
      authtype: 1,
      is_active: 1,
      phone: `555 01${String(Object.keys(found).length).padStart(2, '0')}`,
      api_token: login === 'alice' ? API_TOKEN : null,
      api_token_date: login === 'alice' ? moment(0) : null,
      users_id_supervisor: login === 'david' ? found.clara!.id : 0,
    });
    site.add('glpi_useremails', { users_id: id, is_default: 1, email: `${login}@harbour-foods.example` });
    for (const assignment of profiles) {
      const [, profile, place, recursive] = /^(\S+) @ (.*?)( \+)?$/.exec(assignment)!;
      site.add('glpi_profiles_users', {
        users_id: id,
        profiles_id: PROFILES[profile as keyof typeof PROFILES],
        entities_id: entities[place!]!,
        is_recursive: recursive ? 1 : 0,
      });
    }
    found[login] = { login, id, name: `${realname} ${firstname}`, entity: entities[entity]! };
  }
  return found;
}

const members: Record<string, string[]> = {
  'Service desk': ['finn', 'david'],
  'Service desk > Field technicians': ['david'],
  'Service desk > Network team': ['alice', 'clara'],
  'Northern technicians': ['emma'],
  Buyers: ['ben', 'grace'],
};

/** Adds the groups; gives their ids by their whole names. */
export function addGroups(site: DemoSite, people: Record<string, Person>): Record<string, number> {
  const groups = site.tree('glpi_groups', 'groups_id', Object.keys(members), { entities_id: 0, is_recursive: 1 });
  for (const [group, logins] of Object.entries(members)) {
    for (const login of logins) {
      site.add('glpi_groups_users', {
        users_id: people[login]!.id,
        groups_id: groups[group]!,
        is_manager: login === 'clara' ? 1 : 0,
      });
    }
  }
  return groups;
}
