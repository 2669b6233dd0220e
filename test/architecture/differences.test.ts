import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const numbers = [...readFileSync(path.join(root, 'docs/differences.md'), 'utf8').matchAll(/^\| (D\d+) \|/gm)].map(
  ([, number]) => number!,
);

describe('docs/differences.md', () => {
  const tests = globSync('test/**/*.test.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));

  it.each(numbers)('%s has a test that bears its number', (number) => {
    const name = new RegExp(`(?:it|test)[^\\n]*['"\`][^\\n]*\\b${number}\\b|'${number}: `);
    expect(tests.some((source) => name.test(source))).toBe(true);
  });

  it('numbers each difference once', () => expect(new Set(numbers).size).toBe(numbers.length));

  it('knows the numbers of the recorded steps that differ', () => {
    const lines = readFileSync(path.join(root, 'test/conformance/differences.txt'), 'utf8').split('\n').filter(Boolean);
    for (const line of lines) expect(numbers).toContain(line.split(' ')[0]);
  });
});
