import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
import type { MessageName } from '#shared/shell/channels.ts';
import type { Messages } from '#shared/shell/contract.ts';
import { origin } from './identity.ts';
import { readJson, writeJsonNow } from './services/json.ts';
import { Settling } from './settling.ts';
import { nextZoom, openingArea, parseWindowState, smallest, type WindowState } from './windowState.ts';

/** The page's `--paper`, so that the window has its colour before the page has drawn. */
const paper = { light: '#f4f2e9', dark: '#1a1c18' };

/** How long a window may wait for its page before it is shown as it is. */
const showAfterMs = 2000;

export interface WindowParts {
  readonly dataFolder: string;
  readonly preload: string;
  readonly devTools: boolean;
}

/** The app's one window: opening, locking, closing, and its place on the screen. */
export class JournalWindow {
  readonly #parts: WindowParts;
  readonly #settling = new Settling();
  readonly #stateFile: string;
  #state: WindowState;
  #window: BrowserWindow | undefined;
  #contents: WebContents | undefined;
  /** The pages that were shown before. */
  readonly #former = new WeakSet<WebContents>();
  #locked = false;
  #painted = false;
  #leaving: 'no' | 'asking' | 'yes' = 'no';
  #replacing = false;
  /** On the clock that never jumps, in milliseconds. */
  #inputAt = performance.now();

  constructor(parts: WindowParts) {
    this.#parts = parts;
    this.#stateFile = join(parts.dataFolder, 'window.json');
    this.#state = parseWindowState(readJson(this.#stateFile));
  }

  /** The window itself, for dialogs that belong to it. */
  get current(): BrowserWindow | undefined {
    return this.#window;
  }

  /** Whether this window was opened by locking: then only the passphrase may open the journal in it. */
  get locked(): boolean {
    return this.#locked;
  }

