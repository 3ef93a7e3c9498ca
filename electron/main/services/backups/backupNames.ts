/** What a backup is called, by when it was made: UTC, so that names never run backwards. */
export function backupNameAt(at: number): string {
  return `stringwalk-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.age`;
}

const shape = /^stringwalk-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.age$/;

/** When a file of this name was made, in ms since 1970; undefined where it is no backup's. */
export function madeAt(name: string): number | undefined {
  const parts = shape.exec(name);
  if (!parts) return undefined;
  const [, day, hours, minutes, seconds] = parts;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) || backupNameAt(at) !== name ? undefined : at;
}

/** What a file is called until it is whole. */
export const unfinishedSuffix = '.part';
