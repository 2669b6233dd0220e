import { expect, it } from 'vitest';
import { personName } from '../../src/text/user-name.ts';

it.each([
  [{ login: 'anna', realname: 'Abbott', firstname: 'Anna' }, 0, 'Abbott Anna'],
  [{ login: 'anna', realname: 'Abbott', firstname: 'Anna' }, 1, 'Anna Abbott'],
  [{ login: 'anna', realname: 'Abbott', firstname: '' }, 1, 'Abbott'],
  [{ login: 'anna', realname: '', firstname: 'Anna' }, 0, 'anna'],
  [{ realname: null, firstname: null }, 0, ''],
])('the name of %j in format %i is %j', (person, format, name) => {
  expect(personName(person, format)).toBe(name);
});
