import './button.css';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label' | 'render'> {
  readonly icon: IconName;
  /** The accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly size?: 's' | 'm';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is only a drawing. */
export function IconButton({ icon, label, size = 'm', ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      <AriaButton {...rest} className="icon-button" aria-label={label} data-size={size}>
        <Icon name={icon} size={size === 's' ? 16 : 20} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
