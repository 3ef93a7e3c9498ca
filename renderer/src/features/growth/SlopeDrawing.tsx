/** Three halves, each better after than before, and one that was not. */
export function SlopeDrawing() {
  const slopes = [
    { x: 40, before: 120, after: 84 },
    { x: 140, before: 96, after: 104 },
    { x: 240, before: 98, after: 52 },
    { x: 340, before: 70, after: 34 },
  ];
  return (
    <svg
      className="growth-drawing"
      viewBox="0 0 400 150"
      data-person="me"
      aria-hidden="true"
      focusable="false"
    >
      {[20, 60, 100, 140].map((y) => (
        <path key={y} className="growth-drawing-rule" d={`M0 ${y}h400`} />
      ))}
      <path
        className="growth-drawing-line"
        d={`M${slopes.map(({ x, after }) => `${x} ${after}`).join('L')}`}
      />
      {slopes.map(({ x, before, after }) => (
        <g key={x}>
          <path className="growth-drawing-slope" d={`M${x - 16} ${before}L${x} ${after}`} />
          <circle className="growth-drawing-before" cx={x - 16} cy={before} r={6} />
          <circle className="growth-drawing-after" cx={x} cy={after} r={7} />
        </g>
      ))}
    </svg>
  );
}
