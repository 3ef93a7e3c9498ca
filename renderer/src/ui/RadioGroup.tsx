import './choices.css';
import { Label } from 'react-aria-components/Label';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';
import type { Choice } from './Select.tsx';

export interface RadioGroupProps<Value extends string> extends FieldWords {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  readonly isDisabled?: boolean;
  /** `list`: one under the other, with details. `segments`: side by side, for two to four short words. */
  readonly look?: 'list' | 'segments';
}

/** One of a few, all in sight. Arrow keys move and choose. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hideLabel = false, description, problem, value, onChange, choices } = props;
  const { isDisabled = false, look = 'list' } = props;
  return (
    <AriaRadioGroup
      className="field radio-group"
      data-label={hideLabel ? 'hidden' : undefined}
      data-look={look}
      orientation={look === 'segments' ? 'horizontal' : 'vertical'}
      value={value ?? null}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
    >
      <Label className="field-label">{label}</Label>
      <div className="radio-group-choices">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={look === 'segments' ? 'segment' : 'choice'}
            isDisabled={choice.isDisabled ?? false}
          >
            {look === 'list' ? <span className="choice-mark" data-shape="radio" /> : null}
            {choice.icon ? <Icon name={choice.icon} size={18} /> : null}
            <span className="choice-text">
              {choice.label}
              {choice.detail ? <span className="choice-detail">{choice.detail}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <FieldRemarks description={description} problem={problem} />
    </AriaRadioGroup>
  );
}
