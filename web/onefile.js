// Entry of the one-file page: the page with the engine's parts taken from the document itself.
import { assets } from './assets-inline.js';
import { openPage } from './opening.js';
import { register } from './register.js';

register(assets);
openPage();
