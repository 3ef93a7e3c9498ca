/**
 * Gives the memory of bytes back at once, also of those that the platform's cryptography or another worker has had in
 * its hands: their memory has a second owner, who does not hear of `letGo` and keeps it until the engine next tidies up.
 * Sent away, they are nobody's; and where they are sent to, nobody hears. The bytes are empty after.
 */
export function release(bytes: Uint8Array<ArrayBufferLike>): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [bytes.buffer as ArrayBuffer]);
  port1.close();
}
