import { type ClipboardEvent, type DragEvent, type Ref, type SyntheticEvent, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { longestPassage } from '#shared/domain/fields.ts';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { given } from './given.ts';
import { overhang } from './overhang.ts';

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'render' | 'ref'> {
  /** Several lines; the box grows with what is written, up to what a passage may hold. */
  readonly multiline?: boolean;
  /** Set in the serif of people's own words. */
  readonly words?: boolean;
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** Plain text. `value`, `onChange(text)`, `onBlur`, `isRequired`, `isDisabled`, `type`, `maxLength` are React Aria's. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel = false,
    description,
    problem,
    multiline = false,
    words = false,
    placeholder = '',
    maxLength = multiline ? longestPassage : undefined,
    onChange,
    ref,
    ...rest
  } = props;
  const [leftOut, setLeftOut] = useState(0);

  /** The browser would cut off what does not fit, without a word. */
  function takeWhole(event: SyntheticEvent<HTMLInputElement & HTMLTextAreaElement>, brought: DataTransfer) {
    const tooMuch = overhang(event.currentTarget, brought.getData('text/plain'));
    if (tooMuch > 0) event.preventDefault();
    setLeftOut(tooMuch);
  }

  const box = {
    className: 'field-box',
    placeholder,
    onPaste: (event: ClipboardEvent<HTMLInputElement & HTMLTextAreaElement>) =>
      takeWhole(event, event.clipboardData),
    onDrop: (event: DragEvent<HTMLInputElement & HTMLTextAreaElement>) =>
      takeWhole(event, event.dataTransfer),
    ...(ref ? { ref } : {}),
  };
  return (
    <AriaTextField
      // Pages say what is wrong; the browser's own validation would silently keep their forms from being sent.
      validationBehavior="aria"
      {...rest}
      {...given({ maxLength })}
      onChange={(text) => {
        setLeftOut(0);
        onChange?.(text);
      }}
      className="field"
      data-label={hideLabel ? 'hidden' : undefined}
      data-words={words || undefined}
      isInvalid={problem !== undefined}
    >
      <Label className="field-label">{label}</Label>
      {multiline ? <TextArea {...box} /> : <Input {...box} />}
      <FieldRemarks description={description} problem={problem} />
      {leftOut > 0 ? (
        <span role="alert" className="field-problem">
          That is {leftOut.toLocaleString()} {leftOut === 1 ? 'character' : 'characters'} more than fits here,
          so it was left out whole. It is still where you took it from.
        </span>
      ) : null}
    </AriaTextField>
  );
}
