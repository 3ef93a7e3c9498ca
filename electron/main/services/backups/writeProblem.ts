/** What a failed write comes to: a full disk is worth its own sentence. */
export function writeProblem(error: unknown): 'no-room' | 'cannot-write' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-room' : 'cannot-write';
}
