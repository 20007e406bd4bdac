// What the address of the page says after "#": how the page is set, and the text only where the reader
// asked for a link that carries it. A fragment is not sent to any server.

/** Views of the page, and languages of its interface. */
export const VIEWS = ['read', 'compare', 'many', 'issues'];
export const LANGUAGES = ['en', 'de'];

/** Most that is read of a text in an address, in characters packed and in bytes of UTF-8 unpacked. */
export const PACKED_LIMIT = 64 * 1024;
export const TEXT_LIMIT = 256 * 1024;

/** {view, lang, labels, issue, text} of a fragment; whatever is not one of those, or no possible value, is passed over. */
export function readSettings(fragment) {
  const fields = new URLSearchParams(fragment.replace(/^#/, '').slice(0, PACKED_LIMIT + 1_000));
  const among = (list, value) => (list.includes(value) ? value : null);
  const issue = fields.get('issue') ?? '';
  const text = fields.get('text') ?? '';
  return {
    view: among(VIEWS, fields.get('view')) ?? 'read',
    lang: among(LANGUAGES, fields.get('lang')),
    labels: fields.get('labels') === '1',
    issue: /^[a-z0-9-]{1,80}$/.test(issue) ? issue : null,
    text: text.length <= PACKED_LIMIT && /^[\w-]+$/.test(text) ? text : null,
  };
}

/** The fragment of settings, "" for those that every page starts with. */
export function writeSettings({ view = 'read', lang = null, labels = false, issue = null, text = null }) {
  const fields = new URLSearchParams({
    ...(view !== 'read' && { view }), ...(lang && { lang }), ...(labels && { labels: '1' }), ...(issue && { issue }), ...(text && { text }),
  }).toString();
  return fields && `#${fields}`;
}

/** A text as a fragment can carry it: deflated, in base64url. Null where it is too long for that. */
export async function packText(text) {
  if (new Blob([text]).size > TEXT_LIMIT) return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const packed = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return packed.length <= PACKED_LIMIT ? packed : null;
}

/** The text that was packed; null for anything else, and for what would unpack to more than TEXT_LIMIT. */
export async function unpackText(packed) {
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const parts = [];
    let size = 0;
    for (let part; !(part = await reader.read()).done;) {
      size += part.value.length;
      if (size > TEXT_LIMIT) {
        await reader.cancel();
        return null;
      }
      parts.push(part.value);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(parts).arrayBuffer());
  } catch {
    return null;
  }
}
