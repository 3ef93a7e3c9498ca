import { encodeQR } from 'qr';
import { useMemo } from 'react';

export interface QrCodeProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly className?: string;
}

/** Modules of white that every reader expects around a code. */
const quiet = 4;

/** Text as a square for a camera, drawn here; one path, in the colour of the text around it. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { path, size } = useMemo(() => drawing(text), [text]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}

/** Dark or light, row by row, the white around it included. A quarter of it may be stained and it still reads. */
export function qrRows(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'quartile', border: quiet });
}

function drawing(text: string): { readonly path: string; readonly size: number } {
  const rows = qrRows(text);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size: rows.length };
}
