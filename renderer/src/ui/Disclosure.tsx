import './disclosure.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { given } from './given.ts';
import { Icon } from './Icon.tsx';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly defaultExpanded?: boolean;
  readonly isExpanded?: boolean | undefined;
  readonly onExpandedChange?: ((isExpanded: boolean) => void) | undefined;
}

/** Something that may be looked at, folded away until then. */
export function Disclosure(props: DisclosureProps) {
  const { title, children, defaultExpanded = false, isExpanded, onExpandedChange } = props;
  return (
    <AriaDisclosure
      className="disclosure"
      defaultExpanded={defaultExpanded}
      {...given({ isExpanded, onExpandedChange })}
    >
      <Button slot="trigger" className="disclosure-trigger">
        <Icon name="chevronRight" size={16} />
        <span>{title}</span>
      </Button>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
