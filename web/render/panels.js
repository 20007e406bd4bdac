import { folded, h } from './dom.js';
import { strings } from '../strings.js';

const words = strings.panels;
/** Shown of each panel before the reader asks for the rest. */
const FIRST = 8;

/**
 * The quiet panels: who is in the article, its figures, quotations and key phrases. Every entry leads to
 * its place, again and again to the next one where it has several: `onPlace(span)` is called with it.
 * The element has no children where the article has none of all these.
 */
export function panels(text, report, onPlace) {
  const list = [
    panel('actors', report.actors.map(({ name, type, aliases, mentions }) => ({
      label: name, note: [words.type(type), ...(aliases.length ? [words.aliases(aliases)] : [])].join(', '), spans: mentions,
    })), onPlace),
    panel('phrases', report.phrases.map(({ text: label, mentions }) => ({ label, note: '', spans: mentions })), onPlace),
    panel('figures', report.figures.map((figure) => ({
      label: text.slice(figure.start, figure.end), note: words.value(figure), spans: [figure],
    })), onPlace),
    panel('quotes', report.quotes.map(({ start, end, speaker }) => ({
      label: text.slice(start, end), note: speaker?.name ?? words.noSpeaker, spans: [{ start, end }],
    })), onPlace),
  ];
  return h('div', { class: 'panels' }, ...list.filter(Boolean));
}

function panel(kind, entries, onPlace) {
  if (!entries.length) return null;
  return h('section', { class: `panel ${kind}`, 'aria-label': words[kind] },
    h('h2', {}, words[kind]),
    ...folded('ul', entries, (entry) => h('li', {}, button(entry, onPlace)), FIRST, words.more));
}

function button({ label, note, spans }, onPlace) {
  let next = 0;
  const count = h('span', { class: 'count' }, spans.length > 1 ? words.times(spans.length) : '');
  return h('button', {
    type: 'button', class: 'place',
    onclick: () => {
      if (spans.length > 1) count.textContent = words.which(next + 1, spans.length);
      onPlace(spans[next]);
      next = (next + 1) % spans.length;
    },
  },
  h('span', { class: 'label', dir: 'auto' }, label), ' ',
  ...(note ? [h('span', { class: 'note', dir: 'auto' }, note), ' '] : []), count);
}
