/** @file What happens to a body on its way into a revision. Pure. */

/**
 * A change that was worked out on `seen`, carried over to the body as it is `now`: fields that the change left alone
 * keep what was written into them meanwhile.
 */
export function carriedOver<B extends object>(seen: B | undefined, wanted: B, now: B): B {
  const before = new Map<string, unknown>(Object.entries(seen ?? {}));
  const after = new Map<string, unknown>(Object.entries(wanted));
  const result = new Map<string, unknown>(Object.entries(now));
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    if (isSameBody(before.get(field), after.get(field))) continue;
    if (after.get(field) === undefined) result.delete(field);
    else result.set(field, after.get(field));
  }
  return Object.fromEntries(result) as B;
}

export function isSameBody(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The same, where halves of characters (a paste can hold them) become U+FFFD: they have no UTF-8, so no hash. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd') as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, wellFormed(child)])) as T;
}
