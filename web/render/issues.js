import { folded, h } from './dom.js';
import { SURE, listed, verdict } from './results.js';
import { strings } from '../strings.js';

const words = strings.issues;
/** Shown of each kind before the reader asks for the rest. */
const FIRST = 8;
/** As many policy topics as tell a reader something. */
const MAJORS = 5;
const LEAST_SHARE = 0.03;

/**
 * The list of issues by share, under a one-sentence verdict, with a link to the claims if there are
 * any. `onSelect(id)` is called when an issue is chosen.
 */
export class IssueList {
  element;
  #buttons = new Map();

  constructor(report, legend, onSelect, link) {
    const { kind, labels } = verdict(report);
    this.element = h('section', { class: 'issues', 'aria-label': words.heading },
      h('h2', {}, words.heading),
      h('p', { class: 'verdict', 'data-verdict': kind }, kind === 'none' ? words.none : words[kind](labels)),
      ...(link ? [link] : []),
      ...(report.evidence.length ? [h('p', { class: 'hint' }, words.hint)] : []));
    for (const status of ['covered', 'mentioned']) {
      const entries = listed(report).filter((issue) => issue.status === status).map((issue) => this.#entry(issue, greatest(report.issues), legend, onSelect));
      if (!entries.length) continue;
      this.element.append(h('h3', {}, words[status]), ...folded('ol', entries, FIRST, words.more));
    }
    const majors = report.majors.filter((major, place) => place < MAJORS && major.share >= LEAST_SHARE);
    if (majors.length) {
      this.element.append(h('h3', {}, words.majors), h('ol', {}, ...majors.map((major) => h('li', { class: 'major' }, ...row(major, greatest(majors))))));
    }
  }

  select(id) {
    for (const [issue, button] of this.#buttons) button.setAttribute('aria-pressed', String(issue === id));
  }

  #entry(issue, most, legend, onSelect) {
    const button = h('button', {
      type: 'button', class: 'issue', 'data-issue': issue.id, 'data-colour': legend.colour(issue.id), 'aria-pressed': 'false',
      onclick: () => onSelect(issue.id),
    }, ...row(issue, most));
    this.#buttons.set(issue.id, button);
    return h('li', {}, button);
  }
}

const greatest = (entries) => entries.reduce((most, { share }) => Math.max(most, share), 0);

/** Label, share, bar and confidence of an issue or a major; the greatest share has the full bar. */
function row({ label, share, confidence }, most) {
  const bar = h('span', { class: 'bar' });
  bar.style.setProperty('--length', share / most);
  return [
    h('span', { class: 'label' }, label),
    h('span', { class: 'share' }, words.percent(share)),
    bar,
    h('span', { class: 'confidence' },
      ...(confidence < SURE ? [h('b', { class: 'unsure' }, words.notSure), ' ', words.percent(confidence)] : [words.confidence(confidence)])),
  ];
}
