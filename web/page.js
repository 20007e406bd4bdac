// Entry of the page.
import { assetsBeside } from './assets.js';
import { goOffline } from './offline.js';
import { registerAll } from './register.js';
import { Shell } from './shell.js';

registerAll(assetsBeside(import.meta.url));
new Shell().open();
goOffline();
