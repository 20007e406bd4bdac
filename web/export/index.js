import { strings } from '../strings.js';
import { annotations } from './annotations.js';
import { csv } from './csv.js';
import { html } from './html.js';
import { markdown } from './markdown.js';
import { newsArticle } from './newsarticle.js';
import { ninjs } from './ninjs.js';

/**
 * The forms that a report leaves the page in. `write` makes a text of {text, report, legend, url, now}:
 * the analysed string, its report and Legend, the address of the article or "", the time as an ISO
 * string. Equal inputs give equal texts.
 */
export const FORMATS = [
  { id: 'json', ending: 'json', type: 'application/json', write: ({ report }) => `${JSON.stringify(report, null, 2)}\n` },
  { id: 'csv', ending: 'csv', type: 'text/csv', write: csv },
  { id: 'markdown', ending: 'md', type: 'text/markdown', write: markdown },
  { id: 'html', ending: 'html', type: 'text/html', write: html },
  { id: 'annotations', ending: 'annotations.jsonld', type: 'application/ld+json', write: annotations },
  { id: 'ninjs', ending: 'ninjs.json', type: 'application/json', write: ninjs },
  { id: 'newsarticle', ending: 'newsarticle.jsonld', type: 'application/ld+json', write: newsArticle },
].map((format) => ({ ...format, label: strings.exports.formats[format.id] }));

/** A report in a form, by its id. Throws a RangeError for one that is none. */
export function write(id, { url = '', now = new Date().toISOString(), ...article }) {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new RangeError(strings.exports.unknown(id, FORMATS.map((known) => known.id)));
  return format.write({ ...article, url, now });
}
