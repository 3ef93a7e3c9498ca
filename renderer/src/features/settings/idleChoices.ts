import type { Choice } from '../../ui/Select.tsx';

const offered = [0, 2, 5, 10, 20, 30, 60];

/** How long nobody may be there before the journal locks; what is set now is always among them. */
export function idleChoices(present: number): readonly Choice<string>[] {
  const minutes = [...new Set([...offered, present])].sort((a, b) => a - b);
  return minutes.map((each) => ({ value: String(each), label: labelOf(each) }));
}

function labelOf(minutes: number): string {
  if (minutes === 0) return 'Never while I am away';
  if (minutes === 60) return 'After an hour away';
  return minutes === 1 ? 'After a minute away' : `After ${minutes} minutes away`;
}
