import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultWindowState,
  nextZoom,
  openingArea,
  parseWindowState,
  smallest,
} from '#electron/main/windowState.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const beside = { x: 1440, y: -200, width: 2560, height: 1400 };

describe('where the window opens', () => {
  test('where it was', () => {
    const saved = { x: 1500, y: 0, width: 1300, height: 900 };
    expect(openingArea(saved, [laptop, beside])).toEqual(saved);
  });

  test('where the system likes, when its screen is gone', () => {
    const saved = { x: 1500, y: 0, width: 1300, height: 900 };
    expect(openingArea(saved, [laptop])).toEqual({ width: 1300, height: 860 });
  });

  test('where the system likes, when only a corner would be left to grip', () => {
    expect(openingArea({ x: 1400, y: 10, width: 1000, height: 700 }, [laptop])).not.toHaveProperty('x');
    expect(openingArea({ x: 10, y: -40, width: 1000, height: 700 }, [laptop])).not.toHaveProperty('y');
  });

  test('never too small to use, and never larger than its screen', () => {
    const area = fc.record({
      x: fc.integer({ min: -9_000, max: 9_000 }),
      y: fc.integer({ min: -9_000, max: 9_000 }),
      width: fc.integer({ min: 0, max: 9_000 }),
      height: fc.integer({ min: 0, max: 9_000 }),
    });
    fc.assert(
      fc.property(area, (saved) => {
        const opened = openingArea(saved, [laptop, beside]);
        expect(opened.width).toBeGreaterThanOrEqual(smallest.width);
        expect(opened.height).toBeGreaterThanOrEqual(smallest.height);
        expect(opened.width).toBeLessThanOrEqual(beside.width);
        expect(opened.height).toBeLessThanOrEqual(beside.height);
      }),
    );
  });
});

describe('what was remembered', () => {
  test('is taken as it was written', () => {
    const state = { area: { x: 1, y: -2, width: 1000, height: 700 }, maximised: true, zoom: 1.25 };
    expect(parseWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test('costs nothing where it is broken', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { zoom, area } = parseWindowState(value);
        expect(zoom).toBeGreaterThanOrEqual(0.7);
        expect(zoom).toBeLessThanOrEqual(2);
        expect(area === undefined || Number.isInteger(area.x)).toBe(true);
      }),
    );
    expect(parseWindowState({ area: { x: 1, y: 2, width: '3', height: 4 }, zoom: 40 })).toEqual(
      defaultWindowState,
    );
  });
});

test('zoom goes in steps, stops at both ends and comes back', () => {
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(1, -1)).toBe(0.9);
  expect(nextZoom(2, 1)).toBe(2);
  expect(nextZoom(0.7, -1)).toBe(0.7);
  expect(nextZoom(1.75, 0)).toBe(1);
});
