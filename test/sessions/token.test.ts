import { describe, expect, it } from 'vitest';
import { SessionTokens } from '../../src/sessions/token.ts';

const secret = 'a secret for tests that has more than 32 characters';

describe('session tokens', () => {
  it('hold the id, for every process with the secret', async () => {
    const tokens = new SessionTokens(secret);
    const { id, token } = await tokens.issue();
    expect(await tokens.open(token)).toBe(id);
    expect(await new SessionTokens(secret).open(token)).toBe(id);
  });

  it('may stand in headers and addresses as they are', async () => {
    const { token } = await new SessionTokens(secret).issue();
    expect(token).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('are refused when they were sealed by somebody else', async () => {
    const { token } = await new SessionTokens(`another ${secret}`).issue();
    expect(await new SessionTokens(secret).open(token)).toBeUndefined();
  });

  it('are refused when a letter was added, taken away or changed', async () => {
    const { token } = await new SessionTokens(secret).issue();
    const tokens = new SessionTokens(secret);
    for (const forged of [`${token}x`, `${token}\n`, ` ${token}`, token.slice(0, -1), `x${token}`, `${token}~3`]) {
      expect(await tokens.open(forged)).toBeUndefined();
    }
    for (let at = 0; at < token.length; at += 7) {
      const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
      expect(await tokens.open(changed)).toBeUndefined();
    }
  });

  it('are refused when they are none', async () => {
    const tokens = new SessionTokens(secret);
    for (const text of ['', '0', 'abcdefghijklmnopqrstuvwxyz', '../../etc/passwd', 'a'.repeat(100_000)]) {
      expect(await tokens.open(text)).toBeUndefined();
    }
  });
});
