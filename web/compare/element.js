import { PasteBox } from '../box.js';
import { titleOf } from '../export/article.js';
import { encodePack } from '../own/pack.js';
import { h } from '../render/dom.js';
import { strings } from '../strings.js';
import { sheet } from '../style.js';
import { comparison } from './comparison.js';

const words = strings.compare;
const REST = 350;
/** Words of evidence that are named for each issue and side. */
const TERMS = 5;

/**
 * <article-comparison>: two articles side by side: what both cover and what one leaves out. `values` are
 * their texts; `analyzer` is an EngineClient, `pack` the reader's own issues or null.
 */
export class ArticleComparison extends HTMLElement {
  static analyzer = null;
  analyzer = null;
  pack = null;
  #sides;
  #results = h('div', { class: 'comparison', 'aria-live': 'polite' });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#sides = [0, 1].map((place) => {
      const side = { text: '', report: null, task: null, timer: 0, status: h('p', { class: 'status', role: 'status' }) };
      side.box = new PasteBox({
        label: words.boxes[place],
        onText: (text, { atOnce }) => this.#read(side, text, atOnce ? 0 : REST),
        onProblem: (message) => { side.status.textContent = message; },
      });
      side.element = h('section', { class: 'pane', 'aria-label': words.sides[place] }, h('h2', {}, words.sides[place]), side.box.element, side.status);
      return side;
    });
    root.append(h('div', { class: 'widget compare' }, h('p', { class: 'hint' }, words.hint), h('div', { class: 'panes' }, ...this.#sides.map(({ element }) => element)), this.#results));
  }

  disconnectedCallback() {
    for (const side of this.#sides) this.#stop(side);
  }

  /** The two texts. */
  get values() {
    return this.#sides.map(({ text }) => text);
  }

  set values(texts) {
    this.#sides.forEach((side, place) => {
      const text = String(texts[place] ?? '');
      if (text === side.text) return;
      side.box.show(text);
      this.#read(side, text);
    });
  }

  /** The rows of the comparison, or null while one of the articles is missing. */
  get comparison() {
    const reports = this.#sides.map(({ report }) => report);
    return reports.every(Boolean) ? comparison(reports, this.values) : null;
  }

  /** Analyses both articles again: the pack is another one. */
  refresh() {
    for (const side of this.#sides) this.#read(side, side.text);
  }

  #stop(side) {
    clearTimeout(side.timer);
    side.task?.abort();
    side.task = null;
  }

  #read(side, text, delay = 0) {
    this.#stop(side);
    side.text = text;
    side.report = null;
    side.status.textContent = '';
    this.#show();
    if (text.trim()) side.timer = setTimeout(() => this.#analyze(side), delay);
  }

  async #analyze(side) {
    const { signal } = side.task = new AbortController();
    side.status.textContent = strings.status.busy;
    try {
      const report = await (this.analyzer ?? ArticleComparison.analyzer).analyze(side.text, { signal, own: encodePack(this.pack) });
      if (signal.aborted) return;
      side.report = report;
      const covered = report.issues.filter(({ status }) => status === 'covered').length;
      side.status.textContent = strings.status.done(covered, report.issues.length - covered, report.passages.length);
      this.#show();
    } catch (error) {
      if (!signal.aborted) side.status.textContent = error.message;
    }
  }

  #show() {
    const rows = this.comparison;
    if (!rows) return this.#results.replaceChildren(...(this.#sides.some(({ report }) => report) ? [h('p', { class: 'hint' }, words.waiting)] : []));
    if (!rows.length) return this.#results.replaceChildren(h('p', {}, words.same));
    const titles = this.#sides.map(({ text, report }) => titleOf(text, report));
    const most = Math.max(...rows.flatMap(({ shares }) => shares));
    const groups = [
      [words.both, rows.filter(({ shares: [a, b] }) => a && b)],
      [words.only(titles[0]), rows.filter(({ shares: [, b] }) => !b)],
      [words.only(titles[1]), rows.filter(({ shares: [a] }) => !a)],
    ].filter(([, list]) => list.length);
    this.#results.replaceChildren(h('table', {},
      h('caption', {}, words.caption),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'left', dir: 'auto' }, titles[0]), h('th', { scope: 'col' }, words.issue), h('th', { scope: 'col', dir: 'auto' }, titles[1]))),
      ...groups.map(([label, list]) => h('tbody', {}, h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: 3, dir: 'auto' }, label)), ...list.map((row) => this.#row(row, most))))));
  }

  #row({ label, shares, claims, terms }, most) {
    const cell = (side) => {
      if (!shares[side]) return h('td', { class: side ? 'right' : 'left' });
      const bar = h('span', { class: 'bar' });
      bar.style.setProperty('--length', shares[side] / most);
      return h('td', { class: side ? 'right' : 'left' },
        h('span', { class: 'measure' }, h('span', { class: 'share' }, strings.issues.percent(shares[side])), bar),
        h('span', { class: 'note', dir: 'auto' }, [terms[side].slice(0, TERMS).join(', '), claims[side] && words.claims(claims[side])].filter(Boolean).join(' · ')));
    };
    return h('tr', {}, cell(0), h('th', { scope: 'row' }, label), cell(1));
  }
}
