// The ways in which something could leave a page. Each function runs in the page with an address of the sink
// that names it; what it returns or throws does not matter, only what arrives.
/* global Cache, caches, RTCPeerConnection, SharedWorker, WebTransport, WebSocket, EventSource, FontFace, XMLHttpRequest */

const put = (name, attributes, parent = document.body) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
};
const svg = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  root.append(element);
  document.body.append(root);
};
const style = (property, url) => {
  const element = put('div', {});
  element.textContent = 'x';
  element.style.setProperty('display', 'list-item');
  element.style.setProperty(property, `url(${url})`);
};
const blob = (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type }));
const frame = (name) => put('iframe', { name });
const stun = (peer, port) => {
  const connection = new peer({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
  connection.createDataChannel('x');
  return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
};

export const CHANNELS = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  'fetch-post': (url) => fetch(url, { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }),
  'fetch-cors': (url) => fetch(url, { headers: { 'x-text': 'x' } }),
  xhr: (url) => { const request = new XMLHttpRequest(); request.open('GET', url); request.send(); },
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  websocket: (url) => new WebSocket(url.replace('http', 'ws')),
  eventsource: (url) => new EventSource(url),
  webtransport: (url) => new WebTransport(url.replace('http', 'https')).ready,
  'cache-add': async (url) => (await caches.open('x')).add(new Request(url, { mode: 'no-cors' })),
  'wasm-streaming': (url) => WebAssembly.compileStreaming(fetch(url)),
  image: (url) => put('img', { src: url }),
  'new-image': (url) => { new Image().src = url; },
  'image-srcset': (url) => put('img', { srcset: `${url} 1x` }),
  'input-image': (url) => put('input', { type: 'image', src: url }),
  'svg-image': (url) => svg('image', { href: url, width: 10, height: 10 }),
  'svg-use': (url) => svg('use', { href: `${url}#x` }),
  'svg-feimage': (url) => svg('feImage', { href: url }),
  audio: (url) => put('audio', { src: url, preload: 'auto' }),
  video: (url) => put('video', { src: url, preload: 'auto' }),
  'video-poster': (url) => put('video', { poster: url }),
  track: (url) => { const video = put('video', { crossorigin: 'anonymous' }); const track = put('track', { src: url, default: '', kind: 'captions' }, video); track.track.mode = 'showing'; },
  stylesheet: (url) => put('link', { rel: 'stylesheet', href: url }),
  'style-import': (url) => { put('style', {}).textContent = `@import "${url}";`; },
  'css-background': (url) => style('background-image', url),
  'css-list': (url) => style('list-style-image', url),
  'css-cursor': (url) => style('cursor', url),
  'css-mask': (url) => style('mask-image', url),
  'css-border': (url) => { const element = put('div', { }); element.style.cssText = `border: 3px solid; border-image-source: url(${url})`; },
  'css-sheet': (url) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`body { background-image: url(${url}) }`); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; },
  font: (url) => { const face = new FontFace('x', `url(${url})`); document.fonts.add(face); return face.load(); },
  prefetch: (url) => put('link', { rel: 'prefetch', href: url }, document.head),
  preload: (url) => put('link', { rel: 'preload', as: 'fetch', href: url, crossorigin: '' }, document.head),
  modulepreload: (url) => put('link', { rel: 'modulepreload', href: url }, document.head),
  icon: (url) => put('link', { rel: 'icon', href: url }, document.head),
  manifest: (url) => { for (const link of document.querySelectorAll('link[rel=manifest]')) link.remove(); put('link', { rel: 'manifest', href: url }, document.head); },
  speculation: (url) => { put('script', { type: 'speculationrules' }).textContent = JSON.stringify({ prefetch: [{ urls: [url] }], prerender: [{ urls: [`${url}/prerender`] }] }); },
  script: (url) => { const script = document.createElement('script'); script.src = url; document.head.append(script); },
  'inline-script': (url) => { const script = document.createElement('script'); script.textContent = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`; document.head.append(script); },
  eval: (url) => (0, eval)(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`),
  handler: (url) => { const element = put('div', {}); element.setAttribute('onclick', `new Image().src = ${JSON.stringify(url)}`); element.click(); },
  import: (url) => import(url),
  iframe: (url) => put('iframe', { src: url }),
  'iframe-srcdoc': (url) => put('iframe', { srcdoc: `<img src="${url}">` }),
  'iframe-blob': (url) => put('iframe', { src: blob(`<img src="${url}">`, 'text/html') }),
  'iframe-data': (url) => put('iframe', { src: `data:text/html,<img src="${url}">` }),
  'iframe-javascript': (url) => put('iframe', { src: `javascript:new Image().src=${JSON.stringify(url)}` }),
  'iframe-inside': (url) => { const inner = put('iframe', {}); new inner.contentWindow.Image().src = url; return inner.contentWindow.fetch(url, { mode: 'no-cors' }); },
  object: (url) => put('object', { data: url, type: 'text/html' }),
  embed: (url) => put('embed', { src: url, type: 'text/html' }),
  form: (url) => { frame('to-form'); put('form', { action: url, target: 'to-form' }).submit(); },
  'form-post': (url) => { frame('to-post'); const form = put('form', { action: url, target: 'to-post', method: 'post' }); put('input', { name: 'text', value: 'x' }, form); form.requestSubmit(); },
  'link-target': (url) => { frame('to-link'); put('a', { href: url, target: 'to-link' }).click(); },
  ping: (url) => { frame('to-ping'); put('a', { href: 'about:blank', ping: url, target: 'to-ping' }).click(); },
  worker: (url) => new Worker(url),
  'worker-import': (url) => new Worker(blob(`importScripts(${JSON.stringify(url)})`)),
  'worker-fetch': (url) => new Worker(blob(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`)),
  'worker-module': (url) => new Worker(blob(`import ${JSON.stringify(url)}`), { type: 'module' }),
  'shared-worker': (url) => new SharedWorker(blob(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`)),
  'service-worker': (url) => navigator.serviceWorker.register(url),
  'meta-refresh': (url) => { const inner = put('iframe', {}); put('meta', { 'http-equiv': 'refresh', content: `0; url=${url}` }, inner.contentDocument.head); },
  base: (url) => { put('base', { href: `${url}/` }, document.head); put('img', { src: 'based.gif' }); document.querySelector('base').remove(); },
  trusted: (url) => { const policy = trustedTypes.createPolicy('another', { createScript: (text) => text }); (0, eval)(policy.createScript(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`)); },
};

/** What no policy of a page stops, only a sandboxed frame. */
export const BEYOND_POLICIES = {
  window: (url) => open(url),
  'window-noopener': (url) => open(url, '_blank', 'noopener'),
  'link-blank': (url) => put('a', { href: url, target: '_blank' }).click(),
  top: (url) => { globalThis.top.location = url; },
  parent: (url) => { globalThis.parent.location = url; },
  stun: (_, port) => stun(globalThis.RTCPeerConnection, port),
  'stun-inside': (_, port) => stun(put('iframe', {}).contentWindow.RTCPeerConnection, port),
};

/** What may navigate the page itself, and so is the last that it does. */
export const LAST = {
  download: (url) => put('a', { href: url, download: 'x' }).click(),
  self: (url) => { location.href = url; },
};

/** The source of a function (sink, port) that tries all of such a list in a page and returns how many it tried. */
export const trying = (channels) => `(async (sink, port) => {
  const put = ${put};
  const svg = ${svg};
  const style = ${style};
  const blob = ${blob};
  const frame = ${frame};
  const stun = ${stun};
  const channels = { ${Object.entries(channels).map(([name, run]) => `${JSON.stringify(name)}: ${run}`).join(', ')} };
  for (const [name, run] of Object.entries(channels)) {
    try { Promise.resolve(run(sink + name, port)).catch(() => {}); } catch { /* stopped at once */ }
  }
  await new Promise((resolve) => { setTimeout(resolve, 1500); });
  return Object.keys(channels).length;
})`;
