import './page.css';
import type { ReactNode } from 'react';

export interface SectionHeadingProps {
  readonly children: ReactNode;
  /** At the end of the line: a date, whose it is, a small button. */
  readonly aside?: ReactNode;
  /** To be named by `aria-labelledby` of a section. */
  readonly id?: string;
  readonly level?: 2 | 3;
}

/** A heading standing on a rule. */
export function SectionHeading({ children, aside, id, level = 2 }: SectionHeadingProps) {
  const Level = level === 2 ? 'h2' : 'h3';
  return (
    <div className="section-heading">
      <Level {...(id ? { id } : {})}>{children}</Level>
      {aside ? <div className="section-heading-aside">{aside}</div> : null}
    </div>
  );
}
