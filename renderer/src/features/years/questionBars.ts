/** @file How questions carried lie as bars with their words, so that no words run into others. */
import type { CarriedQuestion } from '#shared/review/carriedQuestions.ts';
import { rowsFor, type TimeScale } from './sceneGeometry.ts';

export interface QuestionBar {
  readonly question: CarriedQuestion;
  readonly left: number;
  readonly right: number;
  /** It was laid down within these years, and not only beyond their edge. */
  readonly endsHere: boolean;
  /** Of the bar itself; words stand above it. */
  readonly y: number;
  /** As many of its words as there is room for; empty where there is none. */
  readonly words: string;
  readonly wordsAt: number;
  /** Where it was reworded on the way. */
  readonly reworded: readonly number[];
}

export interface QuestionBars {
  readonly bars: readonly QuestionBar[];
  readonly height: number;
}

/** How wide some words are, in pixels. */
export type Measure = (words: string) => number;

const row = { withWords: 34, bare: 9, most: 5 };
/** Words keep this far from the next ones. */
const gap = 16;
/** Words are given at least this much room, or all they need; shortened more, they say nothing. */
const fairWords = 150;

/**
 * What was carried longest finds its words first; rows with words hold as many questions as do not touch. The others
 * go bare into close rows below: every question has its bar.
 */
export function questionBars(
  questions: readonly CarriedQuestion[],
  scale: TimeScale,
  measure: Measure,
): QuestionBars {
  const stretches = questions.map((question) => stretchOf(question, scale, measure));
  const rows: Placed[][] = [];
  const bare: Placed[] = [];
  for (const stretch of stretches.toSorted((a, b) => b.right - b.left - (a.right - a.left))) {
    const free = rows.find((taken) => taken.every((other) => isClear(stretch, other)));
    if (free) free.push(stretch);
    else if (rows.length < row.most) rows.push([stretch]);
    else bare.push(stretch);
  }
  const bareByStart = bare.toSorted((a, b) => a.left - b.left);
  const bareRows = rowsFor(bareByStart, 4, Number.POSITIVE_INFINITY);
  const bareTop = rows.length * row.withWords;
  const bareCount = bareRows.reduce<number>((most, each) => Math.max(most, (each ?? 0) + 1), 0);
  return {
    bars: [
      ...rows.flatMap((taken, index) => worded(taken, index * row.withWords + 25, scale, measure)),
      ...bareByStart.map((placed, index) =>
        barOf(placed, bareTop + (bareRows[index] ?? 0) * row.bare + 5, '', scale),
      ),
    ],
    height: bareTop + bareCount * row.bare,
  };
}

/** The bars of one row, each with as many words as fit before the next. */
function worded(
  taken: readonly Placed[],
  y: number,
  scale: TimeScale,
  measure: Measure,
): readonly QuestionBar[] {
  const inOrder = taken.toSorted((a, b) => a.wordsAt - b.wordsAt);
  let end = -gap;
  return inOrder.map((placed, index) => {
    const { wording } = placed.question;
    const next = inOrder[index + 1];
    const until = next ? next.wordsAt - gap : scale.width;
    // The last one's words may begin before its bar, if they would run over the edge else.
    const wordsAt = next
      ? placed.wordsAt
      : Math.min(placed.wordsAt, Math.max(end + gap, scale.width - measure(wording)));
    const words = shortened(wording, until - wordsAt, measure);
    end = Math.max(placed.right, wordsAt + measure(words));
    return barOf({ ...placed, wordsAt }, y, words, scale);
  });
}

interface Placed {
  readonly question: CarriedQuestion;
  readonly left: number;
  readonly right: number;
  readonly wordsAt: number;
  /** Where the room ends that its bar and its words need. */
  readonly end: number;
}

function stretchOf(question: CarriedQuestion, scale: TimeScale, measure: Measure): Placed {
  const left = Math.max(0, scale.x(question.from));
  const right = Math.max(left + 6, Math.min(scale.width, scale.x(question.to)));
  const needed = Math.min(fairWords, measure(question.wording));
  // Near the end of the years words begin before their bar rather than run over the edge.
  const wordsAt = Math.max(0, Math.min(left, scale.width - needed));
  return { question, left, right, wordsAt, end: Math.max(right, wordsAt + needed) };
}

function isClear(one: Placed, other: Placed): boolean {
  return one.end + gap <= other.wordsAt || other.end + gap <= one.wordsAt;
}

function barOf(placed: Placed, y: number, words: string, scale: TimeScale): QuestionBar {
  const { question, left, right, wordsAt } = placed;
  const reworded = question.reworded.map(scale.x).filter((x) => x > left && x < right);
  const endsHere = !question.open && question.to <= scale.span.to;
  return { question, left, right, endsHere, y, words, wordsAt, reworded };
}

/** As many whole words as fit, with an ellipsis where some are missing. */
export function shortened(words: string, room: number, measure: Measure): string {
  if (measure(words) <= room) return words;
  const parts = words.split(' ');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const text = `${parts.slice(0, count).join(' ')} …`;
    if (measure(text) <= room) return text;
  }
  return '';
}
