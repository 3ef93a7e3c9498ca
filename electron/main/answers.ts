import { app, type WebContents } from 'electron';
import { err } from '#shared/base/result.ts';
import { type CallName, couldNot } from '#shared/shell/channels.ts';
import { type Contract, contract, type Start } from '#shared/shell/contract.ts';
import { givePort } from './backupPort.ts';
import type { DataFolder } from './dataFolder.ts';
import { type Answer, Refused } from './ipc.ts';
import { createKeeping } from './keeping.ts';
import { systemLocale } from './locale.ts';
import { withoutQuotes } from './mishaps.ts';
import type { OfferedShare } from './offeredShare.ts';
import { openAttachments } from './services/attachments.ts';
import { backupAnswers } from './services/backups/backupAnswers.ts';
import { Backups } from './services/backups/backups.ts';
import { SeparateJournal } from './services/backups/separate.ts';
import { readGuardedSlots } from './services/deviceSlot.ts';
import { openDialogs, readShare } from './services/dialogs.ts';
import { hasKeyring, unwrapKey, wrapKey } from './services/keyring.ts';
import { openLockedMark } from './services/lockedMark.ts';
import { pdfOf, printPage } from './services/print.ts';
import type { SettingsKeeper } from './services/settings.ts';
import { openSlots } from './services/slots.ts';
import type { JournalWindow } from './window.ts';

export interface Shell {
  readonly window: JournalWindow;
  readonly dataFolder: DataFolder;
  /** Why this start made no copy of what an earlier version wrote. */
  readonly notCopied: Start['notCopied'];
  readonly settings: SettingsKeeper;
  readonly offered: OfferedShare;
  /** From now on there is something to lock. */
  readonly watchForAbsence: () => void;
  readonly note: (line: string) => void;
}

export type Handlers = {
  readonly [Name in CallName]: (
    input: Contract[Name]['input'],
  ) => Contract[Name]['output'] | Promise<Contract[Name]['output']>;
};

/** What the shell does when the page asks: parses the input, then hands it to the one ability it concerns. */
export function createAnswer(shell: Shell): Answer {
  const handlers = createHandlers(shell, (name, input) => answer(name, input));
  const answer: Answer = async <Name extends CallName>(name: Name, input: unknown) => {
    const parsed = contract[name].input.safeParse(input);
    // The words of zod would quote the input, which may be somebody's.
    if (!parsed.success) throw new Refused(`${name} was asked with the wrong input`);
    try {
      return await handlers[name](parsed.data as Contract[Name]['input']);
    } catch (problem) {
      // Thrown, it would be printed with its trace and its paths.
      shell.note(`Stringwalk: ${name} could not be done: ${withoutQuotes(problem)}`);
      return couldNot;
    }
  };
  return answer;
}

function createHandlers(shell: Shell, ask: Answer): Handlers {
  const { window, dataFolder, notCopied, settings, offered, watchForAbsence } = shell;
  const attachments = openAttachments(dataFolder.path);
  const keeping = createKeeping(dataFolder);
  const slots = openSlots(dataFolder.path, keeping.isMine);
  const lockedMark = openLockedMark(dataFolder.path, () => slots.remove('device'));
  const dialogs = openDialogs(dataFolder.path, () => window.current);
  const backups = new Backups(dataFolder.path, keeping.storeBytes, (done) =>
    window.send('backupCopied', done),
  );
  const separate = new SeparateJournal(dataFolder.path, keeping.storeBytes);

  /** Without a passphrase there is nothing that could open it again: then the mark of a former run says nothing. */
  const isLocked = async (): Promise<boolean> => {
    const isMarked = await lockedMark.isSet();
    return window.locked || (isMarked && (await slots.readAll()).passphrase !== undefined);
  };

  const start = async (): Promise<Start> => ({
    locale: systemLocale(),
    platform: platform(),
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
    },
    locked: await isLocked(),
    ...(dataFolder.unwritable ? { unwritable: dataFolder.unwritable } : {}),
    writtenBy: writtenBy(dataFolder),
    dataFolder: dataFolder.path,
    shareOffered: offered.waiting,
    ...(notCopied ? { notCopied } : {}),
    settings: settings.current(),
  });

  return {
    ...keeping.calls,
    getStart: start,
    readSlots: async () => {
      const found = await readGuardedSlots(slots);
      // Somebody may be asked for it now: on its way in, too, it is let go when the machine sleeps.
      if (found.passphrase) watchForAbsence();
      return found;
    },
    writeSlot: async ({ slot, value }) => {
      const written = await keeping.ifMine(() => slots.write(slot, value));
      // A folder that is slow, or gone, keeps nobody waiting: the next backup tries again.
      if (written.ok) void backups.renewKeys().catch(() => undefined);
      return written;
    },
    removeSlot: ({ slot }) => keeping.ifMine(() => slots.remove(slot)),
    hasKeyring,
    wrapKey: ({ value }) => wrapKey(value),
    unwrapKey: ({ value }) => unwrapKey(value),
    writeAttachment: ({ id, value }) => keeping.withRoom(() => attachments.write(id, value)),
    readAttachment: ({ id }) => attachments.read(id),
    removeAttachments: ({ ids }) => keeping.ifMine(() => attachments.remove(ids)),
    chooseShareToOpen: dialogs.chooseShare,
    readOfferedShare: () => {
      const path = offered.take();
      return path === undefined ? err('absent') : readShare(path);
    },
    saveFile: async ({ kind, name, value }) => {
      const saved = await dialogs.save(kind, name, value);
      return saved.ok ? { ok: true, path: saved.value } : saved;
    },
    printPage: ({ paper }) => printPage(pageOf(window), paper),
    savePdf: async ({ paper, name }) => {
      const pdf = await pdfOf(pageOf(window), paper);
      const saved = pdf.ok ? await dialogs.save('pdf', name, pdf.value) : pdf;
      return saved.ok ? { ok: true, path: saved.value } : saved;
    },
    getSettings: settings.current,
    changeSettings: settings.change,
    openLink: async ({ url }) => {
      await dialogs.openLink(url);
    },
    relock: () => {
      void lockedMark.set();
      window.relock();
    },
    settled: ({ request, kept }) => {
      window.settled(request, kept);
    },
    painted: () => {
      window.painted();
      void lockedMark.remove();
      watchForAbsence();
      keeping.begin();
    },
    listAttachments: attachments.list,
    openBackupPort: ({ token }) => {
      const page = window.current?.webContents;
      if (page) givePort(page, token, ask);
    },
    ...backupAnswers(backups, separate, dialogs),
  };
}

function writtenBy({ isRefused, isFromNewer }: DataFolder): Start['writtenBy'] {
  if (isRefused) return 'newer-browser';
  return isFromNewer ? 'newer-app' : 'us';
}

function pageOf(window: JournalWindow): WebContents {
  if (!window.current) throw new Error('The page that asked is gone');
  return window.current.webContents;
}

function platform(): Start['platform'] {
  const { platform: name } = process;
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}
