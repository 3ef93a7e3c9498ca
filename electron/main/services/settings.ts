import type { Contract, Settings } from '#shared/shell/contract.ts';
import { writeWhole } from './files.ts';
import { readJson } from './json.ts';

export const defaultSettings: Settings = { theme: 'system', lockAfterMinutes: 10, recoveryAskedOn: '' };

/**
 * The settings in a file's content; whatever is missing or wrong is the default, one by one. By hand and not by zod,
 * because the window's colour depends on it and zod is loaded only after the window stands.
 */
export function parseSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings;
  const { theme, lockAfterMinutes: minutes, recoveryAskedOn: askedOn } = value as Record<string, unknown>;
  const themeKnown = theme === 'system' || theme === 'light' || theme === 'dark';
  const minutesKnown =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 0 && minutes <= 240;
  const askedOnKnown = typeof askedOn === 'string' && /^(\d{4}-\d{2}-\d{2})?$/.test(askedOn);
  return {
    theme: themeKnown ? theme : defaultSettings.theme,
    lockAfterMinutes: minutesKnown ? minutes : defaultSettings.lockAfterMinutes,
    recoveryAskedOn: askedOnKnown ? askedOn : defaultSettings.recoveryAskedOn,
  };
}

export type SettingsKeeper = ReturnType<typeof keepSettings>;

/** The settings while the app runs. `onChange` is called with the new ones, also when they could not be written. */
export function keepSettings(path: string, onChange: (settings: Settings) => void) {
  let current = parseSettings(readJson(path));
  // One after the other: what was chosen last must be what is written last.
  let written: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  const write = () =>
    writeWhole(path, new TextEncoder().encode(`${JSON.stringify(current, undefined, 2)}\n`));
  return {
    current: (): Settings => current,
    change: async (patch: Contract['changeSettings']['input']): Promise<Settings> => {
      current = {
        theme: patch.theme ?? current.theme,
        lockAfterMinutes: patch.lockAfterMinutes ?? current.lockAfterMinutes,
        recoveryAskedOn: patch.recoveryAskedOn ?? current.recoveryAskedOn,
      };
      onChange(current);
      const chosen = current;
      underWay += 1;
      written = written.then(write, write).finally(() => {
        underWay -= 1;
      });
      await written;
      return chosen;
    },
    /** Resolves once all that was chosen is on the disk, or could not be; undefined where nothing is on its way. */
    underWay: (): Promise<unknown> | undefined => (underWay === 0 ? undefined : written),
  };
}
