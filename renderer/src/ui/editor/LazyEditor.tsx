import './editor.css';
import './richText.css';
import { lazy, Suspense } from 'react';
import { isBlank } from '#shared/domain/richText.ts';
import type { EditorProps } from './Editor.tsx';
import { RichTextView } from './RichTextView.tsx';

const Editor = lazy(async () => ({ default: (await import('./Editor.tsx')).Editor }));

/** The editor; until its code is there, the same text in the same place, to read. */
export function LazyEditor(props: EditorProps) {
  const { doc, placeholder, highlight, readOnly = false } = props;
  return (
    <Suspense
      fallback={
        <div className="editor" aria-busy="true" data-readonly={readOnly || undefined}>
          <div className="editor-text">
            {doc && !isBlank(doc) ? (
              <RichTextView doc={doc} highlight={highlight} />
            ) : (
              <p className="words editor-placeholder">{placeholder || '\u00a0'}</p>
            )}
          </div>
        </div>
      }
    >
      <Editor {...props} />
    </Suspense>
  );
}
