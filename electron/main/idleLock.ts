const checkEveryMs = 15_000;

/** What Electron's `powerMonitor` tells; handed in, so that absence can be played. */
export interface Presence {
  readonly getSystemIdleTime: () => number;
  /** `locked` where the system can tell; the seconds are how long nobody may have moved to count as there. */
  readonly getSystemIdleState: (seconds: number) => 'active' | 'idle' | 'locked' | 'unknown';
  readonly on: {
    (event: 'suspend', listener: () => void): unknown;
    (event: 'lock-screen', listener: () => void): unknown;
  };
}

/**
 * Calls `lock` when the person has been away for the minutes they chose (0 is never), and when the machine sleeps or its
 * screen locks. Linux has no event for a locked screen, so there it is asked for; where it is not told either, the idle
 * time stands in for it. While somebody is away it is called at every look: a lock may fail, on a disk that is full for
 * a while, and one that is locked does nothing.
 *
 * Some Wayland desktops tell no idle time: it is 0, or some other number that never grows. Until the system was seen to
 * count, what counts as well is how long nothing came into our own window.
 */
export function watchForAbsence(
  presence: Presence,
  minutes: () => number,
  lock: () => void,
  silentSeconds: () => number,
): void {
  let before = Number.POSITIVE_INFINITY;
  let isCounting = false;
  setInterval(() => {
    const told = presence.getSystemIdleTime();
    isCounting ||= told - before > checkEveryMs / 2000;
    before = told;
    const limitSeconds = minutes() * 60;
    const idleSeconds = isCounting ? told : Math.max(told, silentSeconds());
    const isIdle = limitSeconds > 0 && idleSeconds >= limitSeconds;
    if (isIdle || presence.getSystemIdleState(checkEveryMs / 1000) === 'locked') lock();
  }, checkEveryMs);
  presence.on('suspend', lock);
  presence.on('lock-screen', lock);
}
