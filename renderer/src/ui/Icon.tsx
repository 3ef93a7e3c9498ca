import './icon.css';
import { type IconName, iconPaths } from './iconPaths.ts';

export interface IconProps {
  readonly name: IconName;
  /** Pixels, 20 unless told. */
  readonly size?: number;
}

/** A drawing beside words. Always hidden from assistive technology: the words, or the button's name, say it. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
