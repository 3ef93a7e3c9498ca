import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { MessageBoxReturnValue } from 'electron';
import type { CallName } from '#shared/shell/channels.ts';

/** Electron keeps these to itself, and nothing else can be asked what a call would have done. */
export interface KnownHandlers {
  readonly _invokeHandlers: ReadonlyMap<string, (event: unknown, input: unknown) => Promise<unknown>>;
}

type Calls = Record<CallName, (input: unknown) => Promise<unknown>>;

const root = join(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly dataFolder: string;
  /** More arguments, as a person would give on the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The built app to start; the project's unless told. */
  readonly appFolder?: string;
  /** Where each start leaves Chromium's log of what it asked of the network; nowhere unless told. */
  readonly netLogs?: string;
}

/** A packaged app that lets Playwright in, to start in place of the built one. */
const packaged = process.env.STRINGWALK_PACKAGED;
/** Where what is started says that it lies. */
export const appPath = packaged === undefined ? root : join(dirname(packaged), 'resources', 'app.asar');

export const isRoot = process.getuid?.() === 0;

/** The command line and the surroundings every Stringwalk is started with in tests. */
export function launchSettings({ dataFolder, args = [], env = {}, appFolder = '.' }: LaunchOptions) {
  const folder = dataFolder === '' ? [] : [`--user-data-dir=${dataFolder}`];
  const british = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: 'en_GB.UTF-8', TZ: 'Europe/London' };
  return {
    cwd: root,
    ...(packaged === undefined ? {} : { executablePath: packaged }),
    args: [
      ...(packaged === undefined ? [appFolder] : []),
      ...folder,
      '--lang=en-GB',
      '--force-prefers-reduced-motion',
      ...args,
    ],
    chromiumSandbox: !isRoot,
    // As the app itself says; Playwright would pretend to a light one.
    colorScheme: null,
    env: { ...definedEnvironment(), ...british, ...env },
  };
}

/** The shell clears up memory just after a page stands, and a promise of Playwright's may go with it: then once more. */
function insist(asking: () => Promise<void>): Promise<void> {
  return asking().catch((problem: unknown) => {
    if (!String(problem).includes('garbage collected')) throw problem;
    return asking();
  });
}

/** One running Stringwalk on a data folder of its own, driven as a person would drive it. */
export class Stringwalk {
  readonly #options: LaunchOptions;
  #app: ElectronApplication | undefined;
  #page: Page | undefined;
  readonly #errors: string[] = [];
  readonly #foreignRequests: string[] = [];

  private constructor(options: LaunchOptions) {
    this.#options = options;
  }

  static async launch(options: LaunchOptions): Promise<Stringwalk> {
    const stringwalk = Stringwalk.closed(options);
    await stringwalk.start();
    return stringwalk;
  }

  /** One that is yet to be started. */
  static closed(options: LaunchOptions): Stringwalk {
    return new Stringwalk(options);
  }

  get dataFolder(): string {
    return this.#options.dataFolder;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('Stringwalk is not running');
    return this.#app;
  }

  /** The window's page now; another one after `restart` and `lockedWindow`. */
  get page(): Page {
    if (!this.#page) throw new Error('Stringwalk is not running');
    return this.#page;
  }

  /** What the page complained of so far, in the console or by an uncaught error. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** Addresses outside the app that the page or anything in it asked for. */
  get foreignRequests(): readonly string[] {
    return this.#foreignRequests;
  }

  /** `env` is for this start alone. */
  async start(env: LaunchOptions['env'] = {}): Promise<void> {
    const { args = [], netLogs } = this.#options;
    const log = netLogs === undefined ? [] : [`--log-net-log=${join(netLogs, `${randomUUID()}.json`)}`];
    const options = { ...this.#options, args: [...args, ...log], env: { ...this.#options.env, ...env } };
    const app = await _electron.launch(launchSettings(options));
    this.#app = app;
    this.#watch(app);
    // Nobody ever moves the mouse of a hidden display, so after ten minutes every journal would lock itself.
    await insist(() =>
      app.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleTime = () => 0;
      }),
    );
    this.#page = await app.firstWindow();
  }

