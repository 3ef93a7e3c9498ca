/**
 * What a journal is found by. Chromium keeps a store per origin inside the data folder: if one of these ever
 * changed, everybody's journal would open empty. A test pins them.
 */
export const scheme = 'app';
export const host = 'stringwalk';
export const origin = `${scheme}://${host}`;
export const dataFolderName = 'Stringwalk';

/** Whether an address belongs to the app. Compares the parsed parts: `app://stringwalk.example` is another origin. */
export function isOwn(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${scheme}:` && url.host === host;
  } catch {
    return false;
  }
}
