import './editor.css';
import './richText.css';
import { lazy, Suspense } from 'react';
import { isBlank } from '#shared/domain/richText.ts';
import type { EditorProps } from './Editor.tsx';
import { RichTextView } from './RichTextView.tsx';

const loadEditor = () => import('./Editor.tsx');
const Editor = lazy(() => loadEditor().then((module) => ({ default: module.Editor })));

/** Fetches the editor before somebody needs it; to be called when the first page stands. */
export function preloadEditor(): Promise<unknown> {
  return loadEditor();
}

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
