import './commandList.css';
import './popover.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { nextInList } from './commandKeys.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

export interface Command {
  /** Unique in the whole list. */
  readonly id: string;
  readonly text: ReactNode;
  /** A second, softer line: where it was found, an excerpt with `<mark>`. */
  readonly detail?: ReactNode;
  readonly icon?: IconName | undefined;
  /** A shortcut or a date, at the end of the line. */
  readonly end?: ReactNode;
  readonly onAction: () => void;
}

export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly Command[];
}

export interface CommandListProps {
  /** The accessible name of the box: "Search". */
  readonly label: string;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** Only groups with something in them are shown. */
  readonly groups: readonly CommandGroup[];
  readonly placeholder?: string;
  /** Shown and announced when there is nothing. */
  readonly empty?: ReactNode;
  /** Said to screen readers when the list changes: "12 found". */
  readonly summary?: string | undefined;
}

/**
 * A box to type in and what it finds, as a combobox with a list that is always open. The focus stays in the box;
 * arrows, Page Up and Page Down, Ctrl+Home and Ctrl+End walk, Enter does. Filtering is the caller's.
 */
export function CommandList(props: CommandListProps) {
  const { label, query, onQueryChange, groups, placeholder = '', empty, summary } = props;
  const id = useId();
  const [chosenId, setChosenId] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const filled = groups.filter((group) => group.commands.length > 0);
  const commands = filled.flatMap((group) => group.commands);
  // What was chosen may no longer be there; then the first one is.
  const chosen = commands.find((command) => command.id === chosenId) ?? commands[0];
  const optionId = (command: Command) => `${id}-${command.id}`;

  // Only the list scrolls, never the page, and only when a row was chosen: to measure costs a layout, which typing
  // should not pay for.
  const chosenRow = chosenId !== undefined && chosen ? optionId(chosen) : undefined;
  useEffect(() => {
    const row = chosenRow === undefined ? null : document.getElementById(chosenRow);
    const box = list.current;
    if (!row || !box) return;
    const [seen, wanted] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
    if (wanted.top < seen.top) box.scrollTop -= seen.top - wanted.top;
    else if (wanted.bottom > seen.bottom) box.scrollTop += wanted.bottom - seen.bottom;
  }, [chosenRow]);
  const isScrolled = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      chosen?.onAction();
      return;
    }
    const at = chosen ? commands.indexOf(chosen) : -1;
    const next = nextInList(event.key, event.ctrlKey || event.metaKey, at, commands.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosenId(commands[next]?.id);
  }

  return (
    <div className="command-list">
      <div className="command-list-box">
        <Icon name="search" />
        <input
          className="command-list-input"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? optionId(chosen) : undefined}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the list appears because somebody asked to type into it
          autoFocus
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setChosenId(undefined);
            if (isScrolled.current) list.current?.scrollTo(0, 0);
            isScrolled.current = false;
            onQueryChange(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        className="command-list-found"
        id={`${id}-list`}
        ref={list}
        onScroll={() => {
          isScrolled.current = true;
        }}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
      >
        {filled.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: only role=group may stand inside a listbox
          <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
            <div className="list-header" id={`${id}-group-${group.id}`}>
              {group.title}
            </div>
            {group.commands.map((command, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the box, which keeps the focus
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: rows hold nothing, and to rewrite one is cheaper than to make one
                key={index}
                id={optionId(command)}
                className="list-row"
                role="option"
                tabIndex={-1}
                aria-selected={command === chosen}
                data-focused={command === chosen || undefined}
                onPointerMove={() => {
                  if (command !== chosen) setChosenId(command.id);
                }}
                // The focus must stay in the box.
                onMouseDown={(event) => event.preventDefault()}
                onClick={command.onAction}
              >
                {command.icon ? <Icon name={command.icon} size={18} /> : null}
                <span className="list-text">
                  {command.text}
                  {command.detail ? <span className="list-detail">{command.detail}</span> : null}
                </span>
                {command.end ? <span className="list-end">{command.end}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {commands.length === 0 && empty ? <p className="command-list-empty">{empty}</p> : null}
      <p className="visually-hidden" role="status">
        {summary}
      </p>
    </div>
  );
}
