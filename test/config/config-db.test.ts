import { describe, expect, it } from 'vitest';
import { parseConfigDb } from '../../src/config/glpi-dir.ts';
import { readPhpProperties } from '../../src/config/php-properties.ts';

const file = (assignments: string) => `<?php\nclass DB extends DBmysql {\n${assignments}\n}`;
const LOGIN = "public $dbuser = 'glpi'; public $dbpassword = ''; public $dbdefault = 'glpi';";
const host = (text: string) => parseConfigDb(file(`public $dbhost = ${text}; ${LOGIN}`)).database;

describe("GLPI's config_db.php", () => {
  it.each([
    ["'db'", { host: 'db', port: 3306 }],
    ["'db:3307'", { host: 'db', port: 3307 }],
    ["'localhost:/run/mysqld/mysqld.sock'", { host: 'localhost', port: 3306, socketPath: '/run/mysqld/mysqld.sock' }],
    ["':/run/mysqld/mysqld.sock'", { host: 'localhost', port: 3306, socketPath: '/run/mysqld/mysqld.sock' }],
    ["'[::1]:3307'", { host: '::1', port: 3307 }],
    ["['db1:3308', 'db2']", { host: 'db1', port: 3308 }],
    ["array('db1', 'db2')", { host: 'db1', port: 3306 }],
  ])('may name the host as %s', (text, expected) => {
    expect(host(text)).toMatchObject(expected);
    expect('socketPath' in host(text)).toBe('socketPath' in expected);
  });

  it('keeps the password percent-encoded, where a bare percent sign stands for itself', () => {
    const password = (text: string) =>
      parseConfigDb(
        file(`public $dbhost='h'; public $dbuser='u'; public $dbpassword = ${text}; public $dbdefault='d';`),
      ).database.password;
    expect(password("'a%20b%2B+%C3%A9'")).toBe('a b++é');
    expect(password("'100%'")).toBe('100%');
    expect(password("'é%zz'")).toBe('é%zz');
  });

  it('has time zones off unless it says otherwise', () => {
    const zones = (more: string) => parseConfigDb(file(`public $dbhost = 'h'; ${LOGIN} ${more}`)).useTimezones;
    expect([zones(''), zones('public $use_timezones = true;'), zones('public $use_timezones = FALSE;')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('may lack what is needed', () => {
    expect(() => parseConfigDb('<?php')).toThrow("it doesn't assign $dbhost.");
  });
});

describe('properties of a PHP class', () => {
  const read = (source: string) => Object.fromEntries(readPhpProperties(source));

  it('are strings as PHP reads them', () => {
    expect(read(String.raw`public $a = 'it\'s \\ \n'; protected string $b = "tab\t\"q\" \x41 \u{e9} \$x \q";`)).toEqual(
      {
        a: String.raw`it's \ \n`,
        b: 'tab\t"q" A é $x \\q',
      },
    );
  });

  it('are numbers, booleans, null and lists', () => {
    expect(read("public $a = 3; public $b = true; public $c = NULL; public $d = ['x', 'y',];")).toEqual({
      a: 3,
      b: true,
      c: null,
      d: ['x', 'y'],
    });
  });

  it('stand outside comments and strings', () => {
    expect(read("// public $a = 1;\n# public $b = 2;\n/* public $c = 3; */ public $d = 'public $e = 5;';")).toEqual({
      d: 'public $e = 5;',
    });
  });

  it('are left out when they are no literals', () => {
    expect(read("public $a = FOO; public $b = 'x' . 'y'; public $c = getenv('x'); public $d = 1;")).toEqual({ d: 1 });
  });
});
