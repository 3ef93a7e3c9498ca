import './popover.css';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { given } from './given.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
  /** A shortcut or a count, at the end of the line. */
  readonly end?: string | undefined;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
}

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactNode;
  /** The accessible name of the list. */
  readonly label: string;
  /** `'line'` parts groups. */
  readonly items: readonly (MenuAction | 'line')[];
  readonly placement?: PopoverProps['placement'];
}

/** Things that can be done here, folded away. */
export function Menu({ trigger, label, items, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="list" aria-label={label}>
          {items.map((item, index) =>
            item === 'line' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by, and keeps no state
              <Separator key={`line ${index}`} className="list-separator" />
            ) : (
              <MenuItem
                key={item.id}
                id={item.id}
                className="list-row"
                textValue={item.label}
                onAction={item.onAction}
                {...given({ isDisabled: item.isDisabled, 'data-danger': item.danger || undefined })}
              >
                {item.icon ? <Icon name={item.icon} size={18} /> : null}
                <span className="list-text">
                  {item.label}
                  {item.detail ? <span className="list-detail">{item.detail}</span> : null}
                </span>
                {item.end ? <span className="list-end">{item.end}</span> : null}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
