import { settings } from '../config.ts';

/** docs/configuration.md, from the table of settings. */
export function settingsPage(): string {
  const rows = Object.values(settings).map(
    ({ env, kind, default: value, help }) =>
      `| \`${env}\` | ${kind.label} | ${shown(value)} | ${help.replaceAll('|', '\\|')} |`,
  );
  return `# Settings

All settings are environment variables. One of \`GLPI_DIR\` and \`DATABASE_URL\` is needed, nothing else. A value that can't be
used stops the start with one line that says what it must be. This page is written from the table in \`src/config.ts\` by
\`npm run docs:configuration\`.

| variable | value | default | what it does |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return `\`${String(value)}\``;
}
