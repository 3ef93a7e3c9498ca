import type { RecordId } from '../base/ids.ts';
import type { RichText } from '../domain/richText.ts';

/**
 * @file What leaves, as people read it: one and the same for the page that shows it before it leaves, and for the
 * `index.html` inside the share.
 */

/** Whose words something is, seen from whoever shares it. */
export type Whose = 'me' | 'buddy' | 'other';

export interface Outline extends Telling {
  readonly chapters: readonly OutlineChapter[];
}

/** The same where it is too much to hold: each chapter is made when it is asked for. */
export interface Telling {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly chapters: Iterable<OutlineChapter>;
}

/** A session, timeline or question. */
export interface OutlineChapter {
  readonly id: RecordId;
  /** The kind in a word or two: "Session", "Line laid". */
  readonly eyebrow: string;
  readonly heading: string;
  readonly facts: readonly string[];
  readonly groups: readonly OutlineGroup[];
}

/** A half, a mat, or what belongs to the chapter itself. */
export interface OutlineGroup {
  readonly id: RecordId;
  readonly heading?: string | undefined;
  readonly facts: readonly string[];
  readonly items: readonly OutlineItem[];
}

/** The least that can be held back by itself. */
export interface OutlineItem {
  /** The records it consists of; a reading has one before and one after. */
  readonly ids: readonly RecordId[];
  /** What it is and whose: "Notes by Maya". */
  readonly label: string;
  readonly whose: Whose;
  readonly text?: RichText | undefined;
  /** Plain words, a paragraph each. */
  readonly words: readonly string[];
}
