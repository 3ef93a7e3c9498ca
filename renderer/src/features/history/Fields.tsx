import type { DiffPiece } from '#shared/review/wordDiff.ts';
import { RichTextView } from '../../ui/editor/RichTextView.tsx';
import type { FieldPair } from './comparing.ts';
import type { Field } from './fields.ts';

/** Everything a version says, to be read. */
export function FieldsToRead({ fields }: { readonly fields: readonly Field[] }) {
  const [only] = fields;
  // A note is its words; to name them would say nothing.
  if (fields[0]?.doc) {
    const [first, ...rest] = fields;
    return (
      <>
        {first?.doc ? <RichTextView doc={first.doc} /> : null}
        <FactList fields={rest.filter(({ name }) => name !== 'Photos')} />
      </>
    );
  }
  return only ? <FactList fields={fields} /> : <p className="aside">Nothing was written in it yet.</p>;
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
}

/** Two versions beside each other: taken out is struck through at the left, put in is underlined at the right. */
export function SideBySide({ pairs, before, after }: SideBySideProps) {
  const changed = pairs.filter(({ change }) => change !== 'none');
  const same = pairs.filter(({ change }) => change === 'none');
  return (
    <div className="history-compare">
      {changed.length === 0 ? <p>The two say the same.</p> : null}
      <div className="history-sides" aria-hidden={changed.length === 0}>
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
            <Side pair={pair} side="before" />
            <Side pair={pair} side="after" />
          </div>
        </section>
      ))}
      {same.length > 0 ? (
        <p className="aside">The same in both: {same.map(({ name }) => name).join(', ')}.</p>
      ) : null}
    </div>
  );
}

function Side({ pair, side }: { readonly pair: FieldPair; readonly side: 'before' | 'after' }) {
  const field = pair[side];
  if (!field)
    return <p className="history-text aside">{side === 'before' ? 'Not there yet' : 'Left empty'}</p>;
  if (pair.change === 'layout' && field.doc) return <RichTextView doc={field.doc} />;
  const left = pair.pieces.filter(({ change }) => change !== (side === 'before' ? 'added' : 'removed'));
  return (
    <p className={`history-text ${field.isWords ? 'words' : ''}`} dir="auto">
      {left.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in its order
        <Piece key={index} piece={piece} />
      ))}
    </p>
  );
}

function Piece({ piece: { text, change } }: { readonly piece: DiffPiece }) {
  switch (change) {
    case 'added':
      return <ins>{text}</ins>;
    case 'removed':
      return <del>{text}</del>;
    default:
      return text;
  }
}
