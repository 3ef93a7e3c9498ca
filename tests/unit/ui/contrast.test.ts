import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/src/ui/tokens.css', import.meta.url), 'utf8');
const [screen = '', print = ''] = css.split('@media print');

type Theme = 'light' | 'dark';
const themed = new Map(
  [...screen.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);
const printed = new Map(
  [...print.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour] as const),
);

function colourOf(role: string, theme: Theme | 'print'): string {
  const found =
    theme === 'print' ? (printed.get(role) ?? themed.get(role)?.light) : themed.get(role)?.[theme];
  if (!found) throw new Error(`tokens.css has no colour for --${role}`);
  return found;
}

/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk', 'ground'];
const washes = ['me-wash', 'buddy-wash', 'other-wash', 'warn-wash', 'problem-wash'];
const people = ['me', 'buddy', 'other'];

/** Text role, then every background it stands on somewhere. */
const textOn: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...papers, ...washes, 'found', 'selection']],
  ['ink-soft', [...papers, ...washes]],
  ...people.map((person) => [person, ['paper', 'paper-raised', 'paper-sunk', `${person}-wash`]] as const),
  ['on-person', people],
  ['action', ['paper', 'paper-raised', 'paper-sunk']],
  ['on-action', ['action', 'action-strong']],
  ['problem', ['paper', 'paper-raised', 'paper-sunk', 'problem-wash']],
  ['on-problem', ['problem', 'problem-strong']],
  ['warn', ['paper', 'paper-raised', 'warn-wash']],
  ['paper', ['ink']],
];

/** What shows where a control, a dot or the focus is. */
const shapeOn: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['paper', 'paper-raised', 'paper-sunk']],
  ['focus', [...papers]],
  ['action', ['paper', 'paper-raised', 'rule']],
  ...people.map((person) => [person, ['paper', 'paper-raised', 'ground']] as const),
];

describe.each<Theme | 'print'>(['light', 'dark', 'print'])('%s', (theme) => {
  test.each(textOn.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'text %s on %s reaches 4.5',
    (text, ground) => {
      expect(contrast(colourOf(text, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(shapeOn.flatMap(([shape, grounds]) => grounds.map((ground) => [shape, ground] as const)))(
    'shape %s on %s reaches 3',
    (shape, ground) => {
      expect(contrast(colourOf(shape, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(3);
    },
  );
});

test('the formula gives the extremes of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
});
