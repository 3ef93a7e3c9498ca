/** What may stand in a table to be saved; a missing value is an empty cell. */
export type Cell = string | number | undefined;

/**
 * A table as CSV after RFC 4180: commas, CRLF after every line, quotes doubled. It begins with a byte order mark,
 * without which Excel takes the text for another alphabet.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front: people write "-1, then better" into
 * their words, and a buddy's words are somebody else's. Numbers stay numbers.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

/** ASCII signs, their full-width twins, and the blanks that spreadsheets skip before looking. */
const formulaLike = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/;

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formulaLike.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
