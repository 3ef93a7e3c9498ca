import { type ReactNode, type RefObject, useState } from 'react';
import type { PersonId } from '#shared/domain/record.ts';
import { countParts, countsInWords, photosInWords, unknownCount } from '../../journal/counts.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { longDay } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { type Bringing, keyStanding } from './importView.ts';
import type { Opened } from './importWork.ts';
import { MissingParts } from './MissingParts.tsx';
import { WhoIsWho } from './WhoIsWho.tsx';

export interface ImportPreviewProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly opened: Opened;
  readonly busy: 'planning' | 'joining' | undefined;
  readonly onMatch: (stranger: PersonId, to: PersonId | 'new') => void;
  readonly onJoin: () => void;
  readonly onCancel: () => void;
}

/** What a share would bring, from whom, and who its people are. */
export function ImportPreview({ heading, opened, busy, onMatch, onJoin, onCancel }: ImportPreviewProps) {
  const { me } = useJournal();
  const { manifest, unread } = opened.preview;
  const { brings, meeting, matches, plan } = opened;
  const sender = manifest.from.name.trim() || 'Someone';
  const standing = useView((view) => keyStanding(view, manifest));
  const [isAsked, setAsked] = useState(false);
  const isOwn = manifest.from.person === me;
  const mustAsk = standing === 'other' && !isOwn;
  const isNothing = plan.added.length === 0 && brings.photos.fresh.length === 0;
  return (
    <section className="share-preview" aria-labelledby="share-preview">
      <h2 id="share-preview" ref={heading} tabIndex={-1} className="share-title">
        {isOwn ? (
          'A share of your own'
        ) : (
          <>
            From <bdi>{sender}</bdi>
          </>
        )}
      </h2>
      <p className="aside share-from">
        Made on {longDay(manifest.day)}
        {manifest.for ? (
          <>
            {' '}
            for <bdi>{manifest.for.name}</bdi>
          </>
        ) : null}
        . {isOwn ? null : <KeyWords sender={sender} standing={standing} />}
      </p>
      {mustAsk ? (
        <Notice look="warn" title="Another key than before.">
          Earlier shares from <bdi>{sender}</bdi> were signed with a different key. That happens when somebody
          begins a new journal; if you are not sure, ask them first.
        </Notice>
      ) : null}
      {isNothing ? (
        <Notice>
          {plan.known.length > 0
            ? 'Everything in this share is already in your journal. There is nothing to add.'
            : 'There is nothing in this share that can be added.'}
        </Notice>
      ) : null}
      <section aria-labelledby="share-brings">
        <SectionHeading id="share-brings">What it brings</SectionHeading>
        <BringingList brings={brings} unread={unread} />
        {brings.titled.length > 0 ? (
          <ul className="share-titles" aria-label="Sessions, timelines and questions">
            {brings.titled.map(({ id, title, detail }) => (
              <li key={id}>
                <bdi className="share-choice-title">{title}</bdi>
                <span className="aside">{detail}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <MissingParts missing={brings.missing} sender={isOwn ? undefined : sender} />
      {isNothing || meeting.strangers.length === 0 ? null : (
        <WhoIsWho meeting={meeting} matches={matches} sender={sender} onMatch={onMatch} />
      )}
      {mustAsk && !isNothing ? (
        <Checkbox isSelected={isAsked} onChange={setAsked}>
          I know that this is from <bdi>{sender}</bdi>
        </Checkbox>
      ) : null}
      <div className="share-actions">
        {isNothing ? (
          <Button look="primary" onPress={onCancel}>
            Done
          </Button>
        ) : (
          <>
            <Button onPress={onCancel} isDisabled={busy === 'joining'}>
              Not now
            </Button>
            <Button
              look="primary"
              onPress={onJoin}
              isPending={busy !== undefined}
              isDisabled={mustAsk && !isAsked}
            >
              Add to my journal
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function KeyWords({
  sender,
  standing,
}: {
  readonly sender: string;
  readonly standing: 'first' | 'same' | 'other';
}) {
  if (standing === 'same') return <>Signed with the same key as before.</>;
  return (
    <>
      Signed by <bdi>{sender}</bdi>, whom you have not paired with yet: you trust the passphrase.
    </>
  );
}

function BringingList({ brings, unread }: { readonly brings: Bringing; readonly unread: readonly string[] }) {
  const { fresh, changed, deleted, known, refused, newer, photos } = brings;
  const unsafe = photos.unsafe === 0 ? [] : [`${photosInWords(photos.unsafe)} that cannot be shown safely`];
  const unknown = unknownCount(fresh);
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['New', [...countParts(fresh), photosInWords(photos.fresh.length)].filter(Boolean).join(', ')],
    ['Changed', countsInWords(changed)],
    ['Deleted', countsInWords(deleted)],
    ['Already here', known === 0 ? '' : entries(known)],
    [
      'Needs a newer Stringwalk',
      newer === 0 ? '' : `${entries(Math.max(newer, unknown))}, kept until yours can show them`,
    ],
    ['Not read', unread.length === 0 ? '' : `${unread.length} files that only a newer Stringwalk knows`],
    ['Not taken', [...refused.map(({ count, why }) => `${entries(count)}: ${why}`), ...unsafe].join('; ')],
  ];
  const shown = rows.filter(([, words]) => words !== '');
  return (
    <dl className="share-brings">
      {shown.length === 0 ? (
        <div>
          <dt>New</dt>
          <dd>Nothing</dd>
        </div>
      ) : null}
      {shown.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
