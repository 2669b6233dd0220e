import { randomBytes } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import { Lru } from './lru.ts';

/** What a seal of iron-session begins and ends with; a token leaves it out. */
const HEAD = 'Fe26.2*1*';
const TAIL = '~2';

/** The rest: salt, vector, content, (no) expiry, second salt and signature. `*` would be escaped in addresses. */
const TOKEN = /^[0-9a-f]{64}(?:\.[\w-]{1,200}){2}\.\.[0-9a-f]{64}\.[\w-]{43}$/;

/** How many tokens are remembered with their ids. */
const REMEMBERED = 5000;

interface Content {
  id?: unknown;
}

/**
 * Session tokens: the session's id, sealed with the server's secret (iron-session), in letters that may stand in headers
 * and addresses as they are. Whatever wasn't sealed by this secret is refused without asking the store.
 */
export class SessionTokens {
  readonly #password: string;
  readonly #opened = new Lru<string, string>(REMEMBERED);

  /** @param secret at least 32 characters */
  constructor(secret: string) {
    this.#password = secret;
  }

  /** A new id and its token. The seal itself doesn't expire: the session does. */
  async issue(): Promise<{ id: string; token: string }> {
    const id = randomBytes(16).toString('hex');
    const seal = await sealData({ id }, { password: this.#password, ttl: 0 });
    const token = seal.slice(HEAD.length, -TAIL.length).replaceAll('*', '.');
    this.#opened.set(token, id);
    return { id, token };
  }

  /** The id in a token; undefined for anything that isn't a token of ours, letter by letter. */
  async open(token: string): Promise<string | undefined> {
    const known = this.#opened.get(token);
    if (known) return known;
    if (!TOKEN.test(token)) return undefined;
    const seal = HEAD + token.replaceAll('.', '*') + TAIL;
    const { id } = await unsealData<Content>(seal, { password: this.#password, ttl: 0 });
    if (typeof id !== 'string') return undefined;
    this.#opened.set(token, id);
    return id;
  }
}
