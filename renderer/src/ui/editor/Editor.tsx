import './editor.css';
import './richText.css';
import { EditorContent, type Editor as TextEditor, useEditor } from '@tiptap/react';
import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { paragraphs, type RichText } from '#shared/domain/richText.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { pastedFiles } from './addPhotos.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { createEchoes } from './echoes.ts';
import { readText, textExtensions, writtenText } from './extensions.ts';
import { markFound } from './foundWordsPlugin.ts';
import { pastedHtml } from './pastedHtml.ts';
import { RichTextView } from './RichTextView.tsx';
import { usePhotoAdding } from './usePhotoAdding.ts';

export interface EditorProps {
  /** The accessible name, exactly as given: "Notes by Maya". */
  readonly label: string;
  /** Undefined is an empty text. A new one from elsewhere (undone, imported) replaces what is shown. */
  readonly doc: RichText | undefined;
  /** Only ever the person's own changes; loading a text is none. */
  readonly onChange: (doc: RichText) => void;
  /** The focus left the text and its toolbar. */
  readonly onBlur?: (() => void) | undefined;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Words to mark, as they were searched for. */
  readonly highlight?: string | undefined;
  /** A link was pressed (with Ctrl or Cmd while writing). */
  readonly onLink?: ((url: string) => void) | undefined;
  /** The text holds something the editor would lose. It is shown to read, and left as it is. */
  readonly onUnreadable?: ((doc: RichText) => void) | undefined;
}

/** Where people write. Load it through `LazyEditor`: it brings Tiptap. */
export function Editor(props: EditorProps) {
  const { doc, onUnreadable } = props;
  const isReadable = doc === undefined || readText(doc) !== undefined;

  const tellUnreadable = useEffectEvent((text: RichText) => onUnreadable?.(text));
  useEffect(() => {
    if (doc && !isReadable) tellUnreadable(doc);
  }, [doc, isReadable]);

  if (doc && !isReadable) {
    return (
      <section className="editor-unreadable" aria-label={props.label}>
        <Notice look="warn">
          This text holds something this Stringwalk does not know. It stays exactly as it is; you can read it
          here.
        </Notice>
        <RichTextView doc={doc} highlight={props.highlight} onLink={props.onLink} />
      </section>
    );
  }
  return <OpenEditor {...props} />;
}

const emptyText = paragraphs('');

function OpenEditor(props: EditorProps) {
  const { label, doc = emptyText, onChange, onBlur, placeholder = '', readOnly = false } = props;
  const { autoFocus = false, highlight = '', onLink } = props;
  const placeholderNow = useRef(placeholder);
  placeholderNow.current = placeholder;
  const [extensions] = useState(() => textExtensions(() => placeholderNow.current));
  const frame = useRef<HTMLDivElement>(null);
  const photos = usePhotoAdding();

  const editor: TextEditor = useEditor({
    extensions,
    content: readText(doc)?.toJSON() ?? null,
    editable: !readOnly,
    autofocus: autoFocus ? 'end' : false,
    // Our content policy refuses inline style sheets; editor.css has the rules.
    injectCSS: false,
    enableContentCheck: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'editor-text rich-text words',
        'aria-label': label,
        'aria-multiline': 'true',
        ...(readOnly ? { 'aria-readonly': 'true' } : {}),
      },
      transformPastedHTML: pastedHtml,
      handlePaste: (view, event) =>
        photos.take(editor, pastedFiles(event.clipboardData), view.state.selection.to),
      handleDrop: (view, event, _slice, isMoved) => {
        if (isMoved) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return photos.take(
          editor,
          [...(event.dataTransfer?.files ?? [])],
          place?.pos ?? view.state.doc.content.size,
        );
      },
      handleClick: (_view, _position, event) => followLink(event, readOnly, onLink),
    },
    onUpdate: ({ editor: changed }) => {
      echoes.wrote(changed.state.doc);
      onChange(writtenText(changed.getJSON()));
    },
  });
  const [echoes] = useState(() => createEchoes(editor.state.doc, (a, b) => a.eq(b)));

  useEffect(() => {
    if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);

  const lastDoc = useRef(doc);
  useEffect(() => {
    if (lastDoc.current === doc) return;
    lastDoc.current = doc;
    const arrived = readText(doc, editor.schema);
    if (!arrived || echoes.isEcho(arrived)) return;
    echoes.loaded(arrived);
    editor.chain().setMeta('addToHistory', false).setContent(arrived, { emitUpdate: false }).run();
  }, [editor, echoes, doc]);

  useEffect(() => markFound(editor.view, highlight), [editor, highlight]);

  function leave(event: FocusEvent) {
    if (!frame.current?.contains(event.relatedTarget)) onBlur?.();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus went elsewhere
    <div className="editor" ref={frame} onBlur={leave} data-readonly={readOnly || undefined}>
      {readOnly ? null : (
        <div className="editor-bar">
          <EditorToolbar editor={editor} label={label} photos={photos} />
        </div>
      )}
      <EditorContent editor={editor} />
      {photos.refused.length > 0 ? (
        <Notice
          look="warn"
          action={
            <Button size="s" onPress={photos.forget}>
              All right
            </Button>
          }
        >
          {photos.refused.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
    </div>
  );
}

/** Following a link is never the browser's business: the page asks the shell, or nothing happens. */
function followLink(event: MouseEvent, readOnly: boolean, onLink: EditorProps['onLink']): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (!href) return false;
  event.preventDefault();
  if (!readOnly && !event.ctrlKey && !event.metaKey) return false;
  onLink?.(href);
  return true;
}
