import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath, pathInfoOf } from '../../src/http/path.ts';

const parse = (url: string) => parsePath(pathInfoOf(url) ?? 'none');

describe('pathInfoOf (http H1.1)', () => {
  it.each<[string, string | undefined]>([
    ['/apirest.php', ''],
    ['/apirest.php?x=/apirest.php/y', ''],
    ['/apirest.php/Computer/1?x', '/Computer/1'],
    ['/apirest.php//Computer', '/Computer'],
    ['//apirest.php/Computer', '/Computer'],
    ['/api/Computer', '/Computer'],
    ['/api/', '/'],
    ['/api', undefined],
    ['/apirest.phpx', undefined],
    ['/', undefined],
    ['/apirest.php/%43omputer%2541', '/Computer%41'],
    ['/apirest.php/a%ff%zz', '/a\ufffd%zz'],
  ])('%s', (url, pathInfo) => {
    expect(pathInfoOf(url)).toBe(pathInfo);
  });

  it('knows where the API is mounted', () => {
    expect(pathInfoOf('/glpi/apirest.php/x', '/glpi')).toBe('/x');
    expect(pathInfoOf('/glpi/api/x', '/glpi/')).toBe('/x');
    expect(pathInfoOf('/apirest.php/x', '/glpi')).toBeUndefined();
  });
});

describe('parsePath (http H1)', () => {
  it.each(['', '/', '//', '/api', '/api/', '/api/api/'])('%s is the documentation', (path) => {
    expect(parse(`/apirest.php${path}`).kind).toBe('documentation');
  });

  it.each(['/search/Computer', '/search', '/api/search/', '/%20search%20/x/y'])('%s is an endpoint', (path) => {
    expect(parse(`/apirest.php${path}`)).toMatchObject({ kind: 'endpoint', endpoint: 'search', resource: 'search' });
  });

  it.each<[string, object]>([
    ['/initsession', { itemtype: 'initsession' }],
    ['/Computer', { itemtype: 'Computer' }],
    ['/Computer/', { itemtype: 'Computer' }],
    ['/Computer/api/', { itemtype: 'Computer' }],
    ['/api/Computer//1/', { itemtype: 'Computer', id: 1 }],
    ['/%43omputer/%20+1', { itemtype: 'Computer', id: 1 }],
    ['/Computer%20/1%20', { itemtype: 'Computer ', id: 1 }],
    ['/Glpi%5CSocket/01', { itemtype: 'Glpi\\Socket', id: 1 }],
    ['/Computer/abc', { itemtype: 'Computer' }],
    ['/Computer/1abc', { itemtype: 'Computer' }],
    ['/Computer/0x1', { itemtype: 'Computer' }],
    ['/Computer/1.7', { itemtype: 'Computer', id: 1 }],
    ['/Computer/1e0', { itemtype: 'Computer', id: 1 }],
    ['/Computer/-1', { itemtype: 'Computer', id: -1 }],
    ['/Computer/0', { itemtype: 'Computer', id: 0 }],
    ['/Computer/1/Log', { itemtype: 'Log', parent: { itemtype: 'Computer', id: 1 } }],
    ['/Computer/abc/Log', { itemtype: 'Log', parent: { itemtype: 'Computer', id: false } }],
    ['/Computer/1/Log/x', { itemtype: 'Log', parent: { itemtype: 'Computer', id: 1 } }],
    ['/Computer/1/Log/2/x/y', { itemtype: 'Log', id: 2, parent: { itemtype: 'Computer', id: 1 } }],
    ['/0', { itemtype: '0' }],
  ])('%s', (path, item) => {
    const parsed = parse(`/apirest.php${path}`);
    expect(parsed.kind === 'item' && parsed.item).toEqual(item);
  });

  it('finds a picture anywhere, in any case, but not before an endpoint', () => {
    expect(parse('/apirest.php/User/2/Picture')).toMatchObject({ kind: 'picture', usersId: 2 });
    expect(parse('/apirest.php/x/uSER/12/picture/y')).toMatchObject({ kind: 'picture', usersId: 12 });
    expect(parse('/apirest.php/search/User/2/Picture').kind).toBe('endpoint');
    expect(parse('/apirest.php/User/x/Picture').kind).toBe('item');
  });

  it('makes something of any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'/%2Fapi.0 é\0', 'api/', '%00', 'user/1/picture') }), (path) => {
        expect(parse(`/apirest.php/${path}`).elements.length).toBeGreaterThan(0);
      }),
    );
  });
});
