import './promise.css';
import type { Day } from '#shared/base/time.ts';
import type { Commitment, CommitmentState } from '#shared/domain/commitment.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

const icons: Readonly<Partial<Record<CommitmentState, IconName>>> = {
  kept: 'check',
  notKept: 'minus',
  letGo: 'arrowRight',
};

/** How a commitment went, at a glance. Its words say it too. There is no cross among the marks. */
export function PromiseMark({ state }: { readonly state: CommitmentState }) {
  const icon = icons[state];
  return (
    <span className="promise-mark" data-state={state} aria-hidden="true">
      {icon ? <Icon name={icon} size={13} /> : null}
    </span>
  );
}

export interface PromiseFactsProps {
  readonly promise: Commitment;
  readonly byDay: (day: Day) => string;
}

/** "by Tuesday, 10 November. If I stall, … How sure: 8". */
export function PromiseFacts({ promise: { due, ifThen, sure }, byDay }: PromiseFactsProps) {
  return (
    <>
      {due ? `by ${byDay(due)}. ` : null}
      <IfThen words={ifThen} />
      {sure === undefined ? null : `How sure: ${sure}`}
    </>
  );
}

/** What to do if something gets in the way, as a sentence among others. */
export function IfThen({ words }: { readonly words: string | undefined }) {
  return words?.trim() ? <bdi>{sentence(words)} </bdi> : null;
}

/** With a full stop, unless it ends otherwise. */
function sentence(words: string): string {
  return words.trim().replace(/([^.!?…])$/u, '$1.');
}
