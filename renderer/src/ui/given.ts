/**
 * The same props without those that are undefined. Under `exactOptionalPropertyTypes` a library's optional prop
 * does not accept `undefined`; ours do, so that a page can pass on what it may not have.
 */
export function given<T extends object>(props: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
