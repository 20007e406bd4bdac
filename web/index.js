// Entry of the bundle for those who register the element themselves, or want the engine alone. Nothing
// happens by importing it.
import { assetsBeside } from './assets.js';
import { createAnalyzer as create } from './analyzer.js';
import { register } from './register.js';

export { ArticleIssues } from './element.js';
export { EngineError } from './error.js';

const assets = assetsBeside(import.meta.url);

/** Registers <article-issues> with the engine beside this script; again is harmless. */
export const define = () => register(assets);

/** createAnalyzer of analyzer.js, with the engine beside this script unless other assets are given. */
export const createAnalyzer = (options = {}) => create({ assets, ...options });
