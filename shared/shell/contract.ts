import { z } from 'zod';
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

const attachmentId = z.string().regex(/^[0-9a-f]{32}(-thumb)?$/);

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Idle minutes until the journal locks itself; 0 is never. */
  lockAfterMinutes: z.number().int().min(0).max(240),
});
export type Settings = z.infer<typeof settings>;

export const start = z.object({
  /** BCP 47, as the person's system says. */
  locale: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  versions: z.object({ app: z.string(), electron: z.string(), chromium: z.string() }),
  /** Whether the operating system has a real key store (never the hard-coded fallback). */
  keyring: z.boolean(),
  /** The person locked (or idling did): no slot but the passphrase may open the journal now. */
  locked: z.boolean(),
  /** False where the data folder cannot be written: nothing can be kept, and the page says so. */
  writable: z.boolean(),
  /** Where everything is kept, as a path of this system. Only ever shown. */
  dataFolder: z.string(),
  /** A `.stringwalk` file was given on the command line or by the system. */
  shareOffered: z.boolean(),
  settings,
});
export type Start = z.infer<typeof start>;

const problem = z.object({
  ok: z.literal(false),
  error: z.enum(['cannot-write', 'cannot-read', 'absent', 'too-big', 'no-keyring']),
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
const nothing = z.undefined();

/** What each call takes and gives. Both sides parse: the shell its input, the window what comes back. */
export const contract = {
  getStart: { input: nothing, output: start },
  /** Every slot there is; bytes as written. */
  readSlots: { input: nothing, output: z.partialRecord(slotName, bytes) },
  /** Replaces a slot whole (temporary file, fsync, rename) and reads it back before answering. */
  writeSlot: { input: z.object({ slot: slotName, value: bytes }), output: done },
  removeSlot: { input: z.object({ slot: slotName }), output: done },
  /** `safeStorage`: the only moment in which the shell holds a key. */
  wrapKey: { input: z.object({ value: bytes }), output: read },
  unwrapKey: { input: z.object({ value: bytes }), output: read },
  writeAttachment: { input: z.object({ id: attachmentId, value: bytes }), output: done },
  readAttachment: { input: z.object({ id: attachmentId }), output: read },
  /** Asks the person for a file of at most 100 MB. */
  chooseShareToOpen: { input: nothing, output: chosen },
  /** The file given at start or by a second start; given once. */
  readOfferedShare: { input: nothing, output: chosen },
  /** Asks where to save. The name is a suggestion and never carries names or dates of entries. */
  saveFile: {
    input: z.object({ kind: z.enum(['share', 'svg', 'csv']), name: z.string().max(120), value: bytes }),
    output: saved,
  },
  getSettings: { input: nothing, output: settings },
  changeSettings: { input: settings.partial(), output: settings },
  /** Shows the full address and asks before the system's browser opens it; `https:` and `mailto:` only. */
  openLink: { input: z.object({ url: z.string().max(2000) }), output: nothing },
  /** Ends this window's process and opens a locked window. The window has settled its drafts before it calls. */
  relock: { input: nothing, output: nothing },
  /** Answers a `settle` message: everything typed is kept (or could not be, and the person chose to leave). */
  settled: { input: z.object({ request: z.number().int(), kept: z.boolean() }), output: nothing },
  /** The journal is open and its first page stands: what can wait may begin, and closing asks to `settle` from now on. */
  painted: { input: nothing, output: nothing },
} as const satisfies Record<CallName, { readonly input: z.ZodType; readonly output: z.ZodType }>;

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
  /** They changed, from the menu or from the page itself. The window's colours follow `theme` by themselves. */
  readonly settingsChanged: Settings;
}
