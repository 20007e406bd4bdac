// Entry of the page.
import { assets } from './assets.js';
import { goOffline } from './offline.js';
import { registerAll } from './register.js';
import { Shell } from './shell.js';

registerAll(assets);
new Shell().open();
goOffline();
