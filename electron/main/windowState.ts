/** Screen coordinates in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly area: Area | undefined;
  readonly maximised: boolean;
  /** 1 is 100 %. */
  readonly zoom: number;
}

export const smallest = { width: 900, height: 600 };
export const defaultWindowState: WindowState = { area: undefined, maximised: false, zoom: 1 };
const usual = { width: 1280, height: 820 };
const zoomSteps = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
/** As much of the window's top edge as a hand needs to drag it back. */
const grip = { width: 120, height: 32 };

/**
 * Where the window opens: where it was, unless that lies on a screen that is gone or has shrunk. Without `x` and `y`
 * the system chooses the place.
 */
export function openingArea(
  saved: Area | undefined,
  screens: readonly Area[],
): Partial<Area> & typeof smallest {
  const home = screens.find((screen) => saved && holdsGrip(screen, saved)) ?? screens[0];
  const within = (wanted: number, least: number, room = wanted) => Math.max(least, Math.min(wanted, room));
  const size = {
    width: within(saved?.width ?? usual.width, smallest.width, home?.width),
    height: within(saved?.height ?? usual.height, smallest.height, home?.height),
  };
  return saved && home && holdsGrip(home, saved) ? { x: saved.x, y: saved.y, ...size } : size;
}

function holdsGrip(screen: Area, window: Area): boolean {
  const across = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x);
  const down = Math.min(screen.y + screen.height, window.y + grip.height) - Math.max(screen.y, window.y);
  return across >= grip.width && down >= grip.height;
}

/** The next zoom in a direction: 1 is larger, -1 smaller, 0 back to 100 %. */
export function nextZoom(zoom: number, direction: 1 | -1 | 0): number {
  if (direction === 0) return 1;
  const further =
    direction === 1
      ? zoomSteps.find((step) => step > zoom + 0.01)
      : zoomSteps.findLast((step) => step < zoom - 0.01);
  return further ?? zoom;
}

/** What was written by `windowState` once, or anything else: a broken file only costs the window its place. */
export function parseWindowState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return defaultWindowState;
  const { area, maximised, zoom } = value as Record<string, unknown>;
  const known = typeof zoom === 'number' && zoomSteps.some((step) => step === zoom);
  return { area: parseArea(area), maximised: maximised === true, zoom: known ? zoom : 1 };
}

function parseArea(value: unknown): Area | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height } = value as Record<string, unknown>;
  const whole = (part: unknown): part is number => Number.isInteger(part);
  return whole(x) && whole(y) && whole(width) && whole(height) ? { x, y, width, height } : undefined;
}
