import type { Day } from '#shared/base/time.ts';
import type { Beginning } from '../../journal/beginning.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import type { Guess } from '../../journal/strength/strengthWords.ts';

/** The welcome form as it stands. */
export interface WelcomeDraft {
  readonly myName: string;
  readonly buddyName: string;
  readonly since: Day | undefined;
  readonly usualWalk: string;
  readonly protect: 'now' | 'later';
  readonly passphrase: string;
  readonly again: string;
}

export type WelcomeProblems = { readonly [Field in keyof WelcomeDraft]?: string };

export function emptyDraft(today: Day): WelcomeDraft {
  return {
    myName: '',
    buddyName: '',
    since: today,
    usualWalk: '',
    protect: 'later',
    passphrase: '',
    again: '',
  };
}

/** What still keeps the journal from beginning: a sentence for each field that needs another look. */
export function problemsOf(draft: WelcomeDraft, guess?: Guess): WelcomeProblems {
  return {
    ...(draft.myName.trim() === '' ? { myName: 'Write your name: your words will carry it.' } : {}),
    ...(draft.buddyName.trim() === '' ? { buddyName: 'Write the name of the one you walk with.' } : {}),
    ...(draft.since === undefined ? { since: 'Choose a day. Roughly is fine.' } : {}),
    ...(draft.protect === 'now' ? passphraseProblems(draft.passphrase, draft.again, guess) : {}),
  };
}

/** The draft as the journal begins with it, or undefined while something is missing. */
export function beginningOf(
  draft: WelcomeDraft,
  guess?: Guess,
): { readonly beginning: Beginning; readonly passphrase: string } | undefined {
  if (draft.since === undefined || Object.keys(problemsOf(draft, guess)).length > 0) return undefined;
  return {
    beginning: {
      myName: draft.myName.trim(),
      buddyName: draft.buddyName.trim(),
      since: draft.since,
      usualWalk: draft.usualWalk.trim(),
    },
    passphrase: draft.protect === 'now' ? draft.passphrase : '',
  };
}
