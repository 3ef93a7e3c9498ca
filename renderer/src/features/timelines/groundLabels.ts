import type { Day } from '#shared/base/time.ts';
import { type Box, type Disc, type Label, layOutLabels, type Wish } from '#shared/timeline/layout.ts';
import { type Room, type Sight, toScreen } from '#shared/timeline/sight.ts';
import { type Curve, pointAt } from '#shared/timeline/stringPath.ts';
import { whenInWords } from '../../journal/timelines.ts';
import { objectReach } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { labelLines } from '../../ui/canvas/labelLines.ts';
import type { LabelVoice } from '../../ui/canvas/useTextWidth.ts';
import { matName, type Thing, type TimelineShown } from './timelineView.ts';

export interface Line {
  readonly text: string;
  readonly voice: LabelVoice;
}

export interface GroundLabel extends Label<string> {
  readonly lines: readonly Line[];
  /** What it names: pressing the words is pressing that. */
  readonly thing: Thing;
  readonly beside: Disc;
}

/** How big things are drawn, in pixels: they grow with the ground, within what can be seen and pressed. */
export interface Sizes {
  readonly mat: number;
  readonly object: number;
  readonly twine: number;
}

export function sizesFor({ scale }: Sight): Sizes {
  const within = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
  return {
    mat: within(18, 45 * scale, 60),
    object: within(0.74, 1.6 * scale, 2.2),
    twine: within(6.5, 14 * scale, 18),
  };
}

export const lineHeights: Readonly<Record<LabelVoice, number>> = { name: 19, soft: 17, words: 20 };
const widest: Readonly<Record<LabelVoice, number>> = { name: 170, soft: 170, words: 150 };

/** Room kept around a mat, in which the ring of the chosen one is drawn. */
const ring = 7;

export interface LabelRequest {
  readonly shown: TimelineShown;
  /** The string as it is drawn. */
  readonly curve: Curve;
  readonly sight: Sight;
  readonly room: Room;
  readonly boxes: readonly Box[];
  readonly measure: (text: string, voice: LabelVoice) => number;
  readonly dayInWords: (day: Day) => string;
}

/** Every label and where it stands on the screen. */
export function groundLabels(request: LabelRequest): readonly GroundLabel[] {
  const { shown, curve, sight, room, boxes, measure } = request;
  const isSeen = ({ x, y, radius }: Disc) =>
    x > -radius && y > -radius && x < room.width + radius && y < room.height + radius;
  const named = namedThings(request).filter(({ beside }) => isSeen(beside));
  const wishes = named.map(({ id, lines, beside }): Wish<string> => {
    const widths = lines.map(({ text, voice }) => measure(text, voice));
    const height = lines.reduce((sum, { voice }) => sum + lineHeights[voice], 0);
    return { id, beside, width: Math.ceil(Math.max(...widths)), height };
  });
  const sizes = sizesFor(sight);
  const discs = [
    ...shown.mats.map(({ spot }) => ({ ...toScreen(sight, spot), radius: sizes.mat + ring })),
    ...shown.objects.map(({ body }) => ({
      ...toScreen(sight, body.spot),
      radius: objectReach[body.shape] * sizes.object,
    })),
    ...[0, 1].map((end) => ({ ...pointAt(curve, end), radius: sizes.twine })),
  ];
  const labels = layOutLabels(wishes, {
    within: { x: 10, y: 10, width: room.width - 20, height: room.height - 20 },
    discs,
    boxes,
    string: curve.samples.filter((_, index) => index % 2 === 0).map(({ spot }) => spot),
  });
  const byId = new Map(named.map((one) => [one.id, one]));
  return labels.flatMap((label) => {
    const one = byId.get(label.id);
    return one ? [{ ...label, lines: one.lines, thing: one.thing, beside: one.beside }] : [];
  });
}

interface Named {
  readonly id: string;
  readonly thing: Thing;
  readonly lines: readonly Line[];
  readonly beside: Disc;
}

function namedThings({ shown, curve, sight, measure, dayInWords }: LabelRequest): readonly Named[] {
  const sizes = sizesFor(sight);
  const broken = (text: string, voice: LabelVoice, most: number): readonly Line[] =>
    text.trim() === ''
      ? []
      : labelLines(text, widest[voice], most, (part) => measure(part, voice)).map((part) => ({
          text: part,
          voice,
        }));
  const { from, to, pastAt } = shown.timeline.body;
  const past = whenInWords(from, dayInWords) || 'past';
  const future = whenInWords(to, dayInWords) || 'to come';
  const end = (which: 0 | 1): Named => ({
    id: `end-${which}`,
    thing: { kind: 'string' },
    lines: broken((pastAt === 'start') === (which === 0) ? past : future, 'soft', 1),
    beside: { ...pointAt(curve, which), radius: sizes.twine },
  });
  return [
    ...shown.mats.map(
      ({ id, body, spot }): Named => ({
        id,
        thing: { kind: 'mat', id },
        lines: [
          ...broken(matName(body), 'name', 2),
          ...broken(whenInWords(body.when, dayInWords), 'soft', 1),
        ],
        beside: { ...toScreen(sight, spot), radius: sizes.mat + 2 },
      }),
    ),
    end(0),
    end(1),
    ...shown.objects.map(
      ({ id, body }): Named => ({
        id,
        thing: { kind: 'foundObject', id },
        lines: broken(body.meaning, 'words', 3),
        beside: { ...toScreen(sight, body.spot), radius: objectReach[body.shape] * sizes.object + 1 },
      }),
    ),
  ].filter(({ lines }) => lines.length > 0);
}

/** The label under a point of the screen. */
export function labelAt(
  labels: readonly GroundLabel[],
  point: { readonly x: number; readonly y: number },
): GroundLabel | undefined {
  return labels.find(
    ({ box }) =>
      point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height,
  );
}
