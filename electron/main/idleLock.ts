import { powerMonitor } from 'electron';

const checkEveryMs = 15_000;

/**
 * Calls `lock` once when the person has been away for the minutes they chose (0 is never), and when the machine
 * sleeps or its screen locks. Linux tells of sleep only; there the idle time stands in for the screen lock.
 */
export function watchForAbsence(minutes: () => number, lock: () => void): void {
  let away = false;
  setInterval(() => {
    const limitSeconds = minutes() * 60;
    const idle = limitSeconds > 0 && powerMonitor.getSystemIdleTime() >= limitSeconds;
    if (idle && !away) lock();
    away = idle;
  }, checkEveryMs);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}
