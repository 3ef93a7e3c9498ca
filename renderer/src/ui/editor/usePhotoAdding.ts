import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { toast } from '../Toast.tsx';
import { addPhotos } from './addPhotos.ts';
import { usePhotoStore } from './photos.ts';

export interface PhotoAdding {
  /** Whether photos can be added here at all. */
  readonly isPossible: boolean;
  readonly isAdding: boolean;
  /** A sentence for each file that was not added the last time. */
  readonly refused: readonly string[];
  readonly forget: () => void;
  /** Begins to add files at a place in the text. False where there is nothing to add. */
  readonly take: (editor: Editor, files: readonly File[], at: number) => boolean;
}

/** Adding photos to one text, by whatever way they come. */
export function usePhotoAdding(): PhotoAdding {
  const store = usePhotoStore();
  const [underWay, setUnderWay] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  function take(editor: Editor, files: readonly File[], at: number): boolean {
    if (!store || files.length === 0) return false;
    setRefused([]);
    setUnderWay((count) => count + 1);
    void addPhotos(editor, files, at, store)
      .then((sentences) => {
        if (isHere.current) setRefused(sentences);
        else for (const message of sentences) toast({ message });
      })
      .finally(() => setUnderWay((count) => count - 1));
    return true;
  }

  return {
    isPossible: store !== undefined,
    isAdding: underWay > 0,
    refused,
    forget: () => setRefused([]),
    take,
  };
}
