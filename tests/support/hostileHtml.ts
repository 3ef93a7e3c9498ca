import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @file HTML that tries to run, to fetch or to lead elsewhere: DOMPurify's cases, and what they leave out. */

const file = join(import.meta.dirname, 'hostileHtml/payloads.json');
const known = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];

/** Addresses that are no web page, in the spellings that filters have let through. */
export const hostileAddresses: readonly string[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\0script:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  'blob:app://stringwalk/1',
  'file:///etc/passwd',
  'smb://example.org/share',
  '//example.org/x',
  'http://example.org/',
  'app://stringwalk/',
  'https://',
  'https://exa mple.org/',
  'ms-settings:privacy',
];

const ours: readonly string[] = [
  ...hostileAddresses.map((address) => `<a href="${address.replaceAll('"', '&quot;')}">a way out</a>`),
  '<IMG """><SCRIPT>alert(1)</SCRIPT>"\\>',
  '<img src=x:x onerror=alert(1)//',
  '<IMG/SRC=x/onerror=alert(1)>',
  '<b/style="position:fixed;inset:0;background:url(https://example.org/b.png)">over everything</b>',
  '<p style=background-image:url(https://example.org/p.png)>painted</p>',
  '<p title=">" style="color:red" >misread</p>',
  "<p title='a style=b' style='color:red'>quoted</p>",
  '<p sTyLe\n=\n"color:red">broken over lines</p>',
  '<style>@import url(https://example.org/s.css);</style><p>styled</p>',
  '<svg><style>@import url(https://example.org/s.css)</style></svg>',
  '<link rel=stylesheet href=https://example.org/l.css><p>linked</p>',
  '<meta http-equiv=refresh content="0;url=https://example.org/">',
  '<base href="https://example.org/"><img src=seen.png>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://example.org/o.swf"></object><embed src="https://example.org/e.swf">',
  '<video poster=https://example.org/v.png autoplay><source src=https://example.org/v.mp4 onerror=alert(1)></video>',
  '<picture><source srcset="https://example.org/1.png"><img srcset="https://example.org/2.png 2x"></picture>',
  '<form action=https://example.org/><input autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>go</button></form>',
  '<details open ontoggle=alert(1)><summary>open</summary></details>',
  '<math><mtext></p><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<select><noembed></select><script>x="<noembed>";alert(1)</script>',
  '<table background=https://example.org/t.png><tr><td background=https://example.org/c.png>cell</td></tr></table>',
  '<figure data-attachment="../../../etc/passwd"><img src=x></figure>',
  `<figure data-attachment="${'a'.repeat(32)}" data-alt="<img src=x onerror=alert(1)>" onclick=alert(1)></figure>`,
  '<div data-pm-slice=\'0 0 ["script",{"src":"https://example.org/s.js"}]\'><p>sliced</p></div>',
  '<p data-pm-slice=\'9 9 ["photo",{"attachment":"x"}]\'>sliced</p>',
  `${'<b>'.repeat(2000)}deep${'</b>'.repeat(2000)}`,
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><html xmlns:x="x"><x:script src="https://example.org/x.js"/></html>',
];

export const hostileHtml: readonly string[] = [...known, ...ours];
