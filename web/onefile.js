// Entry of the one-file page: the page with the engine's parts taken from the document itself.
import { assets } from './assets-inline.js';
import { registerAll } from './register.js';
import { unpackSealed } from './sealed.js';
import { Shell } from './shell.js';

registerAll(assets);
new Shell().open();
unpackSealed(document.querySelector('article-issues'));
