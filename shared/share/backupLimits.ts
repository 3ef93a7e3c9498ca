const megabyte = 1024 * 1024;

/**
 * What a backup may be at most. It is read as a stream, so its whole size does not matter; what is held at one time
 * does. Far beyond any journal of our own.
 */
export const backupLimits = {
  members: 200_000,
  /** One member: a photo, or some of the revisions. */
  memberBytes: 128 * megabyte,
  aboutBytes: 64 * 1024,
  manifestBytes: 32 * megabyte,
  revisions: 2_000_000,
  /** All revisions together, as text. */
  revisionBytes: 1024 * megabyte,
  /** How deep JSON may be nested, and how much text one record may hold. One's own words are refused for neither. */
  depth: 500,
  recordText: 32 * megabyte,
} as const;

/** So many bytes of revisions make a member. */
export const revisionsPerMember = 2 * megabyte;
