import { useMemo, useState } from 'react';
import { kindIn, type RecordId } from '#shared/base/ids.ts';
import { photosIn, type RichText } from '#shared/domain/richText.ts';
import { recordsIn } from '#shared/share/closure.ts';
import type { OutlineChapter, OutlineGroup, OutlineItem } from '#shared/share/outline.ts';
import { countKinds } from '#shared/share/shareFile.ts';
import { countParts, countsInWords, photosInWords } from '../../journal/counts.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RichTextView } from '../../ui/editor/RichTextView.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { othersStay, staying } from './chooseView.ts';
import type { Leaving } from './exportWork.ts';
import { chaptersOutline, supportLines } from './shareOutline.ts';

interface Holding {
  /** Ids of records, and names of photos. */
  readonly held: ReadonlySet<string>;
  readonly onHold: (ids: readonly string[]) => void;
  readonly onRelease: (ids: readonly string[]) => void;
}

export interface LookStepProps extends Holding {
  readonly leaving: Leaving;
}

/** More chapters than this are folded, so that the page stays quick; all their words are still there to see. */
const unfoldedChapters = 12;

/** Every word that will leave, in reading order, each to be held back; and what stays, as numbers. */
export function LookStep({ leaving, ...holding }: LookStepProps) {
  const { view } = useJournal();
  const { me, buddy } = usePair();
  const { all, chapters, support, ids, photos } = leaving;
  const outline = useMemo(() => chaptersOutline(view, all.chapters), [view, all]);
  const stays = useView((current) => staying(current, ids));
  const records = recordsIn(chapters);
  const counts = countKinds(records);
  const said = (person: string) =>
    records.filter((entry) => 'person' in entry.body && view.resolve(entry.body.person as string) === person)
      .length;
  return (
    <div className="share-look">
      <section aria-labelledby="share-leaves">
        <SectionHeading id="share-leaves">What leaves</SectionHeading>
        <p className="share-lead">
          {[...countParts(counts), photosInWords(photos.length)].filter(Boolean).join(', ')}; {said(me.id)} in{' '}
          <bdi>{me.name}</bdi>’s words and {said(buddy.id)} in <bdi>{buddy.name}</bdi>’s. Untick what you
          would rather keep to yourself.
        </p>
        {outline.map((chapter) => (
          <ChapterView
            key={chapter.id}
            chapter={chapter}
            isFolded={outline.length > unfoldedChapters}
            {...holding}
          />
        ))}
        {support.length > 0 ? (
          <section className="share-chapter" aria-labelledby="share-support">
            <h3 id="share-support" className="share-chapter-title">
              And with it
            </h3>
            <ul className="share-facts">
              {supportLines(support).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </section>
      <section aria-labelledby="share-stays">
        <SectionHeading id="share-stays">What stays</SectionHeading>
        <p className="share-lead">
          {countParts(stays).length > 0 ? `${countsInWords(stays)}. ` : ''}Earlier versions stay as well, and
          so does whatever you deleted. {othersStay(all.othersWords.length)}
          Photos leave with their texts unless you untick them, and a question takes its earlier wordings
          along.
        </p>
      </section>
    </div>
  );
}

/** What can be held back as a whole, by the kind of its id. */
const wholes: Readonly<Record<string, string>> = {
  timeline: 'this timeline',
  question: 'this question',
  turn: 'this half',
  mat: 'this mat',
};

function HoldButton({ id, held, onHold, onRelease }: Holding & { readonly id: RecordId }) {
  const whole = wholes[kindIn(id)];
  if (whole === undefined) return null;
  return held.has(id) ? (
    <Button look="plain" size="s" onPress={() => onRelease([id])}>
      Let {whole} leave
    </Button>
  ) : (
    <Button look="plain" size="s" onPress={() => onHold([id])}>
      Hold back {whole}
    </Button>
  );
}

function ChapterView(props: Holding & { readonly chapter: OutlineChapter; readonly isFolded: boolean }) {
  const { chapter, isFolded, ...holding } = props;
  const { id, eyebrow, heading, facts, groups } = chapter;
  const isHeld = holding.held.has(id);
  const [isOpen, setOpen] = useState(!isFolded);
  const inside = isHeld ? (
    <p className="aside">Stays here.</p>
  ) : (
    <>
      <Facts facts={facts} />
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question has two groups of one id, always in this order
        <GroupView key={`${group.id} ${index}`} group={group} isPart={group.id !== id} {...holding} />
      ))}
    </>
  );
  return (
    <section className="share-chapter" aria-labelledby={`share-${id}`}>
      <p className="aside">{eyebrow}</p>
      <div className="share-chapter-head">
        <h3 id={`share-${id}`} className="share-chapter-title" dir="auto">
          {heading}
        </h3>
        <HoldButton id={id} {...holding} />
      </div>
      {isFolded && !isHeld ? (
        <Disclosure title="Every word of it" isExpanded={isOpen} onExpandedChange={setOpen}>
          {isOpen ? inside : null}
        </Disclosure>
      ) : (
        inside
      )}
    </section>
  );
}

