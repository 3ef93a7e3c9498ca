/** @file The form in which the sample journal is written down: as a person would tell it, by names instead of ids. */
import type { CommitmentState } from '../domain/commitment.ts';
import type { Shape } from '../domain/foundObject.ts';
import type { GoalState } from '../domain/goal.ts';
import type { QuestionState } from '../domain/question.ts';
import type { Manner } from '../domain/session.ts';
import type { Method } from '../domain/turn.ts';

/** Whose journal it is, and the other one. */
export type Who = 'me' | 'buddy';

/** The calendar day this many years before today, and so many days after (or before) that. */
export type When = readonly [yearsAgo: number, days: number];

/** Prose with a little markup, and with seasons in it: see `prose.ts`. */
export type Prose = string;

export interface PromiseTale {
  readonly what: string;
  /** Days after the session by which it was meant; absent for "some time". */
  readonly due?: number;
  readonly sure?: number;
  readonly why?: string;
  readonly ifThen?: string;
  readonly goal?: string;
  readonly end: CommitmentState;
  /** Days after the session on which it was settled; `due` if absent. */
  readonly on?: number;
  readonly learned?: string;
}

export interface HalfTale {
  /** Who explores; the other one holds. */
  readonly by: Who;
  readonly method?: Method;
  /** The question, by its key. */
  readonly ask?: string;
  /** The line that was laid, by its key. */
  readonly line?: string;
  readonly minutes: number;
  /** Clarity, confidence, energy, motivation as `before>after`; `?` for what was not rated: `3>7 ?>4 5>5 ?`. */
  readonly rate: string;
  /** What makes the clarity afterwards what it is. */
  readonly why?: string;
  /** The explorer's notes. */
  readonly words?: Prose;
  /** The holder's. */
  readonly held?: Prose;
  /** Growth the holder saw. */
  readonly saw?: Prose;
  readonly promise?: PromiseTale;
}

export interface SessionTale {
  readonly at: When;
  readonly how: Manner;
  readonly where: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly halves: readonly HalfTale[];
}

export interface QuestionTale {
  readonly key: string;
  readonly by: Who;
  readonly wording: string;
  readonly earlier?: readonly { readonly wording: string; readonly until: When }[];
  readonly grewOutOf?: readonly string[];
  readonly at: When;
  readonly state: QuestionState;
  readonly since: When;
  readonly answer?: Prose;
  /** A note of one's own beside it. */
  readonly note?: Prose;
}

export interface MatTale {
  readonly name: string;
  readonly when?: string;
  /** How far along the string, 0 to 1; or a spot beside it. */
  readonly on: number | readonly [x: number, y: number];
  /** What the one whose line it is said there. */
  readonly words?: Prose;
  /** What the other one noticed. */
  readonly held?: Prose;
}

export interface TimelineTale {
  readonly key: string;
  readonly by: Who;
  readonly title: string;
  readonly ask?: string;
  readonly path: readonly (readonly [x: number, y: number])[];
  readonly pastAt: 'start' | 'end';
  readonly from: string;
  readonly to: string;
  readonly mats: readonly MatTale[];
  readonly objects: readonly {
    readonly shape: Shape;
    readonly means: string;
    readonly at: readonly [x: number, y: number];
    readonly turned?: number;
  }[];
}

export interface GoalTale {
  readonly key: string;
  readonly by: Who;
  readonly name: string;
  readonly why: string;
  readonly evidence: string;
  readonly step: string;
  readonly levels: readonly [string, string, string, string, string];
  readonly state: GoalState;
  readonly at: When;
  readonly checkIns: readonly { readonly at: When; readonly level: number; readonly words: string }[];
}

export interface AgreementTale {
  readonly at: When;
  readonly until: When;
  readonly promises: readonly { readonly prompt: string; readonly words: string }[];
  /** Days after `at` on which each accepted it. */
  readonly accepted: { readonly me: number; readonly buddy: number };
}

export interface LooseNoteTale {
  readonly at: When;
  readonly words: Prose;
}
