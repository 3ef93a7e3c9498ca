import './choices.css';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox';
import { Icon } from './Icon.tsx';

export interface CheckboxProps
  extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children' | 'render'> {
  readonly children: ReactNode;
  /** A second, softer line. */
  readonly detail?: ReactNode;
}

/** Yes or no, taken with the rest of a form. `isSelected`, `onChange`, `isIndeterminate` are React Aria's. */
export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="choice">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="choice-mark" data-shape="box">
            {isIndeterminate ? <Icon name="minus" size={14} /> : null}
            {isSelected && !isIndeterminate ? <Icon name="check" size={14} /> : null}
          </span>
          <span className="choice-text">
            {children}
            {detail ? <span className="choice-detail">{detail}</span> : null}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
