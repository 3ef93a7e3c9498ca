/** A string laid in two bends, one a half, with the two of you along it. */
export function TwoHalvesDrawing() {
  return (
    <svg viewBox="0 0 384 120" fill="none" aria-hidden="true">
      <path
        d="M14 84C52 20 118 16 150 58s52 58 92 22 78-62 128-20"
        stroke="var(--twine-edge)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path
        d="M14 84C52 20 118 16 150 58s52 58 92 22 78-62 128-20"
        stroke="var(--twine)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M14 84C52 20 118 16 150 58s52 58 92 22 78-62 128-20"
        stroke="var(--twine-light)"
        strokeWidth="4"
        strokeDasharray="2 6"
      />
      <circle cx="88" cy="31" r="13" fill="var(--me)" />
      <path d="M291 41c14-2 24 8 24 24-15 1-25-9-24-24Z" fill="var(--buddy)" />
    </svg>
  );
}
