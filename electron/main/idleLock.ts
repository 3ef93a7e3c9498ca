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
 * Calls `lock` once when the person has been away for the minutes they chose (0 is never), and when the machine
 * sleeps or its screen locks. Linux has no event for a locked screen, so there it is asked for; where it is not told
 * either, the idle time stands in for it.
 */
export function watchForAbsence(presence: Presence, minutes: () => number, lock: () => void): void {
  let away = false;
  setInterval(() => {
    const limitSeconds = minutes() * 60;
    const idle = limitSeconds > 0 && presence.getSystemIdleTime() >= limitSeconds;
    const gone = idle || presence.getSystemIdleState(checkEveryMs / 1000) === 'locked';
    if (gone && !away) lock();
    away = gone;
  }, checkEveryMs);
  presence.on('suspend', lock);
  presence.on('lock-screen', lock);
}
