// Entry of the embed bundle: one script tag that makes <article-issues> known.
import { assets } from './assets.js';
import { register } from './register.js';

register(assets);
