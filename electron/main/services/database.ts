import { session } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';
import { origin } from '../identity.ts';

/** Removes the page's database with its files. Deleted from the page, its values would stay in them for months. */
export async function clearDatabase(): Promise<Result<void, 'cannot-write'>> {
  try {
    await session.defaultSession.clearStorageData({ origin, storages: ['indexdb'] });
    return ok(undefined);
  } catch {
    return err('cannot-write');
  }
}
