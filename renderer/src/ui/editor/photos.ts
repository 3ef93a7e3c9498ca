/**
 * @file Where the photos of texts are kept and found. The app hands it in from above; where nobody does, a photo is
 * its description and none can be added.
 */
import { createContext, useContext } from 'react';
import type { Result } from '#shared/base/result.ts';

export interface PhotoStore {
  /** Keeps a photo as it is. Gives the name a text refers to it by. */
  readonly keep: (photo: Blob) => Promise<Result<string, 'not-kept'>>;
  readonly open: (attachment: string) => Promise<Result<Blob, 'absent' | 'damaged'>>;
}

export const PhotoContext = createContext<PhotoStore | undefined>(undefined);

export function usePhotoStore(): PhotoStore | undefined {
  return useContext(PhotoContext);
}
