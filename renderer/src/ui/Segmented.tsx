import { RadioGroup, type RadioGroupProps } from './RadioGroup.tsx';

export type SegmentedProps<Value extends string> = Omit<RadioGroupProps<Value>, 'look'>;

/** Two to four short choices side by side. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return <RadioGroup {...props} look="segments" />;
}
