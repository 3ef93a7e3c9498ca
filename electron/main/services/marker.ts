import { join } from 'node:path';
import { app } from 'electron';
import { journalFormat } from '#shared/shell/format.ts';
import { writeWhole } from './files.ts';
import { readJson } from './json.ts';

/** Who last wrote a data folder. */
export interface Marker {
  /** Major version of Chromium. An older one deletes the databases of a newer one. */
  readonly chromium: number;
  readonly app: string;
  readonly format: number;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'journal', 'marker.json');

/** By hand and not by zod: it is read before the window stands. Undefined where there is none, or nonsense. */
export function readMarker(dataFolder: string): Marker | undefined {
  const found = readJson(fileOf(dataFolder));
  if (typeof found !== 'object' || found === null) return undefined;
  const { chromium, app: version, format } = found as Record<string, unknown>;
  if (typeof chromium !== 'number' || typeof version !== 'string' || typeof format !== 'number')
    return undefined;
  return { chromium, app: version, format };
}

/** Who writes it now. */
export function currentMarker(): Marker {
  return {
    chromium: Number.parseInt(process.versions.chrome, 10),
    app: app.getVersion(),
    format: journalFormat,
  };
}

/** Says who writes here from now on. Never lowers what a newer one has said. */
export async function writeMarker(dataFolder: string): Promise<void> {
  const before = readMarker(dataFolder);
  const now = currentMarker();
  const isSame = before?.chromium === now.chromium && before.app === now.app && before.format === now.format;
  if (isSame || (before && (before.format > now.format || before.chromium > now.chromium))) return;
  await writeWhole(fileOf(dataFolder), new TextEncoder().encode(`${JSON.stringify(now, undefined, 2)}\n`));
}
