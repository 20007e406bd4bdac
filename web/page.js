// Entry of the page.
import './define.js';
import { openPage } from './opening.js';

openPage();
