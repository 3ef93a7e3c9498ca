import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A request, a look-up, a connection and a datagram, as Chromium's own log of its network calls them. */
const reaching = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT', 'UDP_BYTES_SENT'];
/** What every name has become by then; it is looked up nowhere. */
const noName = 'https://~notfound';
/** How the log says that something is over. */
const ending = 2;

interface Entry {
  readonly type: number;
  readonly phase: number;
  readonly params?: { readonly url?: string; readonly host?: string; readonly address?: string };
}

/**
 * What anything in Chromium asked of the network, from the logs in this folder: also its own services and what no
 * page's request shows, such as a name that is looked up ahead. A log without its end, of a start that was killed, is
 * read as far as it goes.
 */
export async function reachedFor(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => reachedForIn(await readFile(join(folder, name), 'utf8'))),
  );
  return found.flat();
}

function reachedForIn(log: string): readonly string[] {
  const [first = '', , ...lines] = log.split('\n');
  const { constants } = (parsed(first.replace(/,$/, '}')) ?? {}) as {
    constants?: { logEventTypes: Readonly<Record<string, number>> };
  };
  // Killed before it wrote anything.
  if (!constants) return [];
  const names = new Map<number | undefined, string>(
    reaching.map((name) => [constants.logEventTypes[name], name]),
  );
  if (names.has(undefined)) throw new Error('The log of the network has other names by now');
  return lines.flatMap((line) => {
    const { type, phase, params } = (parsed(line.replace(/(,|\],)$/, '')) ?? {}) as Partial<Entry>;
    const what = params?.url ?? params?.host ?? params?.address ?? '';
    const name = names.get(type);
    return name === undefined || phase === ending || what === noName ? [] : [`${name} ${what}`];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
