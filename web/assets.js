import { startWorker } from './trusted.js';

/** Where the engine's parts come from: files beside a script of this address. The one-file page has assets-inline.js instead. */
export function assetsBeside(script) {
  const beside = (name) => new URL(name, script).href;
  return {
    createWorker: () => startWorker(beside('worker.js')),
    wasm: async () => beside('rubricator.wasm'),
    pack: async () => beside('news-en.pack'),
  };
}
