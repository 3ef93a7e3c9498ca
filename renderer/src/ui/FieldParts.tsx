import './field.css';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Text } from 'react-aria-components/Text';

/** What every field of this design system takes beside its value. */
export interface FieldWords {
  /** Shown above the field and its accessible name. */
  readonly label: string;
  /** For fields whose place already says what they are; the name stays for assistive technology. */
  readonly hideLabel?: boolean;
  /** One line of help below. */
  readonly description?: ReactNode;
  /** What is wrong and what to do about it. Its presence makes the field invalid. */
  readonly problem?: string | undefined;
}

/** Help and problem, announced with the field they stand in. */
export function FieldRemarks({ description, problem }: Pick<FieldWords, 'description' | 'problem'>) {
  return (
    <>
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      <FieldError className="field-problem">
        {({ validationErrors }) => problem ?? validationErrors.join(' ')}
      </FieldError>
    </>
  );
}
