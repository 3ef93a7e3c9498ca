import { app } from 'electron';

/** How dates and numbers are written where the person is, as a tag that `Intl` takes. */
export function systemLocale(): string {
  const candidates = [app.getSystemLocale(), ...app.getPreferredSystemLanguages(), app.getLocale()];
  return candidates.find(isLocale) ?? 'en-GB';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
