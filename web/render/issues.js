import { folded, h } from './dom.js';
import { SURE, listed, verdict } from './results.js';
import { strings } from '../strings.js';

const words = strings.issues;
/** Shown of each kind before the reader asks for the rest. */
const FIRST = { covered: 8, mentioned: 4 };
/** As many policy topics as tell a reader something. */
const MAJORS = 5;
const LEAST_SHARE = 0.03;

/**
 * The list of issues by share, under a one-sentence verdict, with a link to the claims if there are
 * any. An issue that is chosen can be gone through, one highlight after the other, or hidden:
 * `onSelect(id)`, `onStep(way)` with 1 or -1, `onHide(id)` are called.
 */
export class IssueList {
  element;
  #entries = new Map(); // id to {item, button, tools, place, hide}
  #on;

  constructor(report, legend, on, link) {
    this.#on = on;
    const { kind, labels } = verdict(report);
    this.element = h('section', { class: 'issues', part: 'issues', 'aria-label': words.heading },
      h('h2', { tabindex: -1 }, words.heading),
      h('p', { class: 'verdict', 'data-verdict': kind }, kind === 'none' ? words.none : words[kind](labels)),
      ...(link ? [link] : []),
      ...(report.evidence.length ? [h('p', { class: 'hint' }, words.hint)] : []));
    for (const status of ['covered', 'mentioned']) {
      const entries = listed(report).filter((issue) => issue.status === status).map((issue) => this.#entry(issue, greatest(report.issues), legend));
      if (!entries.length) continue;
      this.element.append(h('h3', {}, words[status]), ...folded('ol', entries, (item) => item, FIRST[status], words.more, { atOnce: true }));
    }
    const majors = report.majors.filter((major, place) => place < MAJORS && major.share >= LEAST_SHARE);
    if (majors.length) {
      this.element.append(h('h3', {}, words.majors), h('ol', {}, ...majors.map((major) => h('li', { class: 'major' }, ...row(major, greatest(majors))))));
    }
  }

  /** Puts the focus on the first issue, or the heading where there is none. */
  focus() {
    ([...this.#entries.values()][0]?.button ?? this.element.firstChild).focus();
  }

  select(selected, hidden = new Set()) {
    for (const [id, { item, button, tools, hide, place }] of this.#entries) {
      item.classList.toggle('off', hidden.has(id));
      button.setAttribute('aria-pressed', String(id === selected));
      tools.hidden = id !== selected && !hidden.has(id);
      hide.textContent = hidden.has(id) ? words.show : words.hide;
      if (id !== selected) place.textContent = '';
    }
    const fold = this.#entries.get(selected)?.item.closest('details');
    if (fold) fold.open = true;
  }

  /** Says at which highlight of an issue the reader is. */
  tell(id, { place, count }) {
    const entry = this.#entries.get(id);
    if (entry) entry.place.textContent = words.place(place, count);
  }

  #entry(issue, most, legend) {
    const { id, label } = issue;
    const button = h('button', { type: 'button', class: 'issue', 'data-issue': id, 'aria-pressed': 'false', onclick: () => this.#on.onSelect(id) },
      ...row(issue, most, h('span', { class: 'tag', 'data-pattern': legend.pattern(id), 'data-tag': legend.tag(id) })));
    const place = h('span', { class: 'place', role: 'status' });
    const hide = h('button', { type: 'button', onclick: () => this.#on.onHide(id) }, words.hide);
    const tools = h('div', { class: 'steps', role: 'group', 'aria-label': label, hidden: true },
      h('button', { type: 'button', 'aria-label': words.previous, onclick: () => this.#on.onStep(-1) }, '‹'),
      place,
      h('button', { type: 'button', 'aria-label': words.next, onclick: () => this.#on.onStep(1) }, '›'),
      hide);
    const item = h('li', { 'data-colour': legend.colour(id) }, button, tools);
    this.#entries.set(id, { item, button, tools, place, hide });
    return item;
  }
}

const greatest = (entries) => entries.reduce((most, { share }) => Math.max(most, share), 0);

/** Label, share, bar and confidence of an issue or a major; the greatest share has the full bar. */
function row({ label, share, confidence }, most, ...tag) {
  const bar = h('span', { class: 'bar' });
  bar.style.setProperty('--length', share / most);
  return [
    h('span', { class: 'label' }, ...tag, label),
    h('span', { class: 'share' }, words.percent(share)),
    bar,
    h('span', { class: 'confidence' },
      ...(confidence < SURE ? [h('b', { class: 'unsure' }, words.notSure), ' ', words.percent(confidence)] : [words.confidence(confidence)])),
  ];
}
