// Runs before every module. The page's policy (require-trusted-types-for 'script') lets no text become script, markup
// or a script's address unless it passes here; the browser asks by itself.
globalThis.trustedTypes?.createPolicy('default', {
  // A document that is parsed and never shown runs nothing and loads nothing: pasted text is looked at in one.
  // Refused by throwing: the editor, which asks first, then turns to a policy of its own for such a document.
  createHTML: (html, _type, sink) => {
    if (html === '' || sink === 'DOMParser parseFromString') return html;
    throw new TypeError('No text becomes markup');
  },
  // Workers, all of which came with the app.
  createScriptURL: (address) => {
    const { protocol, host } = new URL(address, location.href);
    if (protocol === location.protocol && host === location.host) return address;
    throw new TypeError('No script comes from elsewhere');
  },
  // No createScript: no text is ever run.
});
// zod asks, when it is loaded, whether it may make code out of text. It may not, and asking is a violation.
globalThis.__zod_globalConfig = { jitless: true };
// Whoever first asks in which languages days can be written waits ten milliseconds. There is time for it now, while the
// page's code is still on its way.
Intl.DateTimeFormat.supportedLocalesOf(navigator.language);
