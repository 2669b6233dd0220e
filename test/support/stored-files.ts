import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Documents' files below GLPI's folder by their paths, sorted, those under way too; uploads and logs are left out. */
export const storedFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !/^_(?:tmp\/[^.]|log\/)/.test(path))
    .sort();
