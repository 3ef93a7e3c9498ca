/** @file Bytes on their way: between generators, which are easy to write, and streams, which age wants. */

/** A stream that asks the generator only when somebody reads, so that nothing piles up. */
export function streamOf(pieces: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
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

/** The same bytes in pieces of this size; the last one may be smaller. All pieces share one buffer, one after another. */
export async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of source) {
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + size - filled);
      piece.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < size) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
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
