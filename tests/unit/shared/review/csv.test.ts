import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '#shared/review/csv.ts';

/** Reads CSV as RFC 4180 says, strictly: a quote outside a quoted cell, or a lone CR or LF, is an error. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  if (text[0] !== '\uFEFF') throw new Error('no byte order mark');
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('an open quote');
        if (text[at] === '"') {
          at += 1;
          if (text[at] !== '"') break;
        }
        cell += text[at];
      }
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`a stray ${JSON.stringify(text[at])}`);
        cell += text[at];
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new Error('the last line does not end');
    } else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error('a line that ends otherwise');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const plain = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell);

describe('csv', () => {
  it('quotes what needs quotes and ends every line with CRLF', () => {
    expect(
      csvText([
        ['a', 'b, c', 'say "yes"'],
        ['two\nlines', 7, undefined],
      ]),
    ).toBe('\uFEFFa,"b, c","say ""yes"""\r\n"two\nlines",7,\r\n');
  });

  it.each([
    '=1+1',
    '+44 20',
    '-2 then better',
    '@maya',
    '\t=1',
    '  =HYPERLINK("x")',
    '＝1',
    '|cmd',
    '\r=1',
    '%0A',
  ])('disarms %j', (text) => {
    expect(parse(csvText([[text]]))).toEqual([[`'${text}`]]);
  });

  it('leaves words and numbers as they are', () => {
    expect(csvText([['I said = no', -1, 0, 'سلام', '🌲']])).toBe('\uFEFFI said = no,-1,0,سلام,🌲\r\n');
  });

  it('can be read back, whatever is written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[=+\-@"',;\r\n\t a]*$/),
      fc.integer(),
      fc.constant(undefined),
    );
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(csvText(rows));
        expect(read.map((row) => row.map(plain))).toEqual(
          rows.map((row) => row.map((value) => plain(value === undefined ? '' : String(value)))),
        );
      }),
    );
  });

  it('never begins a text with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [[read = ''] = []] = parse(csvText([[text, 'end']]));
        expect(read).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
