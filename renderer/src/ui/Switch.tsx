import './choices.css';
import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children' | 'render'> {
  readonly children: ReactNode;
  /** A second, softer line. */
  readonly detail?: ReactNode;
}

/** On or off, at once. `isSelected` and `onChange` are React Aria's. */
export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="choice switch">
      <span className="switch-track">
        <span className="switch-thumb" />
      </span>
      <span className="choice-text">
        {children}
        {detail ? <span className="choice-detail">{detail}</span> : null}
      </span>
    </AriaSwitch>
  );
}
