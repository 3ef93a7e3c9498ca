/** A string that curls into a question, and a mat where its point would be. */
export function QuestionDrawing() {
  return (
    <svg viewBox="0 0 160 120" width="160" height="120" fill="none" strokeLinecap="round" aria-hidden="true">
      <path className="twine-edge" d="M18 96C44 104 46 30 82 26s44 34 18 44-20 18-20 22" strokeWidth="6.5" />
      <path className="twine-body" d="M18 96C44 104 46 30 82 26s44 34 18 44-20 18-20 22" strokeWidth="4.5" />
      <g className="woven-mat" data-person="me" transform="translate(80 106)">
        <circle className="woven-mat-body" r="9" strokeWidth="1.8" />
        <circle className="woven-mat-ring" r="4.5" strokeWidth="1.6" strokeDasharray="2.2 1.2" />
      </g>
    </svg>
  );
}
