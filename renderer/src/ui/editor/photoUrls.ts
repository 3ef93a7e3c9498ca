import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { PhotoStore } from './photos.ts';

export type PhotoUrl = Result<string, 'absent' | 'damaged'>;

export interface HeldPhoto {
  readonly url: Promise<PhotoUrl>;
  /** Says that one who held it needs it no longer. Once per hold. */
  readonly release: () => void;
}

export interface PhotoUrls {
  readonly hold: (attachment: string) => HeldPhoto;
}

/** What the browser does, so that a test can count it. */
export interface UrlMaker {
  readonly make: (photo: Blob) => string;
  readonly revoke: (url: string) => void;
  /** Runs something a little later: a text that goes from reading to writing takes the same photo up again. */
  readonly later: (act: () => void) => void;
}

interface Held {
  holders: number;
  readonly url: Promise<PhotoUrl>;
}

/** Opens each photo once for all places that show it, and lets go of it when the last of them is gone. */
export function createPhotoUrls(open: PhotoStore['open'], { make, revoke, later }: UrlMaker): PhotoUrls {
  const held = new Map<string, Held>();

  async function openUrl(attachment: string): Promise<PhotoUrl> {
    const found = await open(attachment);
    return found.ok ? ok(make(found.value)) : err(found.error);
  }

  function letGo(attachment: string, photo: Held): void {
    // Taken up again meanwhile, or let go of already.
    if (photo.holders > 0 || held.get(attachment) !== photo) return;
    held.delete(attachment);
    void photo.url.then((url) => {
      if (url.ok) revoke(url.value);
    });
  }

  return {
    hold(attachment) {
      const photo = held.get(attachment) ?? { holders: 0, url: openUrl(attachment) };
      held.set(attachment, photo);
      photo.holders += 1;
      return {
        url: photo.url,
        release() {
          photo.holders -= 1;
          if (photo.holders === 0) later(() => letGo(attachment, photo));
        },
      };
    },
  };
}

const ofStore = new WeakMap<PhotoStore, PhotoUrls>();

/** The urls of a store, shared by everything on the page that shows its photos. */
export function photoUrlsOf(store: PhotoStore): PhotoUrls {
  let urls = ofStore.get(store);
  if (!urls) {
    urls = createPhotoUrls(store.open, {
      make: (photo) => URL.createObjectURL(photo),
      revoke: (url) => URL.revokeObjectURL(url),
      later: (act) => setTimeout(act, 1000),
    });
    ofStore.set(store, urls);
  }
  return urls;
}
