import { h } from './dom.js';
import { SURE, leading, listed } from './results.js';
import { strings } from '../strings.js';

const words = strings.map;
/** Rows before a selected issue gets one of its own. */
const ROWS = 6;
/** A column narrower than a fingertip tells nothing: neighbours share one. */
const COLUMNS = 60;
/** Of a passage without a heading, so much is quoted. */
const OPENING = 90;

/**
 * The article as passages across and issues down: {columns, rows}. `columns` are [{start, end, first,
 * last}], the passages from `first` to `last`, neighbours of a long text put together; `rows` are
 * [{id, cells}] with the share of the issue in each column, 0 to 1: the covered issues as listed, or
 * those mentioned where none is covered, and `selected`, if it is an issue of the article.
 */
export function issueMap(report, selected = null) {
  const { passages } = report;
  const per = Math.ceil(passages.length / COLUMNS) || 1;
  const columns = [];
  for (let first = 0; first < passages.length; first += per) {
    const last = Math.min(first + per, passages.length) - 1;
    columns.push({ start: passages[first].start, end: passages[last].end, first, last });
  }
  const issues = listed(report);
  const covered = issues.filter(({ status }) => status === 'covered');
  const ids = (covered.length ? covered : issues).slice(0, ROWS).map(({ id }) => id);
  if (selected !== null && !ids.includes(selected) && issues.some(({ id }) => id === selected)) ids.push(selected);
  return { columns, rows: ids.map((id) => ({ id, cells: columns.map((column) => shareIn(passages, column, id)) })) };
}

/** The share of an issue in the passages of a column, by their length. */
function shareIn(passages, { first, last }, id) {
  let share = 0;
  let whole = 0;
  for (const { start, end, issues } of passages.slice(first, last + 1)) {
    share += (issues.find((issue) => issue.id === id)?.share ?? 0) * (end - start);
    whole += end - start;
  }
  return whole ? share / whole : 0;
}

/**
 * The map, drawn: bars as high as the share, in columns as wide as the passages are long. A passage
 * is told about when it is pointed at or focused; `onPassage(index)` is called when one is chosen,
 * `onSelect(issue)` when the name of a row is. Arrow keys go about; it is one stop of the tab order.
 */
export class IssueMap {
  element;
  #text;
  #report;
  #legend;
  #onPassage;
  #onSelect;
  #grid = h('div', { class: 'grid', role: 'grid', 'aria-label': words.heading });
  #card = h('div', { class: 'card', hidden: true });
  #columns = [];
  #rows = []; // {id, label, cells}, elements
  #selected = null;
  #at = [0, 0]; // the row and column of the tab stop
  #seen = new Set(); // columns that are in sight
  #observer = null;

