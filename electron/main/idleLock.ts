const checkEveryMs = 15_000;

/** What Electron's `powerMonitor` tells; handed in, so that absence can be played. */
export interface Presence {
  readonly getSystemIdleTime: () => number;
  readonly on: {
    (event: 'suspend', listener: () => void): unknown;
    (event: 'lock-screen', listener: () => void): unknown;
  };
}

/**
 * Calls `lock` once when the person has been away for the minutes they chose (0 is never), and when the machine
 * sleeps or its screen locks. Linux tells of sleep only; there the idle time stands in for the screen lock.
 */
export function watchForAbsence(presence: Presence, minutes: () => number, lock: () => void): void {
  let away = false;
  setInterval(() => {
    const limitSeconds = minutes() * 60;
    const idle = limitSeconds > 0 && presence.getSystemIdleTime() >= limitSeconds;
    if (idle && !away) lock();
    away = idle;
  }, checkEveryMs);
  presence.on('suspend', lock);
  presence.on('lock-screen', lock);
}
