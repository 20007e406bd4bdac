import { h } from './dom.js';
import { strength } from './results.js';
import { strings } from '../strings.js';

const words = strings.why;
const claimWords = strings.claims;

/**
 * The panel that says why a highlight is there: its terms, what each weighs for which issue, and of the
 * sentence around it what every word says for the issue and against it, and which issue comes second;
 * of a claim, who wants it, with the way back to the grid.
 */
export class WhyPanel {
  element = h('section', { class: 'why', 'aria-label': words.heading, 'aria-live': 'polite' });
  #onClose;
  #explain;
  #asked = 0;

  /** `explain(at)`, if given, resolves with the engine's explanation of the sentence at an offset. */
  constructor({ onClose, explain = null }) {
    this.#onClose = onClose;
    this.#explain = explain;
  }

  get isOpen() {
    return this.element.classList.contains('open');
  }

  /** Whether it is open about a claim. */
  get isOfClaim() {
    return this.element.querySelector('.back') !== null;
  }

  clear() {
    this.#asked++;
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
    const sum = h('div', { class: 'balance' });
    this.#open(
      ...evidence.map((entry) => reason(entry, legend, greatest)),
      h('blockquote', { dir: 'auto' },
        text.slice(sentence.start, start), h('b', { 'data-colour': legend.colour(issue) }, text.slice(start, end)), text.slice(end, sentence.end)),
      sum);
    this.#weigh(sum, text, start, issue, legend);
  }

  showClaim({ actor, kind, issue }, legend, onBack) {
    this.#open(
      h('p', { class: 'term', dir: 'auto' }, actor.name, ' ', h('span', { class: 'kind', 'data-kind': kind }, claimWords.kind(kind))),
      ...(issue ? [h('dl', { 'data-colour': legend.colour(issue) }, h('dt', {}, words.issue), h('dd', { class: 'label' }, legend.label(issue)))] : []),
      h('button', { type: 'button', class: 'back', onclick: onBack }, claimWords.back));
  }

  #open(...content) {
    this.#asked++;
    this.element.classList.add('open');
    this.element.replaceChildren(h('button', { type: 'button', class: 'close', 'aria-label': words.close, onclick: this.#onClose }, '×'), ...content);
  }

  /** Fills in what the whole sentence says, once the engine has told. */
  async #weigh(place, text, at, issue, legend) {
    const asked = this.#asked;
    const explanation = await this.#explain?.(at).catch(() => null); // the panel is of use without it
    if (!explanation || asked !== this.#asked) return;
    place.replaceChildren(...balance(text, explanation, issue, legend));
  }
}

/**
 * What speaks for and against an issue in a sentence of a text: [{term, weight}], the weightiest first. A
 * cue speaks for a major alone, and so for all its issues.
 */
export function contributions(text, { terms }, issue, major) {
  const summed = new Map();
  for (const { start, end, weights } of terms) {
    const term = text.slice(start, end).toLowerCase();
    const weight = weights.filter((entry) => (entry.issue === null ? entry.major === major : entry.issue === issue)).reduce((sum, entry) => sum + entry.weight, 0);
    if (weight) summed.set(term, (summed.get(term) ?? 0) + weight);
  }
  return [...summed].map(([term, weight]) => ({ term, weight })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function balance(text, explanation, issue, legend) {
  const list = contributions(text, explanation, issue, legend.majorOf(issue));
  if (!list.length) return [];
  const most = Math.abs(list[0].weight);
  const runnerUp = explanation.issues.find(({ id }) => id !== issue);
  const leads = explanation.issues[0]?.id === issue;
  return [
    h('h3', {}, words.balance(legend.label(issue))),
    h('ul', { 'data-colour': legend.colour(issue) }, ...list.map(({ term, weight }) => {
      const bar = h('span', { class: weight < 0 ? 'against' : 'for' });
      bar.style.setProperty('--length', Math.abs(weight) / most);
      return h('li', {}, h('span', { class: 'word', dir: 'auto' }, term), bar, h('span', { class: 'signed' }, words.signed(weight)));
    })),
    h('p', { class: 'runner-up' }, runnerUp ? words[leads ? 'runnerUp' : 'ahead'](legend.label(runnerUp.id)) : words.alone),
  ];
}

function reason({ term, stem, issue, weight }, legend, greatest) {
  return h('div', { class: 'reason', 'data-colour': legend.colour(issue) },
    h('p', { class: 'term' }, term),
    h('dl', {},
      h('dt', {}, words.issue), h('dd', { class: 'label' }, legend.label(issue)),
      h('dt', {}, words.stem), h('dd', { class: 'stem' }, stem),
      h('dt', {}, words.weight), h('dd', { class: 'weight' }, words.weightOf(words.strength[strength(weight, greatest)], weight))),
    h('p', { class: 'definition' }, legend.definition(issue)));
}
