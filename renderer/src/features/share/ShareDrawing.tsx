/** A folded letter on its way along the string, from one of you to the other. */
export function ShareDrawing() {
  const path = 'M16 92C70 96 92 40 150 44s66 54 118 44 62-52 100-48';
  return (
    <svg viewBox="0 0 384 120" fill="none" aria-hidden="true">
      <path d={path} stroke="var(--twine-edge)" strokeWidth="6" strokeLinecap="round" />
      <path d={path} stroke="var(--twine)" strokeWidth="4" strokeLinecap="round" />
      <path d={path} stroke="var(--twine-light)" strokeWidth="4" strokeDasharray="2 6" />
      <circle cx="30" cy="80" r="13" fill="var(--me)" />
      <path d="M340 28c14-2 24 8 24 24-15 1-25-9-24-24Z" fill="var(--buddy)" />
      <g transform="rotate(-6 196 40)">
        <rect x="172" y="24" width="48" height="34" rx="3" fill="var(--paper-raised)" stroke="var(--edge)" />
        <path d="m172 27 24 18 24-18" stroke="var(--edge)" strokeLinejoin="round" />
        <circle cx="196" cy="45" r="6" fill="var(--action)" />
      </g>
    </svg>
  );
}
