import './pickList.css';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';

export interface PickItem {
  readonly id: string;
  /** What somebody would type to get there. */
  readonly name: string;
  readonly children: ReactNode;
}

export interface PickListProps {
  readonly label: string;
  readonly groups: readonly { readonly title: string; readonly items: readonly PickItem[] }[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** A list beside what it leads to: arrow keys move through it, and what is chosen is shown at once. */
export function PickList({ label, groups, selected, onSelect }: PickListProps) {
  return (
    <ListBox
      className="pick-list"
      aria-label={label}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
    >
      {groups.map(({ title, items }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have one title, and a section keeps no state
        <ListBoxSection key={`${title} ${index}`} id={`${title} ${index}`}>
          <Header className="pick-list-title">{title}</Header>
          {items.map(({ id, name, children }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="pick-list-item">
              {children}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
