import { useRef, useState } from 'react';
import type { Body } from '#shared/domain/record.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { titleShown } from './sessionView.ts';

export interface SessionTitleProps {
  readonly session: Body<'session'>;
  readonly onChange: (title: string) => void;
}

/** The title, which becomes a field when it is pressed. The heading stays a heading for those who do not see it. */
export function SessionTitle({ session, onChange }: SessionTitleProps) {
  const [isOpen, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const shown = titleShown(session);

  /** Left as by any other way, so that what was typed becomes a version; whoever used the keyboard goes on from there. */
  const leave = (field: HTMLElement) => {
    field.blur();
    requestAnimationFrame(() => edit.current?.focus());
  };

  return (
    <div className="session-title">
      <h1
        dir="auto"
        tabIndex={-1}
        className={isOpen ? 'visually-hidden' : ''}
        data-unnamed={session.title.trim() === '' || undefined}
      >
        {shown}
      </h1>
      {isOpen ? (
        <TextField
          label="Title"
          hideLabel
          words
          autoFocus
          value={session.title}
          onChange={onChange}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') leave(event.currentTarget);
          }}
          placeholder={shown}
          maxLength={500}
        />
      ) : (
        <IconButton ref={edit} icon="edit" label="Edit the title" onPress={() => setOpen(true)} />
      )}
    </div>
  );
}
