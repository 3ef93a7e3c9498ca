import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Beginning } from '../../journal/beginning.ts';
import { useStrength } from '../../journal/strength/useStrength.ts';
import { NewPassphrase } from '../../parts/NewPassphrase.tsx';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import type { Choice } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { beginningOf, emptyDraft, problemsOf, type WelcomeDraft } from './beginning.ts';

const protections: readonly Choice<WelcomeDraft['protect']>[] = [
  {
    value: 'later',
    label: 'Later, in Settings',
    detail: 'Until then the journal is not protected: whoever can open the files on this disk can read it.',
  },
  {
    value: 'now',
    label: 'Now',
    detail:
      'Nobody who gets at this disk can read it. If you forget the passphrase, only the recovery sheet you are shown next opens it again.',
  },
];

/** A name or a walk needs no more; the journal's own limit lies far beyond. */
const longestLine = 120;

/** What the journal has to know to begin. Problems show once somebody has tried, and go as they are mended. */
export function WelcomeForm(props: {
  readonly today: Day;
  readonly isBusy: boolean;
  readonly onBegin: (beginning: Beginning, passphrase: string) => void;
}) {
  const { today, isBusy, onBegin } = props;
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const isJudging = useRef(false);
  const change = (patch: Partial<WelcomeDraft>) => setDraft((current) => ({ ...current, ...patch }));
  const strength = useStrength(draft.passphrase, [draft.myName, draft.buddyName, draft.usualWalk]);
  const problems = attempts > 0 ? problemsOf(draft, strength.guess) : {};

  useEffect(() => {
    if (attempts > 0) firstProblem(form.current)?.focus();
  }, [attempts]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isJudging.current) return;
    isJudging.current = true;
    const guess = draft.protect === 'now' ? await strength.judge() : undefined;
    isJudging.current = false;
    const ready = beginningOf(draft, guess);
    // A day that is out of reach stays in its field, with a sentence of its own, and is not part of the draft.
    if (ready && !firstProblem(form.current)) onBegin(ready.beginning, ready.passphrase);
    else setAttempts(attempts + 1);
  };

  return (
    <form ref={form} className="welcome-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="welcome-pair">
        <TextField
          label="Your name"
          value={draft.myName}
          onChange={(myName) => change({ myName })}
          problem={problems.myName}
          maxLength={longestLine}
          isDisabled={isBusy}
          autoComplete="off"
          autoFocus
          dir="auto"
        />
        <TextField
          label="Your buddy's name"
          value={draft.buddyName}
          onChange={(buddyName) => change({ buddyName })}
          problem={problems.buddyName}
          maxLength={longestLine}
          isDisabled={isBusy}
          autoComplete="off"
          dir="auto"
        />
        <DayField
          label="Buddies since"
          description="Roughly is fine."
          value={draft.since}
          onChange={(since) => change({ since })}
          max={today}
          problem={problems.since}
          isDisabled={isBusy}
        />
        <TextField
          label="Your usual walk"
          description="If you have one."
          value={draft.usualWalk}
          onChange={(usualWalk) => change({ usualWalk })}
          maxLength={longestLine}
          isDisabled={isBusy}
          autoComplete="off"
          dir="auto"
        />
      </div>
      <RadioGroup
        label="Protect this journal with a passphrase"
        value={draft.protect}
        onChange={(protect) => change({ protect })}
        choices={protections}
        isDisabled={isBusy}
      />
      {draft.protect === 'now' ? (
        <div className="welcome-pair">
          <NewPassphrase
            label="Passphrase"
            passphrase={draft.passphrase}
            again={draft.again}
            onChange={change}
            problems={problems}
            guess={strength.guess}
            isDisabled={isBusy}
          />
        </div>
      ) : null}
      <Button look="primary" type="submit" isDisabled={isBusy}>
        Begin
      </Button>
    </form>
  );
}

function firstProblem(form: HTMLFormElement | null): HTMLElement | null | undefined {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"]');
}
