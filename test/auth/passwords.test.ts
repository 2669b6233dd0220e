import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, isDatedHash, passwordMatches } from '../../src/auth/passwords.ts';

const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

describe('stored passwords (sessions S3.1)', () => {
  it.each([
    ['bcrypt', 'U*U', '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['argon2i', 'password', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
    ['argon2id', 'password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
    ['md5', 'old1', hex('md5', 'old1')],
    ['sha1', 'old2', hex('sha1', 'old2')],
    ['salted sha1', 'old3', `saltsalt${hex('sha1', 'saltsaltold3')}`],
  ])('are checked: %s', async (_, password, stored) => {
    expect(await passwordMatches(password, stored)).toBe(true);
    expect(await passwordMatches(`${password} `, stored)).toBe(false);
    expect(await passwordMatches(stored, stored)).toBe(false);
    expect(isDatedHash(stored)).toBe(true);
  });

  it.each([
    ['none', null],
    ['empty', ''],
    ['clear text', 'secret'],
    ['broken', '$2y$10$short'],
    ['broken', '$argon2id$v=19$x'],
  ])('match nothing: %s', async (_, stored) => {
    expect(await passwordMatches('secret', stored)).toBe(false);
  });

  it('are new hashes as GLPI writes them (S3.2)', async () => {
    const password = `a'b"c\\d<e>&é `;
    const stored = await hashPassword(password);
    expect(stored).toMatch(/^\$2y\$10\$[./A-Za-z0-9]{53}$/);
    expect(await passwordMatches(password, stored)).toBe(true);
    expect(isDatedHash(stored)).toBe(false);
  });
});
