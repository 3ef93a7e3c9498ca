import './notice.css';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface NoticeProps {
  readonly look?: 'info' | 'warn' | 'problem';
  /** A few words in bold before the rest. */
  readonly title?: string;
  readonly children?: ReactNode;
  /** A `Button` that helps. */
  readonly action?: ReactNode;
}

/** A message in the page. What went wrong is announced at once (`alert`), the rest when there is time (`status`). */
export function Notice({ look = 'info', title, children, action }: NoticeProps) {
  return (
    <div className="notice" data-look={look} role={look === 'problem' ? 'alert' : 'status'}>
      <Icon name={look} />
      <div className="notice-words">
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  );
}
