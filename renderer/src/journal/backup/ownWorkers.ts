/**
 * @file Lets a worker begin workers of its own. Trusted types hold in workers too, and `renderer/public/guard.js` does
 * not reach here: only what came with the app.
 */
interface Policies {
  readonly createPolicy: (name: 'default', rules: { createScriptURL: (url: string) => string }) => unknown;
}

(globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const [own, { protocol, host }] = [new URL(import.meta.url), new URL(address, import.meta.url)];
    if (protocol === own.protocol && host === own.host) return address;
    throw new TypeError('No script comes from elsewhere');
  },
});

export {};
