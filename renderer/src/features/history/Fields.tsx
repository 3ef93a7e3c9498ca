import type { DiffPiece } from '#shared/review/wordDiff.ts';
import { RichTextView } from '../../ui/editor/RichTextView.tsx';
import type { FieldPair } from './comparing.ts';
import type { Field } from './fields.ts';

/** Everything a version says, to be read. */
export function FieldsToRead({ fields }: { readonly fields: readonly Field[] }) {
  const [first, ...rest] = fields;
  if (!first) return <p className="aside">Nothing was written in it yet.</p>;
  if (!first.doc) return <FactList fields={fields} />;
  // A note is its words; to name them would say nothing. Its photos stand where they were put.
  return (
    <>
      <RichTextView doc={first.doc} />
      <FactList fields={rest.filter(({ name }) => name !== 'Photos')} />
    </>
  );
}

function FactList({ fields }: { readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="history-facts">
      {fields.map(({ name, text, isWords }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an agreement may ask the same twice; the order is the version's
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd className={isWords ? 'words' : undefined} dir="auto">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SideBySideProps {
  readonly pairs: readonly FieldPair[];
  /** When each side was written, and by whom. */
  readonly before: string;
  readonly after: string;
  /** Neither came out of the other: what differs is marked on both sides alike. */
  readonly areEqual?: boolean;
}

/** Two versions beside each other: taken out is struck through at the left, put in is underlined at the right. */
export function SideBySide({ pairs, before, after, areEqual = false }: SideBySideProps) {
  const changed = pairs.filter(({ change }) => change !== 'none');
  const same = pairs.filter(({ change }) => change === 'none');
  return (
    <div className="history-compare">
      {changed.length === 0 ? <p>The two say the same.</p> : null}
      <div className="history-sides">
        <h3>{before}</h3>
        <h3>{after}</h3>
      </div>
      {changed.map((pair) => (
        <section key={pair.key} aria-label={pair.name}>
          <h4>
            {pair.name}
            {pair.change === 'layout' ? <span className="aside">, only set out otherwise</span> : null}
          </h4>
          <div className="history-sides">
            <Side pair={pair} side="before" areEqual={areEqual} />
            <Side pair={pair} side="after" areEqual={areEqual} />
          </div>
        </section>
      ))}
      {same.length > 0 ? (
        <p className="aside">The same in both: {same.map(({ name }) => name).join(', ')}.</p>
      ) : null}
    </div>
  );
}

interface SideProps extends Pick<SideBySideProps, 'areEqual'> {
  readonly pair: FieldPair;
  readonly side: 'before' | 'after';
}

function Side({ pair, side, areEqual = false }: SideProps) {
  const field = pair[side];
  if (!field)
    return <p className="history-text aside">{side === 'before' ? 'Not there yet' : 'Left empty'}</p>;
  if (pair.change === 'layout' && field.doc) return <RichTextView doc={field.doc} />;
  const left = pair.pieces.filter(({ change }) => change !== (side === 'before' ? 'added' : 'removed'));
  return (
    <p className={`history-text ${field.isWords ? 'words' : ''}`} dir="auto">
      {left.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in its order
        <Piece key={index} piece={piece} areEqual={areEqual} />
      ))}
    </p>
  );
}

function Piece({
  piece: { text, change },
  areEqual,
}: {
  readonly piece: DiffPiece;
  readonly areEqual: boolean;
}) {
  if (areEqual && change !== 'same') return <mark>{text}</mark>;
  switch (change) {
    case 'added':
      return <ins>{text}</ins>;
    case 'removed':
      return <del>{text}</del>;
    default:
      return text;
  }
}
