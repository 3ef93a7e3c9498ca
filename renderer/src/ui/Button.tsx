import './button.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'render'> {
  readonly children: ReactNode;
  /** One `primary` a page at most; `plain` reads like a link in a sentence; `danger` only where something ends. */
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 's' | 'm';
  readonly icon?: IconName | undefined;
  /** As wide as what it stands in. */
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Something to press. `onPress`, `isDisabled`, `isPending`, `type`, `slot` and `aria-*` are React Aria's. */
export function Button({ children, look = 'quiet', size = 'm', icon, wide = false, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="button" data-look={look} data-size={size} data-wide={wide || undefined}>
      {icon ? <Icon name={icon} size={size === 's' ? 16 : 18} /> : null}
      <span className="button-text">{children}</span>
    </AriaButton>
  );
}
