// Entry of the embed bundle for a plain script tag, without type="module".
import { assetsBeside } from './assets.js';
import { register } from './register.js';

register(assetsBeside(document.currentScript.src));
