import { z } from 'zod/mini';
import { longestLink } from '../base/link.ts';
import { attachmentId, backupContract } from './backupContract.ts';
import type { CallName } from './channels.ts';
import type { Command } from './commands.ts';

/** Bytes the shell moves but cannot read: sealed or age-encrypted by the window. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');

/**
 * `passphrase`, `recovery` and `device` hold the keyring encrypted; `open` holds it as it is (no protection, and said
 * so). `recoveryNote` holds no key: sealed in it is for whom backups are made as well.
 */
export const slotName = z.enum(['passphrase', 'recovery', 'recoveryNote', 'device', 'open']);
export type SlotName = z.infer<typeof slotName>;

const hexOf = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));

/** A sealed row as it lies in the log: all but its running number in the database. */
const logRow = z.object({ id: hexOf(16), keyId: hexOf(8), sealed: bytes });
export type LogRow = z.infer<typeof logRow>;

const logState = z.object({
  rows: z.int(),
  /** The same for the same rows, in whatever order they came (see `tally.ts` in the window). */
  tally: hexOf(16),
  bytes: z.int(),
  /** `cut`: its end was torn. `rescued`: it was damaged and set aside; what could be read is in a new one. */
  mended: z.enum(['no', 'cut', 'rescued']),
  /** `low`: nothing may be written to the database. */
  room: z.enum(['ample', 'low']),
});
export type LogState = z.infer<typeof logState>;

const sealedFile = z.object({ id: hexOf(16), value: bytes });
export type SealedFile = z.infer<typeof sealedFile>;

/** Something that was made good, or could not be. The window has the sentences. */
const journalEvent = z.object({
  /** Milliseconds of the wall clock. */
  at: z.number(),
  what: z.enum([
    'rows-from-log',
    'rows-to-log',
    'log-cut',
    'log-rescued',
    'log-foreign',
    'log-renewed',
    'database-rebuilt',
    'database-lost',
  ]),
  /** How many rows it was about. */
  rows: z.int().check(z.minimum(0)),
});
export type JournalEvent = z.infer<typeof journalEvent>;
export const journalEvents = z.array(journalEvent);

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Idle minutes until the journal locks itself; 0 is never. */
  lockAfterMinutes: z.int().check(z.minimum(0), z.maximum(240)),
  /** The day on which a recovery sheet was last asked for, YYYY-MM-DD; empty before the first time. */
  recoveryAskedOn: z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/)),
});
export type Settings = z.infer<typeof settings>;

export const start = z.object({
  /** BCP 47, as the person's system says. */
  locale: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  versions: z.object({ app: z.string(), electron: z.string(), chromium: z.string() }),
  /** The person locked (or idling did), in this run or the last: no slot but the passphrase may open the journal now. */
  locked: z.boolean(),
  /** Why nothing can be kept in the data folder, where that is so: the page says it, and opens nothing. */
  unwritable: z.optional(z.enum(['cannot-write', 'no-room'])),
  /**
   * Who last wrote the journal. `newer-app`: it can be read, not written. `newer-browser`: opening its database would
   * delete it, so it is not opened.
   */
  writtenBy: z.enum(['us', 'newer-app', 'newer-browser']),
  /** Where everything is kept, as a path of this system. Only ever shown. */
  dataFolder: z.string(),
  /** A `.stringwalk` file was given on the command line or by the system. */
  shareOffered: z.boolean(),
  /** This version writes here for the first time, and could not copy first what an earlier one wrote. */
  notCopied: z.optional(z.enum(['no-room', 'cannot-write'])),
  settings,
});
export type Start = z.infer<typeof start>;

const problem = z.object({
  ok: z.literal(false),
  error: z.enum(['cannot-write', 'cannot-read', 'absent', 'too-big', 'no-keyring', 'no-room']),
});
const done = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), problem]);
const read = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: bytes }), problem]);
const chosen = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), name: z.string(), value: bytes }),
  z.object({ ok: z.literal(false), error: z.enum(['cancelled', 'cannot-read', 'too-big', 'absent']) }),
]);
const saved = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string() }),
  z.object({ ok: z.literal(false), error: z.enum(['cancelled', 'cannot-write']) }),
]);
/** What people have at home follows from where they live. */
const paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof paper>;
const kept = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), lastWords: z.boolean() }), problem]);
const nothing = z.undefined();

