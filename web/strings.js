import { readSettings } from './settings.js';
import { german } from './strings/de.js';
import { english } from './strings/en.js';
import { formats } from './strings/format.js';

const TABLES = { en: english, de: german };

/** The language of the interface: what the address of the page says, else the language of the page. */
export const language = chosen();

/** Every sentence that the interface says. */
export const strings = TABLES[language](formats(language));

function chosen() {
  const { document, location } = globalThis;
  const wanted = [readSettings(location?.hash ?? '').lang, document?.documentElement.lang.slice(0, 2)];
  return wanted.find((tag) => tag in TABLES) ?? 'en';
}