  /** How long nobody has moved, pressed or typed anything in this window. */
  get silentSeconds(): number {
    return (performance.now() - this.#inputAt) / 1000;
  }

  /** True also for what the page still had to say when its window went. */
  isMine(contents: WebContents): boolean {
    return this.#contents === contents;
  }

  /** Whether this page's window went to make room for another; it may still have something on its way. */
  wasMine(contents: WebContents): boolean {
    return this.#former.has(contents);
  }

  open(locked: boolean): void {
    this.#locked = locked;
    this.#painted = false;
    this.#leaving = 'no';
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const window = new BrowserWindow({
      ...openingArea(this.#state.area, areas),
      minWidth: smallest.width,
      minHeight: smallest.height,
      title: 'Stringwalk',
      show: false,
      paintWhenInitiallyHidden: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
      webPreferences: {
        preload: this.#parts.preload,
        // The defaults, said aloud: nothing here may ever be loosened.
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: this.#parts.devTools,
        zoomFactor: this.#state.zoom,
      },
    });
    this.#window = window;
    if (this.#contents) this.#former.add(this.#contents);
    this.#contents = window.webContents;
    // Chromium remembers the zoom of an address on its own, later than it was set, and prefers that to the one above.
    window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(this.#state.zoom));
    this.#listenForInput(window.webContents);
    this.#showInTime(window);
    window.on('close', (event) => {
      this.#rememberPlace();
      if (this.#leaving === 'yes' || !this.#painted) return;
      event.preventDefault();
      if (this.#leaving === 'no') void this.#leave(window);
    });
    window.on('closed', () => {
      if (this.#window === window) this.#window = undefined;
    });
    // A page begins, or begins anew: it has nothing to keep yet, and nobody who could answer for it.
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#painted = false;
    });
    window.webContents.on('zoom-changed', (_event, direction) => this.zoom(direction === 'in' ? 1 : -1));
    window.webContents.on('render-process-gone', () => void this.#offerReopening(window));
    void window.loadURL(`${origin}/`);
  }

  /** True between the end of one window and the start of the next: no windows is then no reason to quit. */
  get replacing(): boolean {
    return this.#replacing;
  }

  /**
   * Ends the window, whose process takes every key with it, and opens a locked one, once the answer to whoever asked
   * is on its way. Asked twice by one page, it does so once.
   */
  relock(): void {
    const asking = this.#contents;
    setImmediate(() => {
      if (asking === this.#contents) this.#replace(true);
    });
  }

  /** The journal is open and its first page stands, so there may be something to keep from now on. */
  painted(): void {
    this.#painted = true;
  }

  settled(request: number, kept: boolean): void {
    this.#settling.answer(request, kept);
  }

  send<Name extends MessageName>(name: Name, message: Messages[Name]): void {
    this.#window?.webContents.send(name, message);
  }

  /**
   * Asks the page to keep everything and to lock itself; whether it can (has a passphrase) only the page knows, also
   * one that is just opening its journal.
   */
  async askToLock(): Promise<void> {
    await this.#settle('lock');
  }

  bringForward(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }

  zoom(direction: 1 | -1 | 0): void {
    this.#state = { ...this.#state, zoom: nextZoom(this.#state.zoom, direction) };
    this.#window?.webContents.setZoomFactor(this.#state.zoom);
  }

  goBack(): void {
    this.#window?.webContents.navigationHistory.goBack();
  }

  goForward(): void {
    this.#window?.webContents.navigationHistory.goForward();
  }

  /**
   * Shows the window when the page's code has run, a third of a second after the start: a page that is on show waits
   * for the graphics process, and that one is still starting then. Whatever else may happen, it is shown soon.
   */
  #showInTime(window: BrowserWindow): void {
    let isDue = true;
    const show = () => {
      clearTimeout(patience);
      if (!isDue || window.isDestroyed()) return;
      isDue = false;
      if (this.#state.maximised) window.maximize();
      else window.show();
    };
    const patience = setTimeout(show, showAfterMs);
    window.webContents.once('dom-ready', show);
    window.webContents.once('did-fail-load', show);
    window.webContents.once('render-process-gone', show);
  }

  #listenForInput(contents: WebContents): void {
    const heard = () => {
      this.#inputAt = performance.now();
    };
    heard();
    contents.on('input-event', heard);
    // Electron 33 has no event for all of it, and this one for keys.
    contents.on('before-input-event', heard);
  }

  #settle(reason: Messages['settle']['reason']): Promise<boolean> {
    return this.#settling.ask(reason, (message) => this.send('settle', message));
  }

  async #leave(window: BrowserWindow): Promise<void> {
    this.#leaving = 'asking';
    const leave = (await this.#settle('close')) || (await personLeavesAnyway(window));
    if (window.isDestroyed()) return;
    this.#leaving = leave ? 'yes' : 'no';
    if (leave) window.destroy();
  }

  /** The old window goes before the new one comes: two pages of one origin might share a process. */
  #replace(locked: boolean): void {
    this.#rememberPlace();
    this.#replacing = true;
    this.#window?.destroy();
    this.open(locked);
    this.#replacing = false;
  }

  #rememberPlace(): void {
    const window = this.#window;
    if (!window || window.isDestroyed()) return;
    this.#state = { ...this.#state, area: window.getNormalBounds(), maximised: window.isMaximized() };
    writeJsonNow(this.#stateFile, this.#state);
  }

  async #offerReopening(window: BrowserWindow): Promise<void> {
    if (window !== this.#window || window.isDestroyed()) return;
    // Nobody is left to answer when it is asked to close.
    this.#painted = false;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The page has stopped',
      detail: 'Everything that said “Saved” is safe. Stringwalk can open it again.',
      buttons: ['Open again', 'Quit'],
    });
    if (response === 1) window.destroy();
    else this.#replace(this.#locked);
  }
}

async function personLeavesAnyway(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed()) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Your last words could not be kept',
    detail: 'Go back to copy them or try again, or close Stringwalk without them.',
    buttons: ['Go back', 'Close without them'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
