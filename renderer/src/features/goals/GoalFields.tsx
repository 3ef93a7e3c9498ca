import type { Goal } from '#shared/domain/goal.ts';
import { TextField } from '../../ui/TextField.tsx';
import { levelFigure, levelNames, levels } from './goalsView.ts';

export type GoalWords = Pick<Goal, 'why' | 'evidence' | 'smallestStep' | 'levels'>;

export interface GoalFieldsProps {
  readonly words: GoalWords;
  readonly onChange: (patch: Partial<GoalWords>) => void;
}

/** All that is written of a goal but its name. */
export function GoalFields({ words, onChange }: GoalFieldsProps) {
  return (
    <>
      <TextField
        label="Why it matters"
        words
        multiline
        value={words.why}
        onChange={(why) => onChange({ why })}
      />
      <TextField
        label="How you will know it is enough"
        words
        multiline
        value={words.evidence}
        onChange={(evidence) => onChange({ evidence })}
      />
      <TextField
        label="The smallest step somebody could see"
        words
        value={words.smallestStep}
        onChange={(smallestStep) => onChange({ smallestStep })}
        maxLength={500}
      />
      <fieldset className="goal-levels">
        <legend>Five levels</legend>
        <p className="aside">What would each look like? Written now, they keep you honest and kind later.</p>
        {levels.map((level, index) => (
          <div key={level} className="goal-level">
            <span className="goal-level-figure" aria-hidden="true">
              {levelFigure(level)}
            </span>
            <TextField
              label={levelNames[level]}
              words
              value={words.levels[index] ?? ''}
              onChange={(text) => onChange({ levels: withLevel(words.levels, index, text) })}
              maxLength={500}
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}

function withLevel(all: Goal['levels'], index: number, text: string): Goal['levels'] {
  const [a, b, c, d, e] = all.map((kept, at) => (at === index ? text : kept));
  return [a ?? '', b ?? '', c ?? '', d ?? '', e ?? ''];
}
