/**
 * @file Two journals begin apart, each with records of its own for the same two people. Once they have met, a
 * person (or buddyship) lists the other journal's ids in `alsoKnownAs`, and everything that names one of those is
 * read as naming this one. Nothing is rewritten.
 */

/** Maps an id to the one this journal goes by; ids without an alias map to themselves. */
export type Resolve = <Id extends string>(id: Id) => Id;

/** Builds the map from all records that name aliases. Chains are followed; a circle ends where it began. */
export function aliasResolver(
  known: Iterable<{ readonly id: string; readonly alsoKnownAs?: readonly string[] | undefined }>,
): Resolve {
  const direct = new Map<string, string>();
  for (const { id, alsoKnownAs } of known)
    for (const alias of alsoKnownAs ?? []) if (alias !== id) direct.set(alias, id);
  return <Id extends string>(id: Id): Id => {
    const seen = new Set<string>([id]);
    let current: string = id;
    for (let next = direct.get(current); next !== undefined && !seen.has(next); next = direct.get(current)) {
      seen.add(next);
      current = next;
    }
    return current as Id;
  };
}
