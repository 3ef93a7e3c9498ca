import { leadTo } from '#shared/timeline/layout.ts';
import { type GroundLabel, lineHeights } from './groundLabels.ts';

/** The words beside things. Those who hear the ground know them from the things themselves. */
export function GroundLabels({ labels }: { readonly labels: readonly GroundLabel[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here can hold the focus
    <g className="ground-labels" aria-hidden="true">
      {labels.map((label) => (
        <g key={label.id}>
          {label.far ? <Leader {...label} /> : null}
          <Lines {...label} />
        </g>
      ))}
    </g>
  );
}

function Lines({ box, anchor, lines }: GroundLabel) {
  const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
  let bottom = box.y;
  return lines.map(({ text, voice }, index) => {
    bottom += lineHeights[voice];
    return (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label keep no state
        key={index}
        className="ground-label"
        data-voice={voice}
        x={box.x + share * box.width}
        y={bottom - lineHeights[voice] * 0.26}
        textAnchor={anchor}
      >
        {text}
      </text>
    );
  });
}

/** A thin line from words that found no room nearby to what they name. */
function Leader({ box, beside }: GroundLabel) {
  const { from, to } = leadTo(box, { ...beside, radius: beside.radius + 3 });
  return <path className="ground-leader" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />;
}
