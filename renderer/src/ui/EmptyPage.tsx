import './page.css';
import type { ReactNode } from 'react';

export interface EmptyPageProps {
  /** One sentence on why one would. */
  readonly children: ReactNode;
  /** The one thing to do, a primary `Button`. */
  readonly action?: ReactNode;
  /** An SVG, only to look at. */
  readonly drawing?: ReactNode;
}

/** A place where nothing is yet. It teaches; it does not complain. */
export function EmptyPage({ children, action, drawing }: EmptyPageProps) {
  return (
    <div className="empty-page">
      {drawing ? (
        <div className="empty-page-drawing" aria-hidden="true">
          {drawing}
        </div>
      ) : null}
      <p className="empty-page-why">{children}</p>
      {action}
    </div>
  );
}
