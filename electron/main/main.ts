import { Console } from 'node:console';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, powerMonitor } from 'electron';
import { chooseDataFolder, explainNowhere } from './dataFolder.ts';
import { watchForAbsence } from './idleLock.ts';
import { answerLimitMs, claimDataFolder, explainSilence, type SecondStart } from './instance.ts';
import { listen } from './ipc.ts';
import { showMenu } from './menu.ts';
import { watchForMishaps } from './mishaps.ts';
import { OfferedShare, shareAmong } from './offeredShare.ts';
import type { DevServer } from './policy.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { finishBeforeQuitting } from './quitting.ts';
import { fenceContents, fenceNames, fenceSession, isDebuggingRefused } from './security.ts';
import { keepSettings } from './services/settings.ts';
import { takeOver } from './takeOver.ts';
import { JournalWindow } from './window.ts';

// Not the stream itself: that nobody reads it would be the next mishap.
const note = (line: string) => new Console(process.stderr).error(line);
watchForMishaps(process, {
  hasWindow: () => BrowserWindow.getAllWindows().length > 0,
  tell: async (message, detail) => {
    await app.whenReady();
    const [owner] = BrowserWindow.getAllWindows();
    const words = { type: 'warning' as const, message, detail, buttons: ['All right'] };
    await (owner ? dialog.showMessageBox(owner, words) : dialog.showMessageBox(words));
  },
  note,
  end: () => app.exit(1),
});
if (isDebuggingRefused()) app.exit(1);
fenceContents();
registerAppScheme();

const devServer: DevServer =
  !app.isPackaged && process.env.ELECTRON_RENDERER_URL
    ? new URL(process.env.ELECTRON_RENDERER_URL)
    : undefined;
fenceNames(devServer);
const bundle = join(import.meta.dirname, '..', 'renderer');
const dataFolder = chooseDataFolder();
const offered = new OfferedShare();
const window = new JournalWindow({
  dataFolder: dataFolder.path,
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  devTools: !app.isPackaged,
});

// Where nothing is written there is nothing to protect from a second Stringwalk, and no place for a lock.
const ask =
  dataFolder.unwritable === undefined && !dataFolder.isRefused
    ? claimDataFolder(dataFolder.path, onSecondStart)
    : undefined;
if (dataFolder.isNowhere) {
  void explainNowhere(dataFolder).then(() => app.exit(1));
} else if (ask === undefined) {
  void open();
} else {
  void ask(answerLimitMs).then(async (heard) => {
    if (!heard) await explainSilence(dataFolder.path, ask);
    app.exit(heard ? 0 : 1);
  });
}

async function open(): Promise<void> {
  const settings = keepSettings(join(dataFolder.path, 'settings.json'), (changed) => {
    nativeTheme.themeSource = changed.theme;
    refreshMenu();
    window.send('settingsChanged', changed);
  });
  const refreshMenu = () =>
    showMenu(window, {
      theme: settings.current().theme,
      chooseTheme: (theme) => void settings.change({ theme }),
      devTools: !app.isPackaged,
    });
  nativeTheme.themeSource = settings.current().theme;
  offerFrom(process.argv, process.cwd());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer(path);
  });
  app.on('window-all-closed', () => {
    if (!window.replacing) app.quit();
  });
  finishBeforeQuitting(app, settings.underWay);

  const [notCopied] = await Promise.all([takeOver(dataFolder), app.whenReady()]);
  fenceSession(devServer);
  const pageBegun = serveApp(bundle, devServer);
  refreshMenu();
  window.open(false);

  // Parsing what the page asks needs zod, and zod can load while the page's process starts.
  const answer = pageBegun
    .then(() => import('./answers.ts'))
    .then(({ createAnswer }) =>
      createAnswer({ window, dataFolder, notCopied, settings, offered, watchForAbsence: watch, note }),
    );
  listen(window, () => answer);

  // Not before it must: the start of the page comes first.
  let isWatching = false;
  function watch(): void {
    if (isWatching) return;
    isWatching = true;
    watchForAbsence(
      powerMonitor,
      () => settings.current().lockAfterMinutes,
      () => void window.askToLock(),
      () => window.silentSeconds,
    );
    // The system is going down: the same careful way out as for any other end.
    powerMonitor.on('shutdown', (event?: { readonly preventDefault: () => void }) => {
      event?.preventDefault();
      app.quit();
    });
  }
}

function onSecondStart({ args, folder }: SecondStart): void {
  offerFrom(args, folder);
  window.bringForward();
  // While the window is only just opening nobody hears this, and there is nothing to explain.
  window.send('startedAgain', undefined);
}

function offerFrom(args: readonly string[], folder: string): void {
  const path = shareAmong(args, folder);
  if (path !== undefined) offer(path);
}

function offer(path: string): void {
  offered.offer(path);
  window.send('shareOffered', undefined);
}
