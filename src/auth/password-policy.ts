import type { Settings } from '../settings/settings.ts';

/**
 * What a new password lacks (items-write W11.3), as English texts; nothing while the policy is switched off. Letters
 * with accents count as symbols, as in GLPI.
 */
export function passwordFaults(settings: Settings, password: string): string[] {
  if (!settings.on('use_password_security')) return [];
  const rules: readonly [broken: boolean, text: string][] = [
    [[...password].length < settings.number('password_min_length'), 'Password too short!'],
    [settings.on('password_need_number') && !/[0-9]/.test(password), 'Password must include at least a digit!'],
    [
      settings.on('password_need_letter') && !/[a-z]/.test(password),
      'Password must include at least a lowercase letter!',
    ],
    [
      settings.on('password_need_caps') && !/[A-Z]/.test(password),
      'Password must include at least a uppercase letter!',
    ],
    [settings.on('password_need_symbol') && !/\W/.test(password), 'Password must include at least a symbol!'],
  ];
  return rules.filter(([broken]) => broken).map(([, text]) => text);
}
