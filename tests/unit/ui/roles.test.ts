import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = new URL('../../../renderer/src', import.meta.url).pathname;
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
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

test('every role that is used is one that tokens.css, React or a component sets', () => {
  const set = new Set(
    sheets.flatMap(({ css }) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, role]) => role)),
  );
  const used = sheets.flatMap(({ name, css }) =>
    // A role with a fallback may be missing on purpose.
    [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, role]) => ({ name, role })),
  );
  expect(used.filter(({ role }) => !set.has(role))).toEqual([]);
});
