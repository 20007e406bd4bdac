import { startWorker } from './trusted.js';

let workerUrl;

/** Where the engine's parts come from in the one-file page: inert script elements of the document. */
export const assets = {
  createWorker() {
    workerUrl ??= URL.createObjectURL(new Blob([contentOf('worker')], { type: 'text/javascript' }));
    return startWorker(workerUrl);
  },
  wasm: () => unpack(contentOf('wasm')),
  pack: () => unpack(contentOf('pack')),
};

function contentOf(name) {
  return document.getElementById(`rubricator-${name}`).textContent;
}

/** Base64 of gzip to bytes. By atob, since the page's connect-src 'none' forbids to fetch a data: URL. */
async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
