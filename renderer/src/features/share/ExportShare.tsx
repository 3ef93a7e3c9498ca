import { useEffect, useRef } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { usePair } from '../../journal/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { chosenCount } from './chooseView.ts';
import type { ExportProblem } from './exportWork.ts';
import { LockStep } from './LockStep.tsx';
import { LookStep } from './LookStep.tsx';
import { type ExportStep, useExport } from './useExport.ts';

const steps: readonly { readonly step: ExportStep; readonly name: string }[] = [
  { step: 'choose', name: 'Choose' },
  { step: 'look', name: 'What leaves' },
  { step: 'lock', name: 'Passphrase' },
];

/** Choosing, looking, locking: nothing is written anywhere before the last of them. */
export function ExportShare({ onEnd }: { readonly onEnd: () => void }) {
  const work = useExport();
  const { step, choice, leaving, isReady } = work;
  const heading = useRef<HTMLHeadingElement>(null);
  const { buddy } = usePair();

  useEffect(() => {
    // Each step begins at its heading, also for those who cannot see it change.
    if (step) heading.current?.focus();
  }, [step]);

  if (step === 'saved') {
    return (
      <section className="share-saved" aria-labelledby="share-saved">
        <h2 id="share-saved" ref={heading} tabIndex={-1}>
          Saved
        </h2>
        <p>
          <strong>{work.savedName}</strong> is ready to go. Tell <bdi>{buddy.name}</bdi> the passphrase; never
          send it the same way as the file.
        </p>
        {work.lock.way === 'spoken' ? (
          <output className="share-spoken" aria-label="Passphrase">
            {work.lock.spoken}
          </output>
        ) : null}
        <Button look="primary" onPress={onEnd}>
          Done
        </Button>
      </section>
    );
  }
  const current = steps.findIndex((each) => each.step === step);
  return (
    <section className="share-export" aria-labelledby="share-export">
      <h2 id="share-export" ref={heading} tabIndex={-1} className="share-title">
        Export a share
      </h2>
      <ol className="share-steps" aria-label="Steps">
        {steps.map(({ step: each, name }, index) => (
          <li key={each} aria-current={each === step ? 'step' : undefined} data-done={index < current}>
            {name}
          </li>
        ))}
      </ol>
      {step === 'choose' ? <ChooseStep choice={choice} onChoose={work.choose} /> : null}
      {step === 'look' && leaving ? (
        <LookStep leaving={leaving} held={work.held} onHold={work.hold} onRelease={work.release} />
      ) : null}
      {step === 'lock' ? (
        <LockStep lock={work.lock} onChange={work.changeLock} problems={work.problems} />
      ) : null}
      {work.problem === undefined ? null : (
        <Notice look="problem">{problemWords(work.problem)} Nothing has left your journal.</Notice>
      )}
      {work.progress ? (
        <Progress
          label={
            work.progress.step === 'reading' ? 'Gathering what leaves' : 'Locking it with the passphrase'
          }
          value={work.progress.done}
          detail={work.progress.step === 'reading' ? undefined : 'This takes a few seconds'}
          onCancel={work.stop}
        />
      ) : (
        <div className="share-actions">
          <Button onPress={current === 0 ? onEnd : work.back}>{current === 0 ? 'Cancel' : 'Back'}</Button>
          {step === 'lock' ? (
            <Button look="primary" icon="lock" onPress={work.save}>
              Save the share
            </Button>
          ) : (
            <Button
              look="primary"
              isDisabled={
                !isReady || (step === 'choose' ? chosenCount(choice) === 0 : leaving?.chapters.length === 0)
              }
              onPress={work.next}
            >
              {step === 'choose' ? 'Look at what leaves' : 'Choose a passphrase'}
            </Button>
          )}
        </div>
      )}
      {isReady ? null : <p className="aside">Older pages are still being read. A moment.</p>}
    </section>
  );
}

function problemWords(problem: ExportProblem): string {
  switch (problem) {
    case 'too-big':
      return 'This is more than one share can carry. Choose fewer sessions and make two.';
    case 'too-long':
      return 'One of these texts is longer than a share can carry. Hold it back, or cut it in two.';
    case 'unreadable':
      return 'Part of what you chose could not be read from the disk.';
    case 'cannot-write':
      return 'The file could not be written there. Choose another place.';
    case 'took-too-long':
      return 'This took too long and was stopped.';
    case 'failed':
      return 'Something went wrong while the share was made.';
    case 'cancelled':
    case 'stopped':
      return 'Stopped.';
    default:
      return unreachable(problem);
  }
}
