import { z } from 'zod/mini';

/** @file What the window and the shell say to one another about backups. Part of `contract.ts`. */

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
const nothing = z.undefined();
const count = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));

/** What a photo or recording is named by, on the disk and in texts. */
export const attachmentId = z.string().check(z.regex(/^[0-9a-f]{32}(-thumb)?$/));

/** A backup's name in its folder: when it was made, in UTC. */
export const backupName = z.string().check(z.regex(/^stringwalk-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.age$/));

/** `own`: beside the journal. `second`: the folder the person chose. */
export const backupPlace = z.enum(['own', 'second']);
export type BackupPlace = z.infer<typeof backupPlace>;

const backupFile = z.object({ place: backupPlace, name: backupName });

/** What the window found in a backup of this journal, remembered by the shell, which cannot read it. */
export const backupFacts = z.object({
  bytes: count,
  /** When it was opened again, decrypted and found whole; absent until then. */
  verifiedAt: z.optional(z.number()),
  /** When it was opened again and found damaged: then it counts as never verified. */
  damagedAt: z.optional(z.number()),
  revisions: count,
  /** Records that stand in it. */
  records: count,
  attachments: count,
  /** Rows the database held, */
  rows: count,
  /**
   * and which: their tally (see `journal/tally.ts`). Absent in what early versions noted, and where something came
   * too late to be in it.
   */
  tally: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  /** Rows and photos that did not open when it was made. */
  unreadable: count,
  /** Which photos are among them; absent where nobody noted it. */
  unreadablePhotos: z.optional(z.array(attachmentId)),
});
export type BackupFacts = z.infer<typeof backupFacts>;

export const listedBackup = z.extend(backupFile, {
  at: z.number(),
  bytes: count,
  /** Absent where this journal does not know the file: somebody else's, or changed since. */
  facts: z.optional(backupFacts),
});
export type ListedBackup = z.infer<typeof listedBackup>;

/** `no-answer`: its disk hangs, or a network that it lies on is gone. */
const folderProblem = z.enum(['absent', 'cannot-write', 'no-room', 'cannot-read', 'no-answer']);
export type BackupFolderProblem = z.infer<typeof folderProblem>;

export const backupFolder = z.object({
  place: backupPlace,
  path: z.string(),
  problem: z.optional(folderProblem),
  /** Of the second folder: the files that open a backup there are not those of today. */
  keysOutdated: z.optional(z.boolean()),
});
export type BackupFolder = z.infer<typeof backupFolder>;

/** What was copied before another version wrote here for the first time: which came after which. */
const upgradeCopyName = z.string().check(z.regex(/^before-upgrade-[\w.~-]+$/));
export const upgradeCopy = z.object({
  name: upgradeCopyName,
  /** Versions of Stringwalk, or `chromium-` and a version of the browser inside it. */
  from: z.string(),
  to: z.string(),
  at: z.number(),
  bytes: count,
});
export type UpgradeCopy = z.infer<typeof upgradeCopy>;

const backupList = z.object({
  folders: z.array(backupFolder),
  files: z.array(listedBackup),
  /** Newest first. */
  upgrades: z.array(upgradeCopy),
});
export type BackupList = z.infer<typeof backupList>;

const done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.enum(['absent', 'cannot-write', 'no-room', 'cannot-read']) }),
]);
const read = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: bytes }),
  z.object({ ok: z.literal(false), error: z.enum(['absent', 'cannot-read']) }),
]);
const slots = z.object({ passphrase: z.optional(bytes), recovery: z.optional(bytes) });
const chosenFolder = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string() }),
  z.object({ ok: z.literal(false), error: z.enum(['cancelled', 'not-empty', 'cannot-write']) }),
]);

/** As the log has it. */
const sealedRow = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  sealed: bytes,
});

/** As it lies in the folder of drafts. */
const sealedDraft = z.object({ id: z.string().check(z.regex(/^[0-9a-f]{32}$/)), value: bytes });

