import './richText.css';
import { Fragment, type ReactNode } from 'react';
import { isSafeLink, type Mark, type RichNode, type RichText } from '#shared/domain/richText.ts';
import { Icon } from '../Icon.tsx';
import { foundWords } from './foundWords.ts';
import { PhotoBlock } from './PhotoBlock.tsx';
import { paintedPieces } from './paintedPieces.ts';

export interface RichTextViewProps {
  readonly doc: RichText;
  /** Words to mark, as they were searched for. */
  readonly highlight?: string | undefined;
  /** A link was pressed. Without it links are only words. */
  readonly onLink?: ((url: string) => void) | undefined;
}

/** A text to read, without the editor's weight. What it does not know it reads through to the words inside. */
export function RichTextView({ doc, highlight = '', onLink }: RichTextViewProps) {
  return <div className="rich-text words">{blocks(doc, { highlight, onLink })}</div>;
}

interface Reading {
  readonly highlight: string;
  readonly onLink: ((url: string) => void) | undefined;
}

function blocks(parent: RichNode, reading: Reading): ReactNode[] {
  return (parent.content ?? []).map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is replaced as a whole and its blocks have no other name
    <Block key={index} node={child} reading={reading} />
  ));
}

function Block({ node, reading }: { readonly node: RichNode; readonly reading: Reading }) {
  switch (node.type) {
    case 'paragraph':
      return <p>{inline(node, reading)}</p>;
    case 'heading': {
      // One level lower than written: the page's own headings stand above what people write.
      const Level = node.attrs?.level === 3 ? 'h4' : 'h3';
      return (
        <Level className="rich-heading" data-level={node.attrs?.level ?? 2}>
          {inline(node, reading)}
        </Level>
      );
    }
    case 'bulletList':
      return <ul>{blocks(node, reading)}</ul>;
    case 'orderedList':
      return (
        <ol start={typeof node.attrs?.start === 'number' ? node.attrs.start : 1}>{blocks(node, reading)}</ol>
      );
    case 'listItem':
      return <li>{blocks(node, reading)}</li>;
    case 'taskList':
      return <ul data-type="taskList">{blocks(node, reading)}</ul>;
    case 'taskItem':
      return (
        <li data-checked={node.attrs?.checked === true}>
          <span
            className="rich-check"
            role="img"
            aria-label={node.attrs?.checked === true ? 'Done:' : 'To do:'}
          >
            {node.attrs?.checked === true ? <Icon name="check" size={13} /> : null}
          </span>
          <div>{blocks(node, reading)}</div>
        </li>
      );
    case 'blockquote':
      return <blockquote>{blocks(node, reading)}</blockquote>;
    case 'horizontalRule':
      return <hr />;
    case 'photo':
      return <PhotoBlock attrs={node.attrs} />;
    default:
      return node.text === undefined ? <div>{blocks(node, reading)}</div> : <p>{node.text}</p>;
  }
}

function inline(block: RichNode, { highlight, onLink }: Reading): ReactNode[] {
  const children = block.content ?? [];
  const text = children.map((child) => child.text ?? '\n').join('');
  const ranges = foundWords(text, highlight);
  let at = 0;
  return children.map((child, index) => {
    const from = at;
    at += child.text?.length ?? 1;
    const words: ReactNode =
      child.text === undefined ? (
        child.type === 'hardBreak' ? (
          <br />
        ) : (
          inline(child, { highlight, onLink })
        )
      ) : (
        paintedPieces(child.text, from, ranges).map((piece) =>
          piece.isFound ? <mark key={piece.at}>{piece.text}</mark> : piece.text,
        )
      );
    // biome-ignore lint/suspicious/noArrayIndexKey: as for blocks
    return <Fragment key={index}>{marked(words, child, onLink)}</Fragment>;
  });
}

function marked(text: ReactNode, node: RichNode, onLink: Reading['onLink']): ReactNode {
  let words = text;
  for (const mark of node.marks ?? []) words = inMark(words, mark, onLink);
  return words;
}

function inMark(words: ReactNode, mark: Mark, onLink: Reading['onLink']): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'link': {
      const { href } = mark.attrs;
      if (!onLink || !isSafeLink(href)) return <span className="rich-link">{words}</span>;
      return (
        <button type="button" className="rich-link" title={href} onClick={() => onLink(href)}>
          {words}
        </button>
      );
    }
    default:
      // A mark from a newer version: its words are still words.
      return words;
  }
}
