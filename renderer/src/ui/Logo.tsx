import './logo.css';

export interface LogoProps {
  /** Height in pixels. */
  readonly size?: number;
  /** The name beside the drawing. Without it the drawing is only looked at. */
  readonly withName?: boolean;
}

/** The mark of Stringwalk: a string, and the two who walk along it. */
export function Logo({ size = 22, withName = false }: LogoProps) {
  return (
    <span className="logo">
      <svg viewBox="0 0 26 22" height={size} width={(size * 26) / 22} aria-hidden="true" focusable="false">
        <path className="logo-string" d="M2 16c5 4 6-12 11-9s-1 11 4 9 3-9 7-9" />
        <rect className="logo-buddy" x="10.4" y="4.4" width="5.2" height="5.2" rx="1.4" />
        <circle className="logo-me" cx="5" cy="16.5" r="2.6" />
      </svg>
      {withName ? <span className="logo-name">Stringwalk</span> : null}
    </span>
  );
}