export const backupContract = {
  /** With the second folder as it is now, which takes some seconds where that hangs, or as it was seen last. */
  listBackups: { input: z.object({ second: z.enum(['now', 'as-seen']) }), output: backupList },
  /** The ids of all photos and recordings beside the journal. */
  listAttachments: { input: nothing, output: z.array(z.string()) },
  /** Begins a new backup beside the journal, in a temporary file. One at a time: an earlier one is dropped. */
  beginBackup: {
    input: nothing,
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), name: backupName }),
      z.object({ ok: z.literal(false), error: z.enum(['cannot-write', 'no-room']) }),
    ]),
  },
  writeBackup: { input: z.object({ value: bytes }), output: done },
  /** Flushes it and gives it its name. */
  finishBackup: {
    input: nothing,
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), bytes: count }),
      z.object({ ok: z.literal(false), error: z.enum(['cannot-write', 'no-room']) }),
    ]),
  },
  dropBackup: { input: nothing, output: nothing },
  /** Some bytes of a listed backup, or of the file that was chosen; fewer at its end, none behind it. */
  readBackup: {
    input: z.object({
      file: z.union([backupFile, z.literal('chosen')]),
      offset: count,
      length: count.check(z.maximum(8 * 1024 * 1024)),
    }),
    output: read,
  },
  /**
   * Rows of such a copy, as `readLog` gives them, and with the last of them what was being typed. Not whole: between
   * them stood what nobody can read any more.
   */
  readUpgradeCopy: {
    input: z.object({ name: upgradeCopyName, from: count }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        rows: z.array(sealedRow),
        drafts: z.array(sealedDraft),
        next: z.optional(count),
        isWhole: z.boolean(),
        /** 0 to 1. */
        done: z.number(),
      }),
      z.object({ ok: z.literal(false), error: z.enum(['absent', 'cannot-read']) }),
    ]),
  },
  /** Remembers what was found in a backup. Without facts: forgets it. */
  noteBackup: { input: z.extend(backupFile, { facts: z.optional(backupFacts) }), output: done },
  /** Copies a verified backup, and the files with which it is opened, into the second folder: what is not there yet. */
  copyBackup: {
    input: z.object({ name: backupName }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true) }),
      z.object({
        ok: z.literal(false),
        error: z.enum(['absent', 'cannot-write', 'no-room', 'cannot-read', 'no-answer', 'stopped']),
      }),
    ]),
  },
  /** Ends a copy that is being made; nothing of it stays. */
  stopCopy: { input: nothing, output: nothing },
  removeBackup: { input: backupFile, output: done },
  /** Asks for a folder, and makes one in it that is this journal's alone. */
  chooseBackupFolder: {
    input: z.object({ label: z.string().check(z.regex(/^[0-9a-f]{8}$/)) }),
    output: chosenFolder,
  },
  /** Nothing more is written there. What lies there stays. */
  forgetBackupFolder: { input: nothing, output: done },
  /** Asks for a backup to restore. With it come the files beside it that may open it. */
  chooseBackup: {
    input: nothing,
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), name: z.string(), bytes: count, slots }),
      z.object({ ok: z.literal(false), error: z.enum(['cancelled', 'cannot-read']) }),
    ]),
  },
  /** Gives a port (see `backupPort.ts`), which comes as a message that carries the token. */
  openBackupPort: {
    input: z.object({ token: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
    output: nothing,
  },
  /** Asks for an empty folder in which another journal is to lie. */
  chooseSeparateFolder: { input: nothing, output: chosenFolder },
  /** Writes into that folder; nothing is there for good before `finishSeparate`. */
  writeSeparateRows: { input: z.object({ rows: z.array(sealedRow) }), output: done },
  writeSeparateAttachment: {
    input: z.object({ id: attachmentId, value: bytes }),
    output: done,
  },
  /** The slots of this journal open that one too. */
  finishSeparate: { input: nothing, output: done },
  dropSeparate: { input: nothing, output: nothing },
  /** Opens the journal in that folder in a Stringwalk of its own. */
  openSeparate: { input: nothing, output: nothing },
} as const;
