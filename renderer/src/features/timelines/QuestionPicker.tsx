import { useMemo } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import { personShown } from '../../journal/people.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import type { Choice } from '../../ui/Select.tsx';
import { Select } from '../../ui/Select.tsx';

export interface QuestionPickerProps {
  readonly value: IdOf<'question'> | undefined;
  readonly onChange: (question: IdOf<'question'> | undefined) => void;
}

type Picked = IdOf<'question'> | 'none';

/** The question a line is laid for, if it is for one. Those carried now come first. */
export function QuestionPicker({ value, onChange }: QuestionPickerProps) {
  const { view } = useJournal();
  const version = useVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const choices = useMemo((): readonly Choice<Picked>[] => {
    const carriedFirst = view.all('question').toSorted((a, b) => {
      const rank = (state: string) => (state === 'carried' ? 0 : state === 'drafted' ? 1 : 2);
      return rank(a.body.state) - rank(b.body.state) || (a.body.day < b.body.day ? 1 : -1);
    });
    return [
      { value: 'none', label: 'No question' },
      ...carriedFirst.map(({ id, body }) => ({
        value: id,
        label: body.wording.trim() || 'A question without words yet',
        detail: personShown(view, body.person).name,
      })),
    ];
  }, [view, version]);
  return (
    <Select<Picked>
      label="Question it is laid for"
      value={value ?? 'none'}
      onChange={(picked) => onChange(picked === 'none' ? undefined : picked)}
      choices={choices}
    />
  );
}
