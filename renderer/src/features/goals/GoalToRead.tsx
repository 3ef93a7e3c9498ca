import type { Goal } from '#shared/domain/goal.ts';
import { levelFigure, levelNames, levels } from './goalsView.ts';

/** A goal that came from the other journal: theirs to change, ours to read. */
export function GoalToRead({ goal }: { readonly goal: Goal }) {
  const parts = [
    { label: 'Why it matters', words: goal.why },
    { label: 'How it will be known to be enough', words: goal.evidence },
    { label: 'The smallest step somebody could see', words: goal.smallestStep },
    ...levels.map((level, index) => ({
      label: `${levelFigure(level)} ${levelNames[level]}`,
      words: goal.levels[index] ?? '',
    })),
  ].filter(({ words }) => words.trim() !== '');
  return (
    <dl className="goal-to-read">
      {parts.map(({ label, words }) => (
        <div key={label}>
          <dt className="aside">{label}</dt>
          <dd className="words" dir="auto">
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
