import './select.css';
import './popover.css';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A second, softer line. */
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldWords {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  /** What stands there before anything is chosen. */
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}

/** One of several, folded away until asked for. With two to four short choices, `Segmented` is kinder. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel = false, description, problem, value, onChange, choices } = props;
  const { placeholder = 'Choose one', isDisabled = false, isRequired = false } = props;
  return (
    <AriaSelect
      className="field select"
      data-label={hideLabel ? 'hidden' : undefined}
      value={value ?? null}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={problem !== undefined}
    >
      <Label className="field-label">{label}</Label>
      <Button className="field-box select-button">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevronDown" size={16} />
      </Button>
      <FieldRemarks description={description} problem={problem} />
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {({ id, label: text, detail, icon, isDisabled: off = false }) => (
            <ListBoxItem id={id} textValue={text} className="list-row" isDisabled={off}>
              {({ isSelected }) => (
                <>
                  {icon ? <Icon name={icon} size={18} /> : null}
                  <span className="list-text">
                    {text}
                    {detail ? <span className="list-detail">{detail}</span> : null}
                  </span>
                  <span className="list-end">{isSelected ? <Icon name="check" size={16} /> : null}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
