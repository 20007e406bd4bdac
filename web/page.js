// Entry of the page.
import { assetsBeside } from './assets.js';
import { goOffline } from './offline.js';
import { Shell } from './shell.js';

new Shell(assetsBeside(import.meta.url)).open();
goOffline();