  constructor(text, report, legend, { onPassage, onSelect }) {
    this.#text = text;
    this.#report = report;
    this.#legend = legend;
    this.#onPassage = onPassage;
    this.#onSelect = onSelect;
    this.element = h('div', {
      class: 'map', part: 'map', onkeydown: (event) => this.#step(event),
      onpointerleave: () => this.#tell(-1), onfocusout: () => this.#tell(-1),
    }, this.#grid, this.#card);
    this.#draw();
  }

  /** Marks the row of an issue, with a row of its own if it has none; null unmarks it. Hidden issues fade. */
  select(issue, hidden = new Set()) {
    this.#selected = issue;
    if (!this.#rows.some(({ id }) => id === issue) || this.#rows.length > ROWS) this.#draw();
    this.element.classList.toggle('selecting', issue !== null);
    for (const { id, row, label } of this.#rows) {
      row.classList.toggle('chosen', id === issue);
      row.classList.toggle('off', hidden.has(id));
      label?.setAttribute('aria-pressed', String(id === issue));
    }
  }

  /** Puts the focus on the cell that was left last. */
  focus() {
    this.#rows[this.#at[0]]?.cells[this.#at[1]]?.focus();
  }

  /** Shows which passages are in sight: `elements` are those of the passages, by index. */
  follow(elements) {
    this.#observer?.disconnect();
    this.#seen.clear();
    const columnOf = new Map();
    this.#columns.forEach(({ first, last }, column) => {
      for (let passage = first; passage <= last; passage++) if (elements[passage]) columnOf.set(elements[passage], column);
    });
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      const here = new Set([...this.#seen].map((element) => columnOf.get(element)));
      [...this.#grid.lastElementChild.children].forEach((tick, column) => tick.classList.toggle('here', here.has(column)));
    }, { rootMargin: '-15% 0px -35%' });
    for (const element of columnOf.keys()) this.#observer.observe(element);
  }

  release() {
    this.#observer?.disconnect();
  }

  #draw() {
    const { columns, rows } = issueMap(this.#report, this.#selected);
    this.#columns = columns;
    this.element.hidden = columns.length < 2 || !rows.length;
    this.#rows = rows.map(({ id, cells }, place) => this.#row(id, cells, place));
    const ticks = h('div', { class: 'ticks', 'aria-hidden': 'true' }, ...columns.map((column) => wide(h('i'), column)));
    this.#grid.replaceChildren(...this.#rows.map(({ row }) => row), ticks);
    this.#at = [Math.min(this.#at[0], rows.length - 1), Math.min(this.#at[1], columns.length - 1)];
    const stop = this.#rows[this.#at[0]]?.cells[this.#at[1]];
    if (stop) stop.tabIndex = 0;
  }

  #row(id, shares, place) {
    const label = h('button', {
      type: 'button', class: 'label', tabindex: -1, title: this.#legend.label(id), 'aria-pressed': 'false', onclick: () => this.#onSelect(id),
    }, this.#legend.label(id));
    const cells = shares.map((share, column) => {
      const cell = h('div', {
        class: 'cell', role: 'gridcell', tabindex: -1, 'aria-label': words.cell(column + 1, this.#columns.length, this.#legend.label(id), share),
        onclick: () => this.#onPassage(this.#columns[column].first),
        onpointerenter: () => this.#tell(column),
        onfocus: () => { this.#stop(place, column); this.#tell(column); },
      });
      cell.style.setProperty('--share', share);
      return wide(cell, this.#columns[column]);
    });
    const row = h('div', { class: 'row', role: 'row', 'data-colour': this.#legend.colour(id), 'data-pattern': this.#legend.pattern(id) },
      h('div', { class: 'name', role: 'rowheader' }, label), ...cells);
    return { id, row, label, cells };
  }

  #stop(row, column) {
    const before = this.#rows[this.#at[0]]?.cells[this.#at[1]];
    if (before) before.tabIndex = -1;
    this.#at = [row, column];
    this.#rows[row].cells[column].tabIndex = 0;
  }

  #step(event) {
    const [row, column] = this.#at;
    const isCell = event.target.matches('.cell');
    const to = isCell && {
      ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column], ArrowUp: [row - 1, column],
      Home: [row, 0], End: [row, this.#columns.length - 1],
    }[event.key];
    if (to) {
      event.preventDefault();
      this.#rows[to[0]]?.cells[to[1]]?.focus();
    } else if (isCell && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#onPassage(this.#columns[column].first);
    } else if (event.key === 'Escape' && !this.#card.hidden) {
      event.stopPropagation();
      this.#tell(-1);
    }
  }

  /** Shows what a column is about; none for -1. */
  #tell(column) {
    [...this.#grid.querySelectorAll('.cell.pointed')].forEach((cell) => cell.classList.remove('pointed'));
    this.#card.hidden = column < 0;
    if (column < 0) return;
    for (const { cells } of this.#rows) cells[column].classList.add('pointed');
    const { start, first, last } = this.#columns[column];
    const passage = this.#report.passages[first];
    const lead = leading(passage, this.#legend);
    const heading = this.#report.article.headings[passage.heading];
    const opening = heading ? this.#text.slice(heading.start, heading.end) : shortened(this.#text.slice(start, start + OPENING + 1));
    const shares = passage.issues.slice(0, 3).map(({ id, share, confidence }) => h('li', { 'data-colour': this.#legend.colour(id) },
      h('span', { class: 'label' }, confidence < SURE ? words.maybe(this.#legend.label(id)) : this.#legend.label(id)), ' ', words.percent(share)));
    this.#card.replaceChildren(
      h('p', { class: 'place' }, words.place(first + 1, last + 1, this.#report.passages.length)),
      h('p', { class: 'opening', dir: 'auto' }, opening),
      shares.length ? h('ul', {}, ...shares) : h('p', {}, lead ? (lead.sure ? lead.label : words.maybe(lead.label)) : words.noIssue));
    this.#card.style.setProperty('--at', this.#middle(column));
  }

  /** Where a column stands, from 0 at the start to 1 at the end. */
  #middle(column) {
    const [head, tail] = [this.#columns[0].start, this.#columns.at(-1).end];
    return ((this.#columns[column].start + this.#columns[column].end) / 2 - head) / (tail - head || 1);
  }
}

/** Makes an element as wide as its column is long. */
function wide(element, { start, end }) {
  element.style.flexGrow = end - start;
  return element;
}

function shortened(opening) {
  return opening.length > OPENING ? `${opening.slice(0, opening.lastIndexOf(' ', OPENING) + 1 || OPENING).trimEnd()}…` : opening;
}
