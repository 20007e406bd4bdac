import { h } from './render/dom.js';
import { strings } from './strings.js';

const words = strings.sealed;
const READY = 'rubricator-sealed-ready';
const TEXT = 'rubricator-sealed-text';

/** Whether this page runs sealed: in a sandboxed frame, with an origin of its own that can reach nothing. */
export const isSealed = () => globalThis.origin === 'null' && globalThis.parent !== globalThis;

/**
 * Puts the one-file page over this one, in a frame that has scripts and saving and nothing else: no
 * origin, no network (the one-file page's own policy), no windows, no navigation of this page. The text
 * is handed over to it.
 */
export function seal(text) {
  const frame = h('iframe', { sandbox: 'allow-scripts allow-downloads', src: location.protocol === 'file:' ? location.href.split('#')[0] : new URL('rubricator.html', location.href).href, title: words.title, allow: '' });
  const cover = h('dialog', { class: 'sealed', 'aria-label': words.title },
    h('p', {}, words.about, ' ', h('button', { type: 'button', onclick: () => cover.close() }, words.leave)), frame);
  const greet = ({ source, data }) => {
    if (source === frame.contentWindow && data === READY) source.postMessage({ type: TEXT, text }, '*'); // its origin has no name
  };
  addEventListener('message', greet);
  cover.addEventListener('close', () => {
    removeEventListener('message', greet);
    cover.remove();
  });
  document.body.append(cover);
  cover.showModal();
}

/** In the frame: takes away what no policy covers, and takes the text from the page around. */
export function unpackSealed(element) {
  if (!isSealed()) return;
  // WebRTC looks up addresses under any policy.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined });
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === TEXT && typeof data.text === 'string') element.value = data.text;
  });
  parent.postMessage(READY, '*');
}

/** An address that answers nobody: RFC 6761 keeps the name for that. */
const NOWHERE = 'https://rubricator.invalid/';

/**
 * Tries what would send something out of the page: [{name, blocked}]. Blocked is what fails at once or by the
 * page's policy; an attempt that is let through cannot arrive anywhere.
 */
export async function prove() {
  const violated = new Set();
  const note = ({ blockedURI, effectiveDirective }) => violated.add(`${effectiveDirective} ${blockedURI}`);
  addEventListener('securitypolicyviolation', note);
  const list = [];
  for (const [name, attempt] of Object.entries(ATTEMPTS)) {
    const before = violated.size;
    let failed = false;
    try {
      failed = (await Promise.race([attempt(NOWHERE + name), later(400)])) === false;
    } catch {
      failed = true;
    }
    await later(30); // violations are told of in a later task
    list.push({ name: words.attempts[name], blocked: failed || violated.size > before });
  }
  removeEventListener('securitypolicyviolation', note);
  return list;
}

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const loads = (element) => new Promise((resolve, reject) => {
  element.addEventListener('load', resolve);
  element.addEventListener('error', reject);
  element.hidden = true;
  document.body.append(element);
}).finally(() => element.remove());

// Each throws, rejects or gives false where it is kept from going out.
const ATTEMPTS = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  request: (url) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onerror = reject;
    request.onload = resolve;
    request.send();
  }),
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  socket: (url) => new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('https', 'wss'));
    socket.onerror = reject;
    socket.onopen = resolve;
  }),
  events: (url) => new Promise((resolve, reject) => {
    const source = new EventSource(url);
    source.onerror = () => { source.close(); reject(); };
    source.onopen = resolve;
  }),
  image: (url) => loads(h('img', { src: url, alt: '' })),
  style: (url) => loads(h('link', { rel: 'stylesheet', href: url })),
  prefetch: (url) => loads(h('link', { rel: 'prefetch', href: url })),
  frame: (url) => loads(h('iframe', { src: url, title: '' })),
  media: (url) => new Promise((resolve, reject) => {
    const audio = h('audio', { src: url });
    audio.onerror = reject;
    audio.oncanplay = resolve;
    audio.load();
  }),
  font: async (url) => (await new FontFace('nowhere', `url(${url})`).load()) && true,
  form: async (url) => {
    const frame = h('iframe', { name: 'rubricator-nowhere', title: '', hidden: true });
    const form = h('form', { action: url, method: 'post', target: frame.name, hidden: true });
    document.body.append(frame, form);
    await later(50); // the empty document of the frame loads, too
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    form.submit();
    const went = await Promise.race([loaded, later(300).then(() => false)]);
    frame.remove();
    form.remove();
    return went !== false;
  },
  window: (url) => Boolean(globalThis.open(url)),
  store: () => Boolean(localStorage.setItem('rubricator-sealed', 'x')) || true,
  peer: () => typeof RTCPeerConnection === 'function',
};
