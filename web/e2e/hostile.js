// Hostile strings of the project's own, and those of ../shared where it is there.
import { existsSync, readFileSync } from 'node:fs';

const collection = new URL('../../../shared/payloads/payloads.json', import.meta.url);

/** Strings that act where somebody takes text for markup, code, a formula or an address. All of them call alert. */
const ACTING = [
  '<script>alert(1)</script>',
  '<img src="x" onerror="alert(1)">',
  '<svg onload="alert(1)"></svg>',
  '<svg><animate onbegin="alert(1)" attributeName="x" dur="1s"></animate></svg>',
  '<details open ontoggle="alert(1)">more</details>',
  '<input autofocus onfocus="alert(1)">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe src="javascript:parent.alert(1)"></iframe>',
  '<audio src="x" onerror="alert(1)"></audio>',
  '<video><source src="x" onerror="alert(1)"></video>',
  '<style>@keyframes k { from { top: 0 } }</style><b style="animation: k 1s" onanimationstart="alert(1)">b</b>',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '</textarea><img src=x onerror=alert(1)>',
  '</title></style></script><img src=x onerror=alert(1)>',
  '--><img src=x onerror=alert(1)>',
  ']]><img src=x onerror=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<form id="x"><input name="attributes"><input name="nodeName"><img src=x onerror=alert(1)></form>',
  '<template shadowrootmode="open"><img src=x onerror=alert(1)></template><img src=x onerror=alert(1)>',
];

/** The same, where they act only in other hands: after a click, a redirect, in a spreadsheet, in a template. */
const LURKING = [
  '<a href="javascript:alert(1)">a link</a>',
  '<a href="&#106;avascript:alert(1)">a link</a>',
  '<form action="javascript:alert(1)"><button>send</button></form>',
  '<base href="https://rubricator.invalid/">',
  '<meta http-equiv="refresh" content="0; url=https://rubricator.invalid/">',
  '<link rel="stylesheet" href="https://rubricator.invalid/a.css">',
  '<object data="https://rubricator.invalid/"></object>',
  '<embed src="https://rubricator.invalid/">',
  '<img src="https://rubricator.invalid/pixel.gif" srcset="https://rubricator.invalid/2x.gif 2x">',
  '<b style="background: url(https://rubricator.invalid/)">b</b>',
  '<img name="body"><img name="querySelector"><form name="documentElement"></form>The text',
  '<form>One<input name="childNodes"><input name="nodeType"><input name="getAttribute"></form>Two',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '${alert(1)} {{constructor.constructor("alert(1)")()}} <%= alert(1) %>',
  '");alert(1);//',
  "';alert(1);//",
  '`;alert(1);//',
  '=HYPERLINK("https://rubricator.invalid/"; "report")',
  '+1+cmd|\' /C calc\'!A0',
  '-2+3', '@SUM(1+1)', '\t=1+1', '\r=1+1', '\uff1d1+1',
  '__proto__', 'constructor', 'hasOwnProperty', '{"__proto__":{"polluted":true}}',
  '\u202e</txet>gpj.exe', '\u2066<b>\u2069', '\ufeff<script>', 'a\u0000b<img src=x onerror=alert(1)>',
  '\ud800 a lone half \udc00', 'e\u0301\u0301\u0301', '\u2028alert(1)\u2029', '👩‍👩‍👧<b>👩‍👩‍👧</b>',
  '../../../../etc/passwd', '#text=AAAA&lang=<b>', '[a](javascript:alert(1))', '![a](https://rubricator.invalid/a.gif)', '<!--', '<![CDATA[', '</script', '<plaintext>',
];

export const own = [...ACTING, ...LURKING];
export const hasCollection = existsSync(collection);
/** All hostile strings, each once. */
export const payloads = [...new Set([...own, ...(hasCollection ? JSON.parse(readFileSync(collection, 'utf8')).map(({ s }) => s) : [])])];
export { ACTING as acting };
