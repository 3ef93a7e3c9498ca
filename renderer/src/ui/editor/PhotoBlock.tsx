import './photo.css';
import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react';
import type { RichNode } from '#shared/domain/richText.ts';
import { usePhotoStore } from './photos.ts';

const Photo = lazy(() => import('./Photo.tsx').then((module) => ({ default: module.Photo })));

export interface PhotoBlockProps {
  readonly attrs: RichNode['attrs'];
  /** What can be done with it while writing. */
  readonly tools?: ReactNode;
}

/**
 * A photo in a text, to read or while writing. Its room is there from the start, as its size stands in the text; the
 * photo comes when somebody is about to see it. Where photos cannot be shown it is its description.
 */
export function PhotoBlock({ attrs = {}, tools }: PhotoBlockProps) {
  const store = usePhotoStore();
  const { attachment, width, height } = attrs;
  const alt = typeof attrs.alt === 'string' ? attrs.alt : '';
  if (!store || typeof attachment !== 'string') {
    return (
      <figure className="rich-photo">
        <span>{alt ? `Photo: ${alt}` : 'Photo'}</span>
      </figure>
    );
  }
  const size = photoSize(width, height);
  return (
    <figure className="photo">
      <div className="photo-frame" style={roomFor(size)}>
        <Suspense fallback={null}>
          <Photo key={attachment} store={store} attachment={attachment} alt={alt} {...size} />
        </Suspense>
        {tools}
      </div>
      {alt ? (
        <figcaption className="photo-words" dir="auto">
          {alt}
        </figcaption>
      ) : null}
    </figure>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A text from elsewhere may not say how large its photo is: then it gets the room of a usual one. */
function photoSize(width: unknown, height: unknown): Size {
  return isLength(width) && isLength(height) ? { width, height } : { width: 1600, height: 1200 };
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= 100_000;
}

function roomFor({ width, height }: Size): CSSProperties {
  return { '--photo-width': `${width}px`, '--photo-ratio': width / height } as CSSProperties;
}