  /** Closes the app as a person would, everything typed kept. */
  async close(): Promise<void> {
    const app = this.#app;
    this.#app = undefined;
    this.#page = undefined;
    await app?.close();
  }

  /** Ends the process at once, as a crash or an empty battery would. */
  kill(): Promise<void> {
    return this.endedBy((app) => app.process().kill('SIGKILL'));
  }

  /** Does what makes the page ask the shell for this, and ends everything at that moment: before it, or once it is done. */
  async crashAt(call: CallName, isDone: boolean, doing: () => Promise<unknown>): Promise<void> {
    const { app } = this;
    await app.evaluate(
      ({ ipcMain }, [name, after]) => {
        const handler = (ipcMain as unknown as KnownHandlers)._invokeHandlers.get(name);
        ipcMain.removeHandler(name);
        ipcMain.handle(name, async (event, input) => {
          if (after) await handler?.(event, input);
          process.kill(process.pid, 'SIGKILL');
        });
      },
      [call, isDone] as const,
    );
    const ended = app.waitForEvent('close', { timeout: 60_000 });
    await doing();
    await ended;
    this.#app = undefined;
    this.#page = undefined;
  }

  /** What the shell answers if the page that is shown now asks for this after its end. */
  async lastWords(call: CallName): Promise<() => Promise<unknown>> {
    const { app } = this;
    const page = await app.evaluateHandle(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents,
    );
    return () =>
      app.evaluate(
        ({ ipcMain }, { sender, name, url }) => {
          const handler = (ipcMain as unknown as KnownHandlers)._invokeHandlers.get(name);
          return handler?.({ sender, senderFrame: { parent: null, url } }, undefined);
        },
        { sender: page, name: call, url: this.page.url() },
      );
  }

