import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { MessageBoxReturnValue } from 'electron';

const root = join(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;

export interface LaunchOptions {
  readonly dataFolder: string;
  /** More arguments, as a person would give on the command line. */
  readonly args?: readonly string[];
}

/** One running Stringwalk on a data folder of its own, driven as a person would drive it. */
export class Stringwalk {
  readonly dataFolder: string;
  readonly #args: readonly string[];
  #app: ElectronApplication | undefined;
  #page: Page | undefined;
  readonly #errors: string[] = [];
  readonly #foreignRequests: string[] = [];

  private constructor({ dataFolder, args = [] }: LaunchOptions) {
    this.dataFolder = dataFolder;
    this.#args = args;
  }

  static async launch(options: LaunchOptions): Promise<Stringwalk> {
    const stringwalk = new Stringwalk(options);
    await stringwalk.start();
    return stringwalk;
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

  async start(): Promise<void> {
    const app = await _electron.launch({
      cwd: root,
      chromiumSandbox: !isRoot,
      args: [
        '.',
        `--user-data-dir=${this.dataFolder}`,
        '--lang=en-GB',
        '--force-prefers-reduced-motion',
        ...this.#args,
      ],
      env: {
        ...definedEnvironment(),
        LANG: 'en_GB.UTF-8',
        LANGUAGE: 'en_GB',
        LC_ALL: 'en_GB.UTF-8',
        TZ: 'Europe/London',
      },
    });
    this.#app = app;
    this.#watch(app);
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
  async kill(): Promise<void> {
    const { app } = this;
    this.#app = undefined;
    this.#page = undefined;
    const ended = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await ended;
  }

  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  /** Does what locks the journal and waits for the new window that this brings. */
  async lockedWindow(lock: () => Promise<unknown>): Promise<Page> {
    const next = this.app.waitForEvent('window');
    await lock();
    this.#page = await next;
    return this.#page;
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
    await this.app.evaluate(({ dialog }, wanted) => {
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
