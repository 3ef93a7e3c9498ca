/**
 * @file A disk that fails at the n-th call that would change it: once (a stumble) or from then on (it is full, or
 * died). The real file system lies beneath; writes that fail have written their first half.
 */
import type { FileHandle } from 'node:fs/promises';

type FileSystem = typeof import('node:fs/promises');

export const disk = {
  /** Calls so far that would have changed something. */
  calls: 0,
  failAt: Number.POSITIVE_INFINITY,
  isBrokenFromThenOn: false,
  /** It says that it wrote, and wrote something else. */
  lies: false,
  /** What else stops when it breaks for good. */
  onBreak: (): void => undefined,

  /** Sets the next failure and counts anew. */
  breakAt(call: number, fromThenOn: boolean): void {
    Object.assign(disk, { calls: 0, failAt: call, isBrokenFromThenOn: fromThenOn });
  },
  repair(): void {
    disk.breakAt(Number.POSITIVE_INFINITY, false);
    Object.assign(disk, { lies: false, onBreak: () => undefined });
  },
};

function fails(): boolean {
  disk.calls += 1;
  if (disk.calls === disk.failAt && disk.isBrokenFromThenOn) disk.onBreak();
  return disk.calls === disk.failAt || (disk.isBrokenFromThenOn && disk.calls > disk.failAt);
}

const noRoom = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

/** For `vi.mock('node:fs/promises', …)`. */
export function onFaultyDisk(real: FileSystem): FileSystem {
  const gated =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (fails()) throw noRoom();
      return call(...args);
    };
  return {
    ...real,
    rename: gated(real.rename),
    mkdir: gated(real.mkdir) as FileSystem['mkdir'],
    rm: gated(real.rm),
    link: gated(real.link),
    copyFile: gated(real.copyFile),
    open: async (path, flags, mode) => {
      const changes = flags !== 'r' && flags !== 'r+';
      if (changes && fails()) throw noRoom();
      return faultyHandle(await real.open(path, flags, mode));
    },
  };
}

function faultyHandle(file: FileHandle): FileHandle {
  const write = async (bytes: Uint8Array, from: number, length: number, at: number) => {
    if (!fails()) return file.write(bytes, from, length, at);
    await file.write(bytes, from, Math.floor(length / 2), at);
    throw noRoom();
  };
  const writeFile = async (bytes: Uint8Array) => {
    if (!fails()) return file.writeFile(disk.lies ? bytes.map((byte) => byte ^ 1) : bytes);
    await file.writeFile(bytes.subarray(0, bytes.length / 2));
    throw noRoom();
  };
  const gated = (name: 'sync' | 'datasync') => async () => {
    if (fails()) throw noRoom();
    return file[name]();
  };
  const truncate = async (length: number) => {
    if (fails()) throw noRoom();
    return file.truncate(length);
  };
  const changed = { write, writeFile, sync: gated('sync'), datasync: gated('datasync'), truncate };
  return new Proxy(file, {
    get(target, name) {
      if (name in changed) return changed[name as keyof typeof changed];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
