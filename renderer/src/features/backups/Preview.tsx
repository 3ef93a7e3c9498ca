import { useId } from 'react';
import { dayOf } from '#shared/base/time.ts';
import type { RestorePreview } from '../../journal/backup/restoring.ts';
import { unreadWords } from '../../parts/unreadWords.ts';
import { useDayWords } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { comesBack, isAllHere, nothingBack, staysOut, wordsOnWhatGoes } from './restoreView.ts';

/** What a backup holds that is not here. */
export function Preview({ preview }: { readonly preview: RestorePreview }) {
  const heading = useId();
  const { words } = useDayWords();
  const { about, unread, isWhole } = preview;
  const lacking = unreadWords(unread, 'this backup');
  const lines = comesBack(preview);
  const goes = wordsOnWhatGoes(preview);
  return (
    <section className="backups-part" aria-labelledby={heading}>
      <SectionHeading id={heading}>What comes back</SectionHeading>
      <p>
        <bdi>{about.name}</bdi>’s journal, as it stood on {words(dayOf(about.madeAt), 'full')}.{' '}
        {isWhole
          ? 'It is whole: every word was read and checked.'
          : 'Part of it is damaged and cannot be read any more. What can be read was checked, and a newer backup may hold the rest.'}
      </p>
      {lacking ? <p>{lacking}</p> : null}
      {goes ? <Notice look="warn">{goes}</Notice> : null}
      {isAllHere(preview) ? (
        <p>{nothingBack(preview)}</p>
      ) : (
        <ul className="backups-list" aria-labelledby={heading}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="aside">{staysOut(preview)}</p>
    </section>
  );
}
