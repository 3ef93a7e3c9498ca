import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'render' | 'ref'> {
  /** Several lines; the box grows with what is written. */
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
    ref,
    ...rest
  } = props;
  const box = { className: 'field-box', placeholder, ...(ref ? { ref } : {}) };
  return (
    <AriaTextField
      // Pages say what is wrong; the browser's own validation would silently keep their forms from being sent.
      validationBehavior="aria"
      {...rest}
      className="field"
      data-label={hideLabel ? 'hidden' : undefined}
      data-words={words || undefined}
      isInvalid={problem !== undefined}
    >
      <Label className="field-label">{label}</Label>
      {multiline ? <TextArea {...box} /> : <Input {...box} />}
      <FieldRemarks description={description} problem={problem} />
    </AriaTextField>
  );
}