/** What each call takes and gives. Both sides parse: the shell its input, the window what comes back. */
export const contract = {
  getStart: { input: nothing, output: start },
  /** Every slot there is; bytes as written. */
  readSlots: { input: nothing, output: z.partialRecord(slotName, bytes) },
  /** Replaces a slot whole (temporary file, fsync, rename) and reads it back before answering. */
  writeSlot: { input: z.object({ slot: slotName, value: bytes }), output: done },
  removeSlot: { input: z.object({ slot: slotName }), output: done },
  /** Where the log stands. The first call opens it, and mends what a crash or a bad disk did to it. */
  logState: { input: nothing, output: logState },
  /** Reads the whole log and checks every frame of it. */
  verifyLog: { input: nothing, output: logState },
  /**
   * Adds rows to the log, all or none; answers when they are on the disk. `no-room`: nothing may be written to the
   * database either. `lastWords`: written, but the database must wait for room.
   */
  appendRows: { input: z.object({ rows: z.array(logRow).check(z.minLength(1)) }), output: kept },
  /** Rows from this place on, some megabytes at a time; `next` where there are more. The first place is 0. */
  readLog: {
    input: z.object({ from: z.int().check(z.minimum(0)) }),
    output: z.object({ rows: z.array(logRow), next: z.optional(z.int()) }),
  },
  /** Makes a new log beside the old one, which stands until `finish` puts the new one in its place. */
  rewriteLog: {
    input: z.discriminatedUnion('step', [
      z.object({ step: z.enum(['begin', 'finish', 'drop']) }),
      z.object({ step: z.literal('add'), rows: z.array(logRow).check(z.minLength(1)) }),
    ]),
    output: done,
  },
  /** Moves the log out of the way, untouched: it belongs to another journal. */
  setLogAside: { input: nothing, output: done },
  /**
   * Copies the keys, or the browser's database, beside the journal, before others take their place; the database is then
   * removed. `foreign`: they are another journal's, and stay there whatever becomes of this one.
   */
  setAside: {
    input: z.object({ what: z.enum(['keys', 'database']), whose: z.enum(['ours', 'foreign']) }),
    output: done,
  },
  /** Removes the log and all drafts. Only for what was let go. */
  clearLog: { input: nothing, output: done },
  /**
   * Removes the browser's database, files and all. What it holds must be in the log: deleting it from the page leaves
   * its bytes on the disk (measured), and so does writing over them.
   */
  clearDatabase: { input: nothing, output: done },
  /** Marks that what lies here may go, or takes the mark away; on the disk when it answers. */
  markLetGo: { input: z.object({ letGo: z.boolean() }), output: done },
  isLetGo: { input: nothing, output: z.boolean() },
  /**
   * Removes what must not stay once all is sealed anew: damaged logs that were set aside, where they hold rows sealed
   * under one of these keys; unfinished writes; and what was copied before upgrades, or set aside with this journal's keys.
   */
  removeAside: { input: z.object({ keyIds: z.array(hexOf(8)).check(z.minLength(1)) }), output: done },
  /**
   * Replaces what lies under this id; on the disk when it answers. With `isAlone` nothing of it stays in the file, where
   * otherwise what was written last but one does.
   */
  writeDraft: { input: z.extend(sealedFile, { isAlone: z.boolean() }), output: kept },
  removeDrafts: { input: z.object({ ids: z.array(hexOf(16)) }), output: done },
  readDrafts: { input: nothing, output: z.array(sealedFile) },
  noteEvent: { input: journalEvent, output: nothing },
  /** Newest first. */
  readEvents: { input: nothing, output: z.readonly(journalEvents) },
  /** Gives up the room kept back, so that what is on the page can be written to the log. */
  giveUpBallast: { input: nothing, output: nothing },
  /**
   * Whether the operating system has a real key store (never the hard-coded fallback). It may ask the person for a
   * password, and takes seconds where it does not answer.
   */
  hasKeyring: { input: nothing, output: z.boolean() },
  /** `safeStorage`: the only moment in which the shell holds a key. */
  wrapKey: { input: z.object({ value: bytes }), output: read },
  unwrapKey: { input: z.object({ value: bytes }), output: read },
  writeAttachment: { input: z.object({ id: attachmentId, value: bytes }), output: kept },
  readAttachment: { input: z.object({ id: attachmentId }), output: read },
  /** For good. Those that are not there are gone already. */
  removeAttachments: { input: z.object({ ids: z.array(attachmentId) }), output: done },
  /** Asks the person for a file of at most 100 MB. */
  chooseShareToOpen: { input: nothing, output: chosen },
  /** The file given at start or by a second start; given once. */
  readOfferedShare: { input: nothing, output: chosen },
  /** Asks where to save. The name is a suggestion and never carries names or dates of entries. */
  saveFile: {
    input: z.object({
      kind: z.enum(['share', 'svg', 'csv']),
      name: z.string().check(z.maxLength(120)),
      value: bytes,
    }),
    output: saved,
  },
  /** Opens the system's print dialog for the page as its print style sheet shows it. */
  printPage: {
    input: z.object({ paper }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true) }),
      z.object({ ok: z.literal(false), error: z.enum(['cancelled', 'no-printer']) }),
    ]),
  },
  /** The same as a PDF file. Asks where to save it; the name is a suggestion and tells nothing. */
  savePdf: { input: z.object({ paper, name: z.string().check(z.maxLength(120)) }), output: saved },
  getSettings: { input: nothing, output: settings },
  changeSettings: { input: z.partial(settings), output: settings },
  /** Shows the full address and asks before the system's browser opens it; `https:` and `mailto:` only. */
  openLink: { input: z.object({ url: z.string().check(z.maxLength(longestLink)) }), output: nothing },
  /** Ends this window's process and opens a locked window. The window has settled its drafts before it calls. */
  relock: { input: nothing, output: nothing },
  /** Answers a `settle` message: everything typed is kept (or could not be, and the person chose to leave). */
  settled: { input: z.object({ request: z.int(), kept: z.boolean() }), output: nothing },
  /** The journal is open and its first page stands: what can wait may begin, and closing asks to `settle` from now on. */
  painted: { input: nothing, output: nothing },
  ...backupContract,
} as const satisfies Record<CallName, { readonly input: z.ZodMiniType; readonly output: z.ZodMiniType }>;

export type Contract = {
  [Name in CallName]: {
    readonly input: z.infer<(typeof contract)[Name]['input']>;
    readonly output: z.infer<(typeof contract)[Name]['output']>;
  };
};

/** What the shell sends the window. */
export interface Messages {
  readonly command: Command;
  /** Keep everything typed, then answer with `settled`: the window is about to close, or the machine to sleep. */
  readonly settle: { readonly request: number; readonly reason: 'close' | 'lock' };
  readonly shareOffered: undefined;
  /** Somebody started Stringwalk while this window stood; it came forward instead of a second one. */
  readonly startedAgain: undefined;
  /** They changed, from the menu or from the page itself. The window's colours follow `theme` by themselves. */
  readonly settingsChanged: Settings;
  /** How far a copy into the second folder has come, 0 to 1. */
  readonly backupCopied: number;
}
