/**
 * Gives the memory of bytes back at once. What streams by in megabytes would otherwise pile up: an engine that sees
 * few objects seldom looks for memory to free. Only for whoever holds the only reference; the bytes are empty after.
 */
export function letGo(bytes: Uint8Array<ArrayBufferLike>): void {
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
}
