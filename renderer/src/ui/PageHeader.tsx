import './page.css';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  /** The page's one `h1`. */
  readonly title: string;
  /** A small line above it. */
  readonly eyebrow?: ReactNode;
  /** Facts in a row below it. */
  readonly meta?: readonly ReactNode[];
  /** One or two sentences below it. */
  readonly children?: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

/** The top of a page. */
export function PageHeader({ title, eyebrow, meta = [], children, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {eyebrow ? <p className="aside">{eyebrow}</p> : null}
        <h1 tabIndex={-1}>{title}</h1>
        {meta.length > 0 ? (
          <ul className="page-header-meta">
            {meta.map((fact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts stand in a fixed order and keep no state
              <li key={index}>{fact}</li>
            ))}
          </ul>
        ) : null}
        {children ? <div className="page-header-lead">{children}</div> : null}
      </div>
      {actions ? <div className="page-header-actions">{actions}</div> : null}
    </header>
  );
}
