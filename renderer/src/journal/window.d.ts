import type { Bridge } from '#shared/shell/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload; used in `shell.ts` alone. */
    readonly stringwalk: Bridge;
  }
}
