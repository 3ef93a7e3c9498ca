import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { unreachable } from '#shared/base/assert.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { insertPhoto } from './photoPlace.ts';
import type { PhotoStore } from './photos.ts';
import { type PhotoRefusal, preparePhoto } from './preparePhoto.ts';

/** `left`: the text was closed while its photo was being prepared. */
export type AddProblem = PhotoRefusal | 'not-kept' | 'left';

/**
 * Adds files as photos at a place in the text, one after the other; the place moves along with what is written
 * meanwhile. A photo is in the text only once it is kept. Gives a sentence for each file that could not be added.
 */
export async function addPhotos(
  editor: Editor,
  files: readonly File[],
  at: number,
  store: PhotoStore,
): Promise<readonly string[]> {
  let position = at;
  const follow = ({ transaction }: { readonly transaction: Transaction }) => {
    position = transaction.mapping.map(position);
  };
  const refused: string[] = [];
  editor.on('transaction', follow);
  for (const file of files) {
    const kept = await keepPhoto(file, store);
    const added: Result<KeptPhoto, AddProblem> = kept.ok && editor.isDestroyed ? err('left') : kept;
    if (added.ok) {
      const { transaction, after } = insertPhoto(editor.state, position, { ...added.value, alt: null });
      editor.view.dispatch(transaction);
      position = after;
    } else refused.push(refusalSentence(file.name, added.error));
  }
  editor.off('transaction', follow);
  return refused;
}

interface KeptPhoto {
  readonly attachment: string;
  readonly width: number;
  readonly height: number;
}

async function keepPhoto(
  file: File,
  store: PhotoStore,
): Promise<Result<KeptPhoto, PhotoRefusal | 'not-kept'>> {
  const prepared = await preparePhoto(file);
  if (!prepared.ok) return prepared;
  const { photo, width, height } = prepared.value;
  const kept = await store.keep(photo);
  return kept.ok ? ok({ attachment: kept.value, width, height }) : kept;
}

/**
 * The files of a paste that are meant as photos: none where words came along as words and as a page, since office
 * programs lay a picture of the words beside them. A file copied in a folder brings only its name as words.
 */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'getData'> | null): readonly File[] {
  if (!data) return [];
  const isWords = ['text/plain', 'text/html'].every((type) => data.getData(type).trim() !== '');
  return isWords ? [] : [...data.files];
}

function refusalSentence(name: string, problem: AddProblem): string {
  switch (problem) {
    case 'no-image':
      return `“${name}” is not a picture Stringwalk can read. JPEG, PNG, WebP, GIF and AVIF work.`;
    case 'too-heavy':
      return `“${name}” is larger than 40 MB. Save a smaller copy of it and add that.`;
    case 'too-many-pixels':
      return `“${name}” has more than 60 megapixels. Save a smaller copy of it and add that.`;
    case 'not-kept':
      return `“${name}” could not be kept, so it is not in your text. See whether the disk has room, then add it again.`;
    case 'left':
      return `“${name}” was not ready when you went on. Add it again when you are back in that text.`;
    default:
      return unreachable(problem);
  }
}
