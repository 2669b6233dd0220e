import type { Writing } from '../../items/write/writing.ts';

/** What a password has to hold, and by which setting. */
const rules: readonly (readonly [setting: string, pattern: RegExp, message: string])[] = [
  ['password_need_number', /\d/, 'Password must include at least a digit!'],
  ['password_need_letter', /[a-z]/, 'Password must include at least a lowercase letter!'],
  ['password_need_caps', /[A-Z]/, 'Password must include at least a uppercase letter!'],
  ['password_need_symbol', /\W/, 'Password must include at least a symbol!'],
];

/** Whether a password passes the general setup's policy; each fault is told (items-write W11.3). */
export function passesPolicy(w: Writing, password: string): boolean {
  const { settings, translate } = w.ctx;
  if (!settings.on('use_password_security')) return true;
  const faults = [
    ...(password.length < settings.number('password_min_length') ? ['Password too short!'] : []),
    ...rules.flatMap(([setting, pattern, message]) =>
      settings.on(setting) && !pattern.test(password) ? [message] : [],
    ),
  ];
  for (const fault of faults) w.messages.error(translate(fault));
  return faults.length === 0;
}
