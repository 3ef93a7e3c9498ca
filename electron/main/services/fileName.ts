/** Characters that separate folders or that some file system refuses. */
const unsafe = /[\p{Cc}\\/:*?"<>|]+/gu;

/** A suggested name as one that every system takes: no folders, no leading dots, its ending added once. */
export function safeFileName(name: string, extension: string): string {
  const ending = `.${extension}`;
  const bare = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name;
  const safe = bare
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return (safe === '' ? 'Stringwalk' : safe) + ending;
}
