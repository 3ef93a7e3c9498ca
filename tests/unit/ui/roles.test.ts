import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = new URL('../../../renderer/src', import.meta.url).pathname;
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
const sheets = files
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({
    name,
    css: readFileSync(join(renderer, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

test('colours stand in tokens.css and nowhere else', () => {
  const elsewhere = sheets
    .filter(({ name }) => name !== join('ui', 'tokens.css'))
    .flatMap(({ name, css }) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\(/gi)].map(
        ([colour]) => `${name}: ${colour}`,
      ),
    );
  expect(elsewhere).toEqual([]);
});

test('every role that is used is one that some style sheet or component sets', () => {
  const inSheets = sheets.flatMap(({ css }) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, role]) => role));
  const inComponents = files
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [...readFileSync(join(renderer, name), 'utf8').matchAll(/['"](--[\w-]+)['"]/g)])
    .map(([, role]) => role);
  const set = new Set([...inSheets, ...inComponents]);
  const used = sheets.flatMap(({ name, css }) =>
    // A role with a fallback may be missing on purpose.
    [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, role]) => ({ name, role })),
  );
  expect(used.filter(({ role }) => !set.has(role))).toEqual([]);
});