function GroupView(props: Holding & { readonly group: OutlineGroup; readonly isPart: boolean }) {
  const { group, isPart, ...holding } = props;
  const isHeld = isPart && holding.held.has(group.id);
  return (
    <div className="share-group">
      {group.heading === undefined ? null : (
        <div className="share-chapter-head">
          <h4 dir="auto">{group.heading}</h4>
          {isPart ? <HoldButton id={group.id} {...holding} /> : null}
        </div>
      )}
      {isHeld ? (
        <p className="aside">Stays here.</p>
      ) : (
        <>
          <Facts facts={group.facts} />
          {group.items.map((item) => (
            <ItemView key={item.label + item.ids.join()} item={item} {...holding} />
          ))}
        </>
      )}
    </div>
  );
}

function Facts({ facts }: { readonly facts: readonly string[] }) {
  return facts.map((fact) => (
    <p key={fact} className="aside" dir="auto">
      {fact}
    </p>
  ));
}

function ItemView({ item, held, onHold, onRelease }: Holding & { readonly item: OutlineItem }) {
  const { ids, label, whose, text, words } = item;
  // What is part of a whole (a question's earlier wordings) can only be held back with it.
  const isPartOfWhole = ids.every((id) => id.startsWith('question_'));
  const leaves = !ids.every((id) => held.has(id));
  return (
    <div className="share-item" data-person={whose} data-leaves={leaves}>
      {isPartOfWhole ? (
        <p className="share-item-label">{label}</p>
      ) : (
        <Checkbox isSelected={leaves} onChange={(isLeaving) => (isLeaving ? onRelease(ids) : onHold(ids))}>
          <bdi className="share-item-label">{label}</bdi>
        </Checkbox>
      )}
      {leaves ? (
        <div className="share-item-words">
          {text === undefined ? null : (
            <>
              <RichTextView doc={text} />
              <PhotoBoxes text={text} held={held} onHold={onHold} onRelease={onRelease} />
            </>
          )}
          {words.map((passage) => (
            <p key={passage} className="words" dir="auto">
              {passage}
            </p>
          ))}
        </div>
      ) : (
        <p className="aside share-item-words">Stays here.</p>
      )}
    </div>
  );
}

/** A photo can stay here while the words around it leave. */
function PhotoBoxes({ text, held, onHold, onRelease }: Holding & { readonly text: RichText }) {
  return photosIn(text).map(({ attachment, alt }) => (
    <Checkbox
      key={attachment}
      isSelected={!held.has(attachment)}
      onChange={(isLeaving) => (isLeaving ? onRelease([attachment]) : onHold([attachment]))}
    >
      {alt ? `Photo: ${alt}` : 'Photo'}
    </Checkbox>
  ));
}
