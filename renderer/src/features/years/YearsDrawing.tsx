/** Two lanes of dots, a question, a stretch of water. */
export function YearsDrawing() {
  const dots = [10, 34, 60, 82, 110, 134, 250, 276, 300, 328, 352, 380];
  return (
    <svg className="years-drawing" viewBox="0 0 400 150" aria-hidden="true" focusable="false">
      <g className="water">
        <rect x={156} y={10} width={72} height={130} rx={10} />
        <path d="M166 50q8.500-7 17 0t17 0 17 0M166 100q8.500-7 17 0t17 0 17 0" />
      </g>
      <g data-person="me">
        {dots.map((x, index) => (
          <circle key={x} className="years-dot" cx={x} cy={30} r={4 + (index % 3)} />
        ))}
      </g>
      <g data-person="buddy">
        {dots.map((x, index) => (
          <circle key={x} className="years-dot" cx={x + 6} cy={66} r={4 + ((index + 1) % 3)} />
        ))}
      </g>
      <g data-person="me">
        <line className="years-question-bar" x1={20} x2={330} y1={116} y2={116} />
        <circle className="years-question-end" cx={330} cy={116} r={6} />
      </g>
    </svg>
  );
}
