import type { Revision } from '../revisions/revision.ts';

/**
 * Counts the shapes of bodies. A step is added to the list when a body changes its shape; the same list serves
 * what is opened, imported and restored. Stored revisions are never rewritten: a step changes what is read.
 */
export const bodyVersion = 1;

type Body = NonNullable<Revision['body']>;

/** One step: what a body of this kind looks like from `to` on. Pure, and total over whatever it meets. */
interface Migration {
  readonly to: number;
  readonly step: (kind: string, body: Body) => Body;
}

const migrations: readonly Migration[] = [];

/** The version a body was written by. */
export function versionOf(body: Body): number {
  return typeof body.v === 'number' ? body.v : 1;
}

/** A body as this version reads it, whatever version it was written by. */
export function migrateBody(kind: string, body: Body): Body {
  const from = versionOf(body);
  return migrations.filter(({ to }) => to > from).reduce((current, { step }) => step(kind, current), body);
}
