import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { test } from '../support/launch.ts';
import { isRoot } from '../support/stringwalk.ts';

const root = join(import.meta.dirname, '../..');
const sandbox = isRoot ? ['--no-sandbox'] : [];

/** Starts the built app as a person would. Its fuses let no test tool in, so it is watched from outside. */
function start(
  program: string,
  dataFolder: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(program, [...sandbox, `--user-data-dir=${dataFolder}`, ...args], {
    env: { ...process.env, ...env },
  });
}

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** Whether anybody listens on a port of this machine. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
}

test('what is packaged starts, and only as itself', async ({ folder }) => {
  test.setTimeout(90_000);
  // biome-ignore lint/suspicious/noSkippedTests: a package is built for the system at hand; scripts/ set up Linux only.
  test.skip(process.platform !== 'linux');
  await promisify(execFile)(
    process.execPath,
    ['scripts/package.mjs', '--linux', 'dir', `-c.directories.output=${folder}`],
    { cwd: root },
  );
  const unpacked = join(folder, 'linux-unpacked');
  const program = join(unpacked, 'stringwalk');

  await test.step('the fuses are set', async () => {
    const fuses = await getCurrentFuseWire(program);
    const off = FuseState.DISABLE;
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  await test.step('it holds the built app and nothing else', async () => {
    expect(await readdir(join(unpacked, 'resources'))).toEqual(['app.asar']);
    const names = listPackage(join(unpacked, 'resources', 'app.asar'), { isPack: false });
    expect(names).toContain('/out/app/main/main.js');
    expect(names.filter((name) => !/^\/(package\.json|out(\/app(\/.*)?)?)$/.test(name))).toEqual([]);
  });

  await test.step('it opens a journal under the origin of all journals, and closes when told', async () => {
    const dataFolder = join(folder, 'journal');
    const app = start(program, dataFolder);
    const end = ended(app);
    // The page's own database: it exists only once the page has run.
    const database = join(dataFolder, 'IndexedDB', 'app_stringwalk_0.indexeddb.leveldb');
    await expect.poll(() => existsSync(database), { timeout: 20_000 }).toBe(true);
    app.kill('SIGTERM');
    expect((await end).code).toBe(0);
    expect(JSON.parse(await readFile(join(dataFolder, 'window.json'), 'utf8'))).toMatchObject({ zoom: 1 });
  });

  await test.step('it is no Node', async () => {
    // As Node it would print; as Stringwalk it starts, and takes `-e` for nothing.
    const app = start(program, join(folder, 'node'), ['-e', 'console.log("ran " + "code")'], {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--trace-exit',
    });
    const end = ended(app);
    await expect.poll(() => existsSync(join(folder, 'node', 'Local Storage'))).toBe(true);
    app.kill('SIGTERM');
    const { code, said } = await end;
    expect(code).toBe(0);
    expect(said).not.toContain('ran code');
  });

  await test.step('no debugger gets in', async () => {
    const port = 21_000 + (process.pid % 10_000);
    const { code, said } = await ended(
      start(program, join(folder, 'debug'), [`--remote-debugging-port=${port}`]),
    );
    expect(code).toBe(1);
    expect(said).not.toContain('DevTools listening');
    expect(await listens(port)).toBe(false);
    expect(existsSync(join(folder, 'debug', 'IndexedDB'))).toBe(false);

    const piped = await ended(start(program, join(folder, 'pipe'), ['--remote-debugging-pipe']));
    expect(piped.code).toBe(1);
    expect(existsSync(join(folder, 'pipe', 'IndexedDB'))).toBe(false);

    const inspected = start(program, join(folder, 'inspect'), ['--inspect=0']);
    const end = ended(inspected);
    await expect.poll(() => existsSync(join(folder, 'inspect', 'Local Storage'))).toBe(true);
    inspected.kill('SIGTERM');
    expect((await end).said).not.toContain('Debugger listening');
  });
});
