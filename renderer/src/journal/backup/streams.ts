/** @file Bytes on their way: between generators, which are easy to write, and streams, which age wants. */
import { letGo } from '#shared/base/letGo.ts';

/** A stream that asks the generator only when somebody reads, so that nothing piles up. */
export function streamOf(
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * The same bytes in pieces of another size; the last one may be smaller. `buffer` gives where the next one goes, and
 * says how large it is; the same each time where a piece is looked at only until the next is asked for.
 */
export async function* inPieces<Kept extends ArrayBufferLike>(
  source: AsyncIterable<Uint8Array>,
  buffer: () => Uint8Array<Kept>,
): AsyncGenerator<Uint8Array<Kept>> {
  let piece = buffer();
  let filled = 0;
  for await (const chunk of source) {
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + piece.length - filled);
      piece.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < piece.length) continue;
      yield piece;
      [piece, filled] = [buffer(), 0];
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Gives back the memory of each piece once the next is asked for. For whoever copies what comes. */
export async function* spent(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    yield piece;
    letGo(piece);
  }
}

/** Asks for the next pieces while the present one is worked on, so that nobody waits for anybody on a busy machine. */
export async function* ahead<T>(source: AsyncIterator<T>, pieces: number): AsyncGenerator<T> {
  const asked: Promise<IteratorResult<T>>[] = [];
  const ask = () => {
    const next = source.next();
    // Whoever waits for it hears of a failure; if nobody does any more, it is nobody's.
    next.catch(() => undefined);
    asked.push(next);
  };
  for (let count = 0; count < pieces; count += 1) ask();
  for (;;) {
    const { value, done } = (await asked.shift()) as IteratorResult<T>;
    if (done) return;
    ask();
    yield value;
  }
}

/** What comes of each item, in turn, while the next ones are worked on already: so many at once. */
export async function* besideOneAnother<Item, Outcome>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const begun = async function* () {
    for (const item of items) yield { outcome: work(item) };
  };
  for await (const { outcome } of ahead(begun(), atOnce)) yield await outcome;
}
