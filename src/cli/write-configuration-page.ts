import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { settingsPage } from '../config/page.ts';

writeFileSync(path.join(import.meta.dirname, '../../docs/configuration.md'), settingsPage());
