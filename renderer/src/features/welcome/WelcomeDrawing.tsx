const string = 'M-20 250C50 236 62 158 128 154S206 232 268 228 330 96 404 92 470 60 520 26';

/** A string on the ground, the two mats of the two people, and a few things found on the way. Only looked at. */
export function WelcomeDrawing() {
  return (
    <svg className="welcome-drawing" viewBox="0 0 480 300" aria-hidden="true" focusable="false">
      <g className="welcome-grass">
        {grass.map(([x, y, lean]) => (
          <path key={`${x} ${y}`} d={`M${x} ${y}l${lean} -9m5 10l${lean * 1.4} -7`} />
        ))}
      </g>
      <g className="welcome-string">
        <path d={string} data-part="shadow" transform="translate(2 5)" />
        <path d={string} data-part="edge" />
        <path d={string} data-part="twine" />
        <path d={string} data-part="light" />
      </g>
      <Mat x={128} y={154} person="me" />
      <Mat x={354} y={133} person="buddy" />
      <Leaf />
      <Acorn />
    </svg>
  );
}

const grass: readonly (readonly [number, number, number])[] = [
  [30, 92, 3],
  [74, 48, -3],
  [196, 60, 3],
  [228, 118, -2],
  [300, 34, 3],
  [424, 168, 3],
  [440, 240, -3],
  [330, 264, 3],
  [206, 286, -3],
  [96, 262, 3],
  [22, 176, -2],
];

/** How far out each ring of the weave lies, as a part of the radius. */
const rings = [0.84, 0.66, 0.48, 0.3];

function Mat({ x, y, person }: { readonly x: number; readonly y: number; readonly person: 'me' | 'buddy' }) {
  const radius = 31;
  return (
    <g className="welcome-mat" data-person={person} transform={`translate(${x} ${y})`}>
      <circle data-part="shadow" r={radius} cx="2" cy="5" />
      <circle data-part="mat" r={radius} />
      {rings.map((part) => (
        <circle key={part} data-part="ring" r={radius * part} />
      ))}
    </g>
  );
}

function Leaf() {
  return (
    <g className="welcome-leaf" transform="translate(262 176) rotate(24)">
      <path d="M0 20C-14 8-12-14 8-22 18-4 14 12 0 20Z" />
      <path data-part="veins" d="M0 24C1 8 4-6 8-22M2 8l-8-6M4-2l-8-7M3 8l7-5M5-3l5-5" />
    </g>
  );
}

function Acorn() {
  return (
    <g className="welcome-acorn" transform="translate(52 208) rotate(-18) scale(0.9)">
      <path data-part="nut" d="M-11-2c0 13 6 20 11 23 5-3 11-10 11-23Z" />
      <path data-part="cup" d="M-14-3c0-9 7-13 14-13s14 4 14 13c-9 3-19 3-28 0Z" />
      <path data-part="stem" d="M0-16c0-4 1-6 3-8" />
    </g>
  );
}
