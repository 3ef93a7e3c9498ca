import { useState } from 'react';
import { useLocation } from 'wouter';
import { sessionNumber } from '../../journal/sessions.ts';
import { useComplete, useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { mannerPhrases } from '../../journal/words.ts';
import { OtherVersionsNotice, useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { fullDay } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { SessionDetailsDialog } from './SessionDetailsDialog.tsx';
import { SessionTitle } from './SessionTitle.tsx';
import { deletion, swapHalves } from './sessionChanges.ts';
import { timesShown } from './sessionView.ts';

export interface SessionHeaderProps {
  readonly session: Entry<'session'>;
  readonly turns: readonly Entry<'turn'>[];
}

/** What is known of a session as a whole, and what can be done with it. */
export function SessionHeader({ session, turns }: SessionHeaderProps) {
  const { drafts, view, write } = useWriting();
  const number = useView((now) => sessionNumber(now, session.id));
  // Older sessions are still being read just after the start; until then nobody knows the number.
  const isNumbered = useComplete();
  const { body, change } = useDraft('session', session.id, session.body);
  const [isPuttingRight, setPuttingRight] = useState(false);
  const [, go] = useLocation();
  const times = timesShown(body);
  const earlierVersions = useEarlierVersions(session.id, 'Of the session and all that was written in it.');

  const remove = async () => {
    const settled = await drafts.settleAll();
    const current = view.get('session', session.id);
    if (!settled.ok || !current) return;
    const { changes, undo } = deletion(view, current);
    if (!(await write(changes)).ok) return;
    go('/sessions');
    toast({ message: 'Session deleted.', action: { label: 'Undo', onPress: () => void write(undo) } });
  };

  return (
    <header className="session-header">
      <p className="aside">
        {isNumbered ? `Session ${number}` : 'A session'}, {mannerPhrases[body.manner]}
      </p>
      <div className="session-header-line">
        <SessionTitle session={body} onChange={(title) => change({ title })} />
        <Menu
          label="Session"
          trigger={<IconButton icon="more" label="More for this session" />}
          items={[
            { id: 'details', label: 'Details', icon: 'edit', onAction: () => setPuttingRight(true) },
            {
              id: 'swap',
              label: 'Swap who goes first',
              detail: 'Each half moves with all that is in it.',
              icon: 'redo',
              isDisabled: turns.length === 0,
              onAction: () => void write(swapHalves(turns)),
            },
            earlierVersions,
            'line',
            {
              id: 'delete',
              label: 'Delete session',
              icon: 'trash',
              danger: true,
              onAction: () => void remove(),
            },
          ]}
        />
      </div>
      <ul className="session-facts">
        <li>{fullDay(body.day)}</li>
        {times ? <li>{times}</li> : null}
        {body.title.trim() && body.place.trim() ? (
          <li>
            <bdi>{body.place}</bdi>
          </li>
        ) : null}
        <li>
          <Button look="plain" onPress={() => setPuttingRight(true)}>
            Details
          </Button>
        </li>
      </ul>
      <OtherVersionsNotice id={session.id} />
      {isPuttingRight ? (
        <SessionDetailsDialog session={session} onClose={() => setPuttingRight(false)} />
      ) : null}
    </header>
  );
}

function useWriting() {
  const journal = useJournal();
  return { drafts: journal.drafts, view: journal.view, write: journal.write.bind(journal) };
}
