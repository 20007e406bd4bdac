// Entry of the embed bundle: one module script that makes <article-issues> known.
import { define } from './index.js';

export * from './index.js';

define();
