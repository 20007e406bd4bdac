import { blocks } from '../render/blocks.js';

/** The words of a span. */
export const slice = (text, span) => text.slice(span.start, span.end);

/** The title, or the first line of what was kept, shortened; "" for an article without words. */
export function titleOf(text, report) {
  const { title } = report.article;
  if (title) return slice(text, title);
  const [first = ''] = kept(text, report).map(({ words }) => words);
  return first.length > 80 ? `${first.slice(0, 79).trimEnd()}…` : first;
}

/** What belongs to the article, in order, without the title: {kind: heading or text, words, start, end}. */
export function kept(text, report) {
  return blocks(text, report).filter(({ kind }) => kind === 'heading' || kind === 'text')
    .map(({ kind, start, end }) => ({ kind, start, end, words: text.slice(start, end) }));
}

/**
 * A URN that equal texts share: a UUID of version 8 (RFC 9562, section 5.8) over the text's FNV-1a hashes.
 * Nothing to rely on where somebody wants two texts to collide.
 */
export function urn(text) {
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
  }).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const MEDIA_TOPIC = 'http://cv.iptc.org/newscodes/mediatopic/';
export const PROGRAM = 'Rubricator';

/** What a copied selection says: its words, where they stand, and the issues that words in it speak for. */
export function selectionText({ text, report, legend }, { start, end }) {
  const issues = [...new Set(report.evidence.filter((entry) => entry.start < end && start < entry.end).map(({ issue }) => legend.label(issue)))];
  return `“${text.slice(start, end).trim()}”\n(${[titleOf(text, report), `${start}–${end}`, issues.join(', ')].filter(Boolean).join('; ')})\n`;
}
