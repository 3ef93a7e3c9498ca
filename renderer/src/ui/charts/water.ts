/** How long one wave is, and how high it rises and falls. */
const wave = { length: 34, height: 3.5 };

/** A quiet line of water between two places: as many half waves as fit, and where there is no room for two, two short ones. */
export function waterPath(fromX: number, toX: number, y: number): string {
  const room = Math.max(0, toX - fromX);
  const halves = Math.max(2, Math.floor(room / (wave.length / 2)));
  const half = Math.min(wave.length / 2, room / halves);
  const start = fromX + (room - halves * half) / 2;
  const first = `q${(half / 2).toFixed(1)} ${-wave.height * 2} ${half.toFixed(1)} 0`;
  return `M${start.toFixed(1)} ${y}${first}${`t${half.toFixed(1)} 0`.repeat(halves - 1)}`;
}
