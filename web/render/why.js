import { h } from './dom.js';
import { strength } from './results.js';
import { strings } from '../strings.js';

const words = strings.why;
const claimWords = strings.claims;

/**
 * The panel that says why a highlight is there: its terms, what each weighs for which issue, the
 * sentence; of a claim, who wants it, with the way back to the grid.
 */
export class WhyPanel {
  element = h('section', { class: 'why', 'aria-label': words.heading, 'aria-live': 'polite' });
  #onClose;

  constructor(onClose) {
    this.#onClose = onClose;
  }

  clear() {
    this.element.classList.remove('open');
    this.element.replaceChildren();
  }

  /**
   * @param evidence entries of report.evidence that cover the highlight, heaviest first
   * @param sentence {start, end} around it, in `text`, the analysed string
   * @param greatest the greatest weight of the report
   */
  show({ evidence, sentence, text, legend, greatest }) {
    const [{ start, end, issue }] = evidence;
    this.#open(
      ...evidence.map((entry) => explanation(entry, legend, greatest)),
      h('blockquote', { dir: 'auto' },
        text.slice(sentence.start, start), h('b', { 'data-colour': legend.colour(issue) }, text.slice(start, end)), text.slice(end, sentence.end)));
  }

  showClaim({ actor, kind, issue }, legend, onBack) {
    this.#open(
      h('p', { class: 'term', dir: 'auto' }, actor.name, ' ', h('span', { class: 'kind', 'data-kind': kind }, claimWords.kind(kind))),
      ...(issue ? [h('dl', { 'data-colour': legend.colour(issue) }, h('dt', {}, words.issue), h('dd', { class: 'label' }, legend.label(issue)))] : []),
      h('button', { type: 'button', class: 'back', onclick: onBack }, claimWords.back));
  }

  #open(...content) {
    this.element.classList.add('open');
    this.element.replaceChildren(h('button', { type: 'button', class: 'close', 'aria-label': words.close, onclick: this.#onClose }, '×'), ...content);
  }
}

function explanation({ term, stem, issue, weight }, legend, greatest) {
  return h('div', { class: 'reason', 'data-colour': legend.colour(issue) },
    h('p', { class: 'term' }, term),
    h('dl', {},
      h('dt', {}, words.issue), h('dd', { class: 'label' }, legend.label(issue)),
      h('dt', {}, words.stem), h('dd', { class: 'stem' }, stem),
      h('dt', {}, words.weight), h('dd', { class: 'weight' }, words.weightOf(words.strength[strength(weight, greatest)], weight))),
    h('p', { class: 'definition' }, legend.definition(issue)));
}
