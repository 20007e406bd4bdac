import { folded, h } from './dom.js';
import { strings } from '../strings.js';

const words = strings.keywords;
/** Shown before the reader asks for the rest. */
const FIRST = 16;

/** The keywords as stems with their forms and counts. `onToggle(mentions)` gets the mentions of all that are on. */
export function keywordList(report, legend, onToggle) {
  const lit = new Set();
  const draw = (keyword) => {
    const button = h('button', {
      type: 'button', class: 'keyword', 'data-stem': keyword.stem, 'data-colour': legend.colour(keyword.issue), 'aria-pressed': 'false',
      onclick: () => {
        const on = !lit.delete(keyword);
        if (on) lit.add(keyword);
        button.setAttribute('aria-pressed', String(on));
        onToggle([...lit].flatMap(({ mentions }) => mentions));
      },
    },
    h('span', { class: 'stem' }, keyword.stem),
    h('span', { class: 'forms' }, keyword.forms.map(({ text, count }) => words.form(text, count)).join(', ')));
    return h('li', {}, button);
  };
  return h('section', { class: 'keywords', 'aria-label': words.heading },
    h('h2', {}, words.heading),
    h('p', { class: 'hint' }, words.hint),
    ...folded('ul', report.keywords, draw, FIRST, words.more));
}
