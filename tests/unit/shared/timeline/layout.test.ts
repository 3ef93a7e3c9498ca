import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  covers,
  crosses,
  type Disc,
  layOutLabels,
  leadTo,
  overlap,
  type Surroundings,
  type Wish,
} from '#shared/timeline/layout.ts';

const within: Box = { x: 0, y: 0, width: 716, height: 800 };
const open: Surroundings = { within, discs: [], boxes: [], string: [] };

const anyDisc: fc.Arbitrary<Disc> = fc.record({
  x: fc.integer({ min: 0, max: 716 }),
  y: fc.integer({ min: 0, max: 800 }),
  radius: fc.integer({ min: 10, max: 45 }),
});
const anyBox: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -20, max: 700 }),
  y: fc.integer({ min: -20, max: 780 }),
  width: fc.integer({ min: 5, max: 420 }),
  height: fc.integer({ min: 5, max: 70 }),
});
const anyScene = fc.record({
  discs: fc.array(anyDisc, { maxLength: 24 }),
  boxes: fc.array(anyBox, { maxLength: 3 }),
  string: fc.array(anyDisc, { maxLength: 40 }),
  sizes: fc.array(
    fc.record({ width: fc.integer({ min: 10, max: 200 }), height: fc.integer({ min: 14, max: 60 }) }),
    { minLength: 24, maxLength: 24 },
  ),
});

function wishesFor(
  discs: readonly Disc[],
  sizes: readonly { width: number; height: number }[],
): Wish<number>[] {
  return discs.map((beside, id) => ({ id, beside, ...(sizes[id] ?? { width: 80, height: 36 }) }));
}

describe('labels on the ground', () => {
  it('never cover a mat, an object, the tray or each other, and never leave the ground', () => {
    fc.assert(
      fc.property(anyScene, ({ discs, boxes, string, sizes }) => {
        const labels = layOutLabels(wishesFor(discs, sizes), { within, discs, boxes, string });
        for (const [index, { box }] of labels.entries()) {
          for (const disc of discs) expect(covers(box, disc)).toBe(false);
          for (const other of boxes) expect(overlap(box, other)).toBe(false);
          for (const other of labels.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
          for (const other of labels.filter(({ far, id }) => far && id !== index)) {
            const named = discs[other.id];
            if (named && other.box !== box) expect(crosses(leadTo(other.box, named), box)).toBe(false);
          }
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(within.width);
          expect(box.y + box.height).toBeLessThanOrEqual(within.height);
        }
      }),
    );
  });

  it('stand at the same places whenever the same things lie there', () => {
    fc.assert(
      fc.property(anyScene, ({ discs, boxes, string, sizes }) => {
        const scene = { within, discs, boxes, string };
        expect(layOutLabels(wishesFor(discs, sizes), scene)).toEqual(
          layOutLabels(wishesFor(discs, sizes), scene),
        );
      }),
    );
  });

  it('all find room where things lie apart', () => {
    const spread = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 });
    fc.assert(
      fc.property(spread, (cells) => {
        const discs = cells.map((cell) => ({
          x: 120 + (cell % 3) * 240,
          y: 100 + Math.floor(cell / 3) * 190,
          radius: 34,
        }));
        const labels = layOutLabels(wishesFor(discs, []), { ...open, discs });
        expect(labels.map(({ id }) => id)).toEqual(discs.map((_, id) => id));
        for (const { far } of labels) expect(far).toBe(false);
      }),
    );
  });

  it('stand to the right, unless the string runs there', () => {
    const beside = { x: 300, y: 300, radius: 30 };
    const wishes = [{ id: 'now', beside, width: 80, height: 36 }];
    expect(layOutLabels(wishes, { ...open, discs: [beside] })[0]).toMatchObject({
      anchor: 'start',
      far: false,
    });
    const string = Array.from({ length: 12 }, (_, index) => ({ x: 330 + index * 8, y: 300 }));
    expect(layOutLabels(wishes, { ...open, discs: [beside], string })[0]?.anchor).toBe('end');
  });

  it('are left out where there is no room at all', () => {
    const beside = { x: 300, y: 300, radius: 30 };
    const wishes = [{ id: 'now', beside, width: 80, height: 36 }];
    expect(layOutLabels(wishes, { ...open, boxes: [within] })).toEqual([]);
  });

  it('stand off with a line where only further away is free', () => {
    const beside = { x: 300, y: 300, radius: 30 };
    const boxes = [
      { x: 180, y: 150, width: 110, height: 300 },
      { x: 310, y: 150, width: 110, height: 300 },
    ];
    const [label] = layOutLabels([{ id: 'now', beside, width: 80, height: 36 }], { ...open, boxes });
    expect(label).toMatchObject({ far: true });
  });
});

describe('a line through a box', () => {
  const box = { x: 10, y: 10, width: 20, height: 10 };
  it('is told from one beside it', () => {
    expect(crosses({ from: { x: 0, y: 15 }, to: { x: 40, y: 15 } }, box)).toBe(true);
    expect(crosses({ from: { x: 20, y: 0 }, to: { x: 20, y: 40 } }, box)).toBe(true);
    expect(crosses({ from: { x: 0, y: 0 }, to: { x: 40, y: 30 } }, box)).toBe(true);
    expect(crosses({ from: { x: 0, y: 15 }, to: { x: 9, y: 15 } }, box)).toBe(false);
    expect(crosses({ from: { x: 0, y: 25 }, to: { x: 40, y: 25 } }, box)).toBe(false);
    expect(crosses({ from: { x: 0, y: 12 }, to: { x: 14, y: 40 } }, box)).toBe(false);
  });
});
