import { argon2, createHash, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { verify as bcryptVerify } from '@node-rs/bcrypt';
import { COST } from '../text/password-hash.ts';

export { hashPassword } from '../text/password-hash.ts';

const argon2Hash = promisify(argon2);

const BCRYPT = /^\$2y\$\d\d\$[./A-Za-z0-9]{53}$/;
const ARGON2 = /^\$(argon2id?)\$v=(\d+)\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Nobody's password; looked at when there is no account, so that an answer's time doesn't tell whether there is one. */
const NOBODYS = '$2y$10$JgXkLcTbFtQF2JwF68hJ1u7.ZYEnjMauYtXgepyroBkZpBfOaaqAO';

/**
 * Whether a password belongs to a stored hash: bcrypt, argon2i, argon2id, or one of the forms that old versions of GLPI
 * wrote (sessions S3.1). Doesn't hold other requests up.
 * @param stored column `password`; empty and null never match
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  if (!stored) {
    await bcryptVerify(password, NOBODYS);
    return false;
  }
  if (stored.startsWith('$2y$')) return BCRYPT.test(stored) && bcryptVerify(password, stored);
  if (stored.startsWith('$argon2i')) return argon2Matches(password, stored);
  return legacyMatches(password, stored);
}

/** Whether GLPI would rather have the hash in another form: any but the one of new hashes. */
export const isDatedHash = (stored: string): boolean => !stored.startsWith(`$2y$${COST}$`);

async function argon2Matches(password: string, stored: string): Promise<boolean> {
  const match = ARGON2.exec(stored);
  if (match?.[2] !== '19') return false;
  const [, algorithm, , memory, passes, parallelism, salt, digest] = match;
  const expected = Buffer.from(digest!, 'base64');
  const computed = await argon2Hash(algorithm as 'argon2i' | 'argon2id', {
    message: password,
    nonce: Buffer.from(salt!, 'base64'),
    parallelism: Number(parallelism),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
  });
  return timingSafeEqual(computed, expected);
}

/** md5, sha1, or a salt of eight characters before the sha1 of salt and password. */
function legacyMatches(password: string, stored: string): boolean {
  if (stored.length === 32) return same(hex('md5', password), stored);
  if (stored.length === 40) return same(hex('sha1', password), stored);
  const salt = stored.slice(0, 8);
  return same(salt + hex('sha1', salt + password), stored);
}

const hex = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
