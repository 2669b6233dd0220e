import { describe, expect, it } from 'vitest';
import { isNotAbove } from '../../src/behaviours/administration/power.ts';

describe('a profile is not above the active one (R10)', () => {
  const active: Record<string, number> = { computer: 3, ticket: 5 };
  const bits = (name: string) => active[name] ?? 0;

  it('when the active one has each of its rights', () => {
    expect(isNotAbove({ interface: 'central', rights: { computer: 1 } }, 'central', bits)).toBe(true);
    expect(isNotAbove({ interface: 'central', rights: { computer: 4 } }, 'central', bits)).toBe(false);
    expect(isNotAbove({ interface: 'central', rights: { user: 1 } }, 'central', bits)).toBe(false);
  });

  it('when it is of the helpdesk and the active one is not', () => {
    expect(isNotAbove({ interface: 'helpdesk', rights: { ticket: 31 } }, 'central', bits)).toBe(true);
  });

  it('for the helpdesk only by rights that count there', () => {
    expect(isNotAbove({ interface: 'central', rights: {} }, 'helpdesk', bits)).toBe(false);
    expect(isNotAbove({ interface: 'helpdesk', rights: { ticket: 5, computer: 31 } }, 'helpdesk', bits)).toBe(true);
    expect(isNotAbove({ interface: 'helpdesk', rights: { ticket: 7 } }, 'helpdesk', bits)).toBe(false);
  });
});
