/**
 * What a share may be at most, so that no file costs more than moments and some memory. The same limits are kept when
 * a share is made, so that whatever we write, we read.
 */
export const shareLimits = {
  /** All members together, inflated. */
  totalBytes: 200 * 1024 * 1024,
  /** Inflated bytes for every byte of the ZIP; words shrink to a third, */
  ratio: 20,
  /** but a small file of the same word over and over shrinks more, and that is no bomb. */
  alwaysAllowedBytes: 8 * 1024 * 1024,
  members: 4096,
  manifestBytes: 1024 * 1024,
  records: 100_000,
  /** One line of `revisions.ndjson`, in bytes; */
  recordBytes: 4 * 1024 * 1024,
  /** and all text in it, in UTF-16 code units. */
  recordText: 1_000_000,
  /** How deep JSON may be nested. */
  depth: 64,
} as const;
