import { inflateSync } from 'node:zlib';

/**
 * What a PDF made by Chromium says, without spaces, and how many pages it has. Only as much of the format as that
 * needs (ISO 32000-1, 9.10): flate streams, one content stream a page, fonts with a ToUnicode map.
 */
export function readPdf(file: Buffer): { readonly pages: number; readonly text: string } {
  const objects = objectsOf(file);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  const text = pages.map(({ head }) => textOf(head, objects)).join('');
  return { pages: pages.length, text: text.replace(/\s+/gu, '') };
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

type PdfObjects = ReadonlyMap<string, PdfObject>;

function objectsOf(file: Buffer): PdfObjects {
  const source = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n?/g)) {
    const begins = match.index + match[0].length;
    const head = source.slice(begins, begins + source.slice(begins).search(/endobj|stream\r?\n/));
    objects.set(match[1] ?? '', { head, stream: streamOf(source, begins + head.length, head) });
  }
  return objects;
}

function streamOf(source: string, at: number, head: string): string {
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1];
  if (length === undefined || !source.startsWith('stream', at)) return '';
  const begins = source.indexOf('\n', at) + 1;
  const bytes = Buffer.from(source.slice(begins, begins + Number(length)), 'latin1');
  return (/FlateDecode/.test(head) ? inflateSync(bytes) : bytes).toString('latin1');
}

interface Letters {
  /** How many bytes one glyph takes in a string. */
  readonly width: number;
  readonly byCode: ReadonlyMap<number, string>;
}

function textOf(page: string, objects: PdfObjects): string {
  const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
  const fonts = new Map(
    [...resourcesOf(page, objects).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      lettersOf(objects.get(id)?.head ?? '', objects),
    ]),
  );
  let font: Letters | undefined;
  let text = '';
  const pieces = /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\[\s\S]|[^\\)])*)\)/g;
  for (const [, name, hex, literal] of (objects.get(contents)?.stream ?? '').matchAll(pieces)) {
    if (name !== undefined) font = fonts.get(name);
    else if (font)
      text += decode(hex === undefined ? unescaped(literal ?? '') : Buffer.from(hex, 'hex'), font);
  }
  return text;
}

function resourcesOf(page: string, objects: PdfObjects): string {
  const id = /\/Resources (\d+) 0 R/.exec(page)?.[1];
  return id === undefined ? page : (objects.get(id)?.head ?? '');
}

function lettersOf(font: string, objects: PdfObjects): Letters {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '')?.stream ?? '';
  const byCode = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', letters = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi))
      byCode.set(Number.parseInt(code, 16), utf16(letters));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', letters = ''] of block.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi,
    )) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        byCode.set(code, String.fromCodePoint((utf16(letters).codePointAt(0) ?? 0) + code - first));
    }
  const space = /begincodespacerange\s*<([0-9A-F]+)>/i.exec(map)?.[1] ?? '0000';
  return { width: space.length / 2, byCode };
}

function decode(bytes: Buffer, { width, byCode }: Letters): string {
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width)
    text += byCode.get(bytes.readUIntBE(at, width)) ?? '';
  return text;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function unescaped(literal: string): Buffer {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = literal.replace(
    /\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g,
    (_, octal?: string, letter?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return letter === undefined ? '' : (named[letter] ?? letter);
    },
  );
  return Buffer.from(plain, 'latin1');
}
