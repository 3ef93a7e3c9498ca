/** A string climbing past five places, the middle one the largest. */
export function GoalsDrawing() {
  const path = 'M14 100C70 98 82 78 112 74s54-4 84-24 44-22 76-20 52-14 96-22';
  return (
    <svg viewBox="0 0 384 120" fill="none" aria-hidden="true">
      <path d={path} stroke="var(--twine-edge)" strokeWidth="6" strokeLinecap="round" />
      <path d={path} stroke="var(--twine)" strokeWidth="4" strokeLinecap="round" />
      <path d={path} stroke="var(--twine-light)" strokeWidth="4" strokeDasharray="2 6" />
      <circle cx="30" cy="98" r="6" fill="var(--paper)" stroke="var(--me)" strokeWidth="2.5" />
      <circle cx="112" cy="74" r="6" fill="var(--paper)" stroke="var(--me)" strokeWidth="2.5" />
      <circle cx="196" cy="50" r="13" fill="var(--me)" />
      <circle cx="272" cy="30" r="6" fill="var(--paper)" stroke="var(--me)" strokeWidth="2.5" />
      <circle cx="346" cy="13" r="6" fill="var(--paper)" stroke="var(--me)" strokeWidth="2.5" />
    </svg>
  );
}
