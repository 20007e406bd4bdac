import { startWorker } from './trusted.js';

/** Where the engine's parts come from: files beside the script. The one-file page has assets-inline.js instead. */
export const assets = {
  createWorker: () => startWorker(beside('worker.js')),
  wasm: async () => beside('rubricator.wasm'),
  pack: async () => beside('news-en.pack'),
};

function beside(name) {
  return new URL(name, import.meta.url).href;
}
