// Entry of the one-file page: the page with the engine's parts taken from the document itself.
import { assets } from './assets-inline.js';
import { unpackSealed } from './sealed.js';
import { Shell } from './shell.js';

new Shell(assets).open();
unpackSealed(document.querySelector('article-issues'));
