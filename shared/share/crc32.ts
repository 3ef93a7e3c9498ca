const tables = makeTables();

/**
 * CRC-32 as ZIP has it (ISO 3309, reflected, polynomial 0xEDB88320), eight bytes at a step. `before` is that of the
 * bytes that came before these.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low =
      crc ^
      (byte(bytes, at) |
        (byte(bytes, at + 1) << 8) |
        (byte(bytes, at + 2) << 16) |
        (byte(bytes, at + 3) << 24));
    crc =
      word(t7, low & 255) ^
      word(t6, (low >>> 8) & 255) ^
      word(t5, (low >>> 16) & 255) ^
      word(t4, low >>> 24) ^
      word(t3, byte(bytes, at + 4)) ^
      word(t2, byte(bytes, at + 5)) ^
      word(t1, byte(bytes, at + 6)) ^
      word(t0, byte(bytes, at + 7));
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ word(t0, (crc ^ byte(bytes, at)) & 255);
  return ~crc >>> 0;
}

// Indices are always in range here; the compiler cannot know.
function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function word(table: Int32Array, at: number): number {
  return table[at] as number;
}

type Table = Int32Array;
type Tables = readonly [Table, Table, Table, Table, Table, Table, Table, Table];

function makeTables(): Tables {
  const first = Int32Array.from({ length: 256 }, (_, value) => {
    let crc = value;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const next = (table: Table): Table => table.map((crc) => (crc >>> 8) ^ word(first, crc & 255));
  const list: Table[] = [first];
  for (let index = 1; index < 8; index += 1) list.push(next(list[index - 1] as Table));
  return list as unknown as Tables;
}
