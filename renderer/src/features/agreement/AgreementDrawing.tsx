/** Two strings that come from two sides and are wound round each other for a while. */
export function AgreementDrawing() {
  const mine = 'M14 22C78 20 104 92 152 92C200 92 208 26 256 26C304 26 318 90 370 88';
  const theirs = 'M14 98C78 100 104 28 152 28C200 28 208 94 256 94C304 94 318 30 370 32';
  const mineOnTop = 'M152 92C200 92 208 26 256 26';
  return (
    <svg viewBox="0 0 384 120" fill="none" aria-hidden="true">
      <path d={mine} stroke="var(--me)" strokeWidth="6" strokeLinecap="round" />
      <path d={theirs} stroke="var(--paper)" strokeWidth="12" />
      <path d={theirs} stroke="var(--buddy)" strokeWidth="6" strokeLinecap="round" />
      <path d={mineOnTop} stroke="var(--paper)" strokeWidth="12" />
      <path d={mineOnTop} stroke="var(--me)" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
