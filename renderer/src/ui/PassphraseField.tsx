import './passphraseField.css';
import { type KeyboardEvent, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { IconButton } from './IconButton.tsx';

export interface PassphraseFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (passphrase: string) => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

/** A passphrase: hidden unless asked to show, with a word when Caps Lock is on. Nothing remembers or suggests it. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, hideLabel = false, description, problem, value, onChange } = props;
  const { autoFocus = false, isDisabled = false } = props;
  const [isShown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <AriaTextField
      className="field passphrase-field"
      data-label={hideLabel ? 'hidden' : undefined}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
      isInvalid={problem !== undefined}
      // The browser's own validation would keep a form from being sent again after a wrong passphrase.
      validationBehavior="aria"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <div className="passphrase-line">
        <Input className="field-box" />
        <IconButton
          icon={isShown ? 'eyeOff' : 'eye'}
          // Not "Show passphrase": the field alone goes by that word.
          label={isShown ? 'Hide what I type' : 'Show what I type'}
          size="s"
          isDisabled={isDisabled}
          onPress={() => setShown(!isShown)}
        />
      </div>
      <FieldRemarks
        description={capsLock ? 'Caps Lock is on.' : problem ? undefined : description}
        problem={problem}
      />
    </AriaTextField>
  );
}
