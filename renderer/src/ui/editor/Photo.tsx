import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from '../Dialog.tsx';
import { Icon } from '../Icon.tsx';
import type { PhotoStore } from './photos.ts';
import { photoUrlsOf } from './photoUrls.ts';

export interface PhotoProps {
  readonly store: PhotoStore;
  readonly attachment: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The photo itself, opened when it comes near what is seen; pressed, it is shown large. */
export function Photo({ store, attachment, alt, width, height }: PhotoProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  const [shown, setShown] = useState<string | 'opening' | 'not-here'>('opening');
  const [isLarge, setLarge] = useState(false);

  useEffect(() => {
    if (!isNear) return;
    let isGone = false;
    const photo = photoUrlsOf(store).hold(attachment);
    void photo.url.then((url) => {
      if (!isGone) setShown(url.ok ? url.value : 'not-here');
    });
    return () => {
      isGone = true;
      photo.release();
    };
  }, [isNear, store, attachment]);

  if (shown === 'opening') return <div className="photo-place" ref={place} />;
  if (shown === 'not-here') {
    return (
      <div className="photo-absent">
        <Icon name="photo" size={18} />
        This photo is not here
      </div>
    );
  }
  const picture = { src: shown, width, height, draggable: false, onError: () => setShown('not-here') };
  return (
    <>
      <Button
        className="photo-open"
        aria-label={alt ? `Open the photo: ${alt}` : 'Open the photo'}
        onPress={() => setLarge(true)}
      >
        <img {...picture} alt={alt} decoding="async" />
      </Button>
      <Dialog title={alt || 'Photo'} isOpen={isLarge} onOpenChange={setLarge}>
        <img {...picture} className="photo-large" alt={alt || 'The photo, large'} />
      </Dialog>
    </>
  );
}

/** Whether an element has come within a screen of what is seen; stays true from then on. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (isNear || !element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      // The second is for the pages that scroll inside the window.
      { rootMargin: '100%', scrollMargin: '100%' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, isNear]);
  return isNear;
}
