import './numberField.css';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';

export interface NumberFieldProps
  extends FieldWords,
    Omit<
      AriaNumberFieldProps,
      'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'onChange' | 'render'
    > {
  readonly value: number | undefined;
  /** `undefined` when the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
}

/** A number with two small buttons; `minValue`, `maxValue`, `step` and `formatOptions` are React Aria's. */
export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel = false, description, problem, value, onChange, ...rest } = props;
  return (
    <AriaNumberField
      {...rest}
      className="field"
      data-label={hideLabel ? 'hidden' : undefined}
      isInvalid={problem !== undefined}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box number-field">
        <Button slot="decrement" className="number-field-step">
          <Icon name="minus" size={16} />
        </Button>
        <Input className="number-field-input" />
        <Button slot="increment" className="number-field-step">
          <Icon name="plus" size={16} />
        </Button>
      </Group>
      <FieldRemarks description={description} problem={problem} />
    </AriaNumberField>
  );
}
