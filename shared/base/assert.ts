/** Stops where the program contradicts itself. A bug, never something a person did. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** The last branch of a switch over a union: a new member fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
