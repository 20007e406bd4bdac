// The widget's Trusted Types sinks: the inert parser and the addresses of workers.
// The policy stays inside this module, so nothing else on the page can borrow it.

let policy;

function trusted(kind, value) {
  if (!globalThis.trustedTypes) return value;
  policy ??= trustedTypes.createPolicy('rubricator', {
    createHTML: (html) => html,
    createScriptURL: (url) => url,
  });
  return policy[kind](value);
}

/** A document that no browsing context owns: nothing in it runs or is fetched. */
export function parseInert(html) {
  return new DOMParser().parseFromString(trusted('createHTML', html), 'text/html');
}

/**
 * A classic worker of a script. Browsers start none of another origin: there a worker of this page takes
 * the script in, which the policy must allow by worker-src blob: and script-src.
 */
export function startWorker(address) {
  const { protocol, origin, href } = new URL(address, location.href);
  if (protocol === 'blob:' || origin === location.origin) return new Worker(trusted('createScriptURL', href));
  if (!/^https?:$/.test(protocol)) throw new Error(`worker from ${protocol}`);
  // That worker has the page's policy, and needs a trusted type of its own.
  const source = `const trusted = globalThis.trustedTypes?.createPolicy('rubricator', { createScriptURL: (url) => url });
importScripts(trusted ? trusted.createScriptURL(${JSON.stringify(href)}) : ${JSON.stringify(href)});`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(trusted('createScriptURL', url));
}

/** The service worker of the page's own folder; resolves with its registration. */
export function startServiceWorker(name) {
  return navigator.serviceWorker.register(trusted('createScriptURL', name));
}
