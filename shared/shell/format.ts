/** Counts the ways in which a journal lies on the disk. A newer one is read, not written. */
export const journalFormat = 1;