  /** From now on the shell takes its time over this. `asked` resolves when the page has asked, `release` lets it go on. */
  async hold(
    call: CallName,
  ): Promise<{ readonly asked: () => Promise<void>; readonly release: () => Promise<void> }> {
    const { app } = this;
    const held = await app.evaluateHandle(({ ipcMain }, name) => {
      const handler = (ipcMain as unknown as KnownHandlers)._invokeHandlers.get(name);
      let [ask, release] = [() => {}, () => {}];
      const asked = new Promise<void>((resolve) => {
        ask = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      ipcMain.removeHandler(name);
      ipcMain.handle(name, async (event, input) => {
        ask();
        await released;
        return handler?.(event, input);
      });
      return { asked, release: () => release() };
    }, call);
    return {
      asked: () => held.evaluate(({ asked }) => asked),
      release: () => held.evaluate(({ release }) => release()),
    };
  }

  /** From now on the shell cannot write this. Answers with the way to let it again. */
  async refuse(call: CallName): Promise<() => Promise<void>> {
    const held = await this.app.evaluateHandle(({ ipcMain }, name) => {
      const handler = (ipcMain as unknown as KnownHandlers)._invokeHandlers.get(name);
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: false, error: 'cannot-write' }));
      return {
        allow: () => {
          ipcMain.removeHandler(name);
          ipcMain.handle(name, (event, input) => handler?.(event, input));
        },
      };
    }, call);
    return () => held.evaluate(({ allow }) => allow());
  }

  /** What the system tells of itself. */
  async system(event: 'suspend' | 'lock-screen'): Promise<void> {
    await this.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
  }

  /** Does what ends the app by itself, and waits for its end. */
  async endedBy(ending: (app: ElectronApplication) => unknown): Promise<void> {
    const { app } = this;
    this.#app = undefined;
    this.#page = undefined;
    const ended = app.waitForEvent('close');
    // Whoever asked may not live to see the answer.
    await Promise.allSettled([ending(app)]);
    await ended;
  }

  /** Ends everything that belongs to it at once, the processes that it started as well. */
  killGroup(): Promise<void> {
    return this.endedBy((app) => {
      // Playwright starts each program as the first of a group of its own, but on Windows.
      const { pid } = app.process();
      if (process.platform === 'win32' || pid === undefined) app.process().kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    });
  }

  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  /** Does what locks the journal and waits for the new window that this brings. */
  async lockedWindow(lock: () => Promise<unknown>): Promise<Page> {
    // The page may be gone before what locked it has heard that it worked.
    const [locked, opened] = await Promise.allSettled([lock(), this.app.waitForEvent('window')]);
    if (opened.status === 'rejected') throw locked.status === 'rejected' ? locked.reason : opened.reason;
    this.#page = opened.value;
    return this.#page;
  }

  /** Asks the shell as the page would. What is refused rejects. */
  call(name: CallName, input?: unknown): Promise<unknown> {
    return this.page.evaluate(
      ([asked, given]) => (window as unknown as { stringwalk: Calls }).stringwalk[asked](given),
      [name, input] as const,
    );
  }

  /** What an item of the application menu does, named by its labels: `menu('File', 'New session')`. */
  async menu(...labels: readonly string[]): Promise<void> {
    await this.app.evaluate(({ Menu }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const [depth, label] of path.entries()) {
        const item = items.find((candidate) => candidate.label.replace('&', '') === label);
        if (!item) throw new Error(`The menu has no ${path.join(' > ')}`);
        if (depth === path.length - 1) item.click();
        items = item.submenu?.items ?? [];
      }
    }, labels);
  }

  /** The next save dialog answers this path; undefined is Cancel. Only the system's dialog is replaced. */
  async saveTo(path: string | undefined): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      const canceled = filePath === undefined;
      dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePath ?? '' });
    }, path);
  }

  /** The next open dialog answers this path; undefined is Cancel. */
  async openFrom(path: string | undefined): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      const filePaths = filePath === undefined ? [] : [filePath];
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, path);
  }

  /**
   * Answers the shell's questions from now on with the button of this label, and remembers what was asked.
   * `questions` then gives their texts.
   */
  async answerWith(label: string): Promise<{ readonly questions: () => Promise<readonly string[]> }> {
    const replaceDialog = () =>
      this.app.evaluate(({ dialog }, wanted) => {
        const asked: string[] = [];
        Object.assign(globalThis, { askedByShell: asked });
        dialog.showMessageBox = (...args: readonly unknown[]): Promise<MessageBoxReturnValue> => {
          const { message, detail, buttons } = args.at(-1) as {
            message: string;
            detail?: string;
            buttons: string[];
          };
          asked.push(`${message}\n${detail ?? ''}`);
          return Promise.resolve({ response: buttons.indexOf(wanted), checkboxChecked: false });
        };
      }, label);
    await insist(replaceDialog);
    const questions = () =>
      this.app.evaluate(() => (globalThis as unknown as { askedByShell: string[] }).askedByShell);
    return { questions };
  }

  /** The operating system's number of the process that draws the page. */
  pageProcess(): Promise<number> {
    return this.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('There is no window');
      return window.webContents.getOSProcessId();
    });
  }

  #watch(app: ElectronApplication): void {
    const context = app.context();
    context.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    context.on('weberror', (error) => this.#errors.push(error.error().stack ?? error.error().message));
    context.on('request', (request) => {
      if (!/^(app:\/\/stringwalk\/|data:|blob:app:\/\/stringwalk\/)/.test(request.url())) {
        this.#foreignRequests.push(request.url());
      }
    });
    app.process().stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (/Uncaught Exception|UnhandledPromiseRejection|Error occurred in handler/.test(text))
        this.#errors.push(text);
    });
  }
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
