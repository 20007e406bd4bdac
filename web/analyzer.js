import { EngineClient } from './client.js';

/**
 * The engine alone, without an element: {analyze(text, options), explain(text, at, options), catalogue(options), close()}.
 * `options.assets` says where the engine's parts come from, see assets.js; `limit` and `deadline` as of EngineClient.
 */
export function createAnalyzer({ assets, ...options }) {
  return new EngineClient(assets, options);
}
