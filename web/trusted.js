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

/** A classic worker from a same-origin or blob: address. */
export function startWorker(url) {
  const { protocol, origin } = new URL(url, location.href);
  if (protocol !== 'blob:' && origin !== location.origin) throw new Error(`worker from another origin: ${origin}`);
  return new Worker(trusted('createScriptURL', String(url)));
}

/** The service worker of the page's own folder; resolves with its registration. */
export function startServiceWorker(name) {
  return navigator.serviceWorker.register(trusted('createScriptURL', name));
}
