import type { BaseLocationHook } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

/**
 * Paths in the part of the address after `#`. wouter keeps an old `?query` when a new path names none, which would
 * open a dialog of the page before; here a path without one has none.
 */
export const useAppLocation: BaseLocationHook & { readonly hrefs: (href: string) => string } = Object.assign(
  () => {
    const [path, go] = useHashLocation();
    const goWithout: typeof go = (to, options) => go(to.includes('?') ? to : `${to}?`, options);
    return [path, goWithout] as ReturnType<typeof useHashLocation>;
  },
  { hrefs: (href: string) => `#${href}` },
);
