import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeProblem } from './services/backups/writeProblem.ts';

/** Why a folder cannot be written: this computer does not let it, or a full disk has no room to begin there. */
export type Unwritable = 'cannot-write' | 'no-room';

/**
 * Tried, not asked: permission bits say nothing about read-only mounts. A folder on a full disk can be written once
 * there is room: the journal in it opens, and says so.
 */
export function whyUnwritable(folder: string): Unwritable | undefined {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'probe');
    rmSync(probe);
    return undefined;
  } catch (problem) {
    const why = writeProblem(problem);
    if (why === 'cannot-write') return why;
    rmSync(probe, { force: true });
    return existsSync(folder) && readdirSync(folder).length > 0 ? undefined : why;
  }
}

/** The system's folder for passing files; on Linux two more, which lie in memory where the disk takes nothing. */
const passingPlaces = () => [tmpdir(), process.env.XDG_RUNTIME_DIR, '/dev/shm'];

/** Makes a folder for this run alone; undefined where this computer lets none be made anywhere. */
export function makePassingFolder(places = passingPlaces()): string | undefined {
  for (const place of places) {
    try {
      if (place !== undefined) return mkdtempSync(join(place, 'stringwalk-'));
    } catch {
      // Then the next one.
    }
  }
  return undefined;
}
