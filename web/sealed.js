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
/** How long a way out is watched, in milliseconds. */
const PATIENCE = 600;

/**
 * Tries what would send something out of the page: [{name, blocked}]. What goes by the network is blocked
 * only if the page's policy says so, for an address that answers nobody fails anywhere; the rest if
 * nothing comes of it.
 */
export async function prove() {
  const violated = new Set();
  const note = ({ blockedURI }) => violated.add(blockedURI);
  addEventListener('securitypolicyviolation', note);
  const list = [];
  for (const [name, attempt] of Object.entries(NETWORK)) {
    const url = NOWHERE + name;
    const told = await Promise.race([attempt(url).then(() => true, () => true), later(PATIENCE)]);
    await later(30); // violations are told of in a later task
    const isSaid = [...violated].some((address) => address.replace(/^wss/, 'https').startsWith(url) || (name === 'frame' && address.startsWith(NOWHERE.slice(0, -1)) && !address.slice(NOWHERE.length)));
    // Firefox prefetches nothing for a page from disk, and does not say so.
    list.push({ name: words.attempts[name], blocked: isSaid || (name === 'prefetch' && !told) });
  }
  removeEventListener('securitypolicyviolation', note);
  for (const [name, attempt] of Object.entries(OTHERS)) {
    const went = await attempt(NOWHERE + name).catch(() => false);
    list.push({ name: words.attempts[name], blocked: !went });
  }
  return list;
}

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const loads = (element) => new Promise((resolve) => {
  element.addEventListener('load', resolve);
  element.addEventListener('error', resolve);
  element.hidden = true;
  document.body.append(element);
}).finally(() => element.remove());

// Each settles when something came of it, good or bad.
const NETWORK = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  request: (url) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onloadend = resolve;
    request.send();
  }),
  beacon: async (url) => navigator.sendBeacon(url, 'x'),
  socket: (url) => new Promise((resolve) => {
    const socket = new WebSocket(url.replace('https', 'wss'));
    socket.onerror = resolve;
    socket.onopen = resolve;
  }),
  events: (url) => new Promise((resolve) => {
    const source = new EventSource(url);
    source.onerror = () => { source.close(); resolve(); };
    source.onopen = resolve;
  }),
  image: (url) => loads(h('img', { src: url, alt: '' })),
  style: (url) => loads(h('link', { rel: 'stylesheet', href: url })),
  prefetch: (url) => loads(h('link', { rel: 'prefetch', href: url })),
  frame: (url) => loads(h('iframe', { src: url, title: '' })),
  media: (url) => new Promise((resolve) => {
    const audio = h('audio', { src: url });
    audio.onerror = resolve;
    audio.oncanplay = resolve;
    audio.load();
  }),
  font: (url) => new FontFace('nowhere', `url(${url})`).load(),
};

// Each resolves with whether it came out of the page.
const OTHERS = {
  // A form that may go to an empty address of its own may go anywhere: nothing waits for a network here.
  form: async () => {
    const frame = h('iframe', { name: 'rubricator-nowhere', title: '', hidden: true });
    const form = h('form', { action: 'data:text/html,', target: frame.name, hidden: true });
    document.body.append(frame, form);
    await later(50); // the empty document of the frame loads, too
    const loaded = new Promise((resolve) => frame.addEventListener('load', () => resolve(true)));
    form.submit();
    const went = await Promise.race([loaded, later(PATIENCE)]);
    frame.remove();
    form.remove();
    return went;
  },
  window: async (url) => globalThis.open(url) !== null,
  store: async () => { localStorage.setItem('rubricator-sealed', 'x'); return true; },
  peer: async () => typeof RTCPeerConnection === 'function',
};
