import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The way of a request, top to bottom (docs/architecture.md): a folder calls only folders of a lower layer or itself.
 * Types may be imported from anywhere, since they vanish at run time.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['cli', 'main.ts'],
  ['app.ts'],
  ['entry.ts', 'site.ts'],
  ['routes'],
  ['sessions'],
  ['auth'],
  ['massive-actions'],
  ['items', 'search', 'documents', 'notifications', 'rules', 'itil', 'service-levels', 'calendars'],
  ['rights'],
  ['behaviours'],
  ['http'],
  ['config.ts', 'config'],
  ['entities', 'settings', 'text', 'catalog', 'context.ts'],
  ['demo'],
  ['database'],
];

const SOURCE = resolve(import.meta.dirname, '../../src');
const layerOf = (folder: string): number => LAYERS.findIndex((layer) => layer.includes(folder));
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** `import … from './x.ts'` and `export … from`, but not `import type`. */
function importedFiles(file: string): string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm);
  return [...statements]
    .filter(([statement]) => !/^import\s*\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}/.test(statement))
    .map(([, path]) => relative(SOURCE, resolve(SOURCE, file, '..', path!)));
}

describe('imports go down the layers only', () => {
  it('finds the source', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('%s', (file) => {
    const own = file.split('/')[0]!;
    expect(layerOf(own), `src/${own} has a layer`).toBeGreaterThanOrEqual(0);
    const upward = importedFiles(file).filter((imported) => {
      const folder = imported.split('/')[0]!;
      return !imported.startsWith('..') && folder !== own && layerOf(folder) < layerOf(own);
    });
    expect(upward).toEqual([]);
  });
});
