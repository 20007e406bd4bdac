import { h } from '../render/dom.js';
import { verdict } from '../render/results.js';
import { strings } from '../strings.js';
import { csvRow } from '../export/csv.js';

const words = strings.batch;
/** Height of a row, in pixels, and how many are drawn beyond what is in sight. */
const HEIGHT = 38;
const SPARE = 12;

/** What the table shows of an article: numbers and short texts, so that a thousand weigh little. */
export function summary({ place, name, text, report, error }) {
  if (!report) return { place, name, title: name, date: '', words: 0, issues: [], major: '', claims: 0, confidence: 0, error };
  const { title, published } = report.article;
  const issues = report.issues.slice(0, 3).map(({ id, label, share, confidence }) => ({ id, label, share, confidence }));
  return {
    place, name, title: title ? text.slice(title.start, title.end) : name, date: published?.date ?? '', words: text.split(/\s+/).length,
    issues, major: report.majors[0]?.label ?? '', claims: report.claims.length, confidence: issues[0]?.confidence ?? 0, kind: verdict(report).kind, error: '',
  };
}

/** How rows are ordered by each column; texts as people expect, numbers the greatest first. */
const { compare } = new Intl.Collator('en', { numeric: true });
const text = (read) => (a, b) => compare(read(a), read(b));
const number = (read) => (a, b) => read(b) - read(a);
export const COLUMNS = [
  { id: 'place', compare: (a, b) => a.place - b.place },
  { id: 'title', compare: text((row) => row.title) },
  { id: 'date', compare: text((row) => row.date) },
  { id: 'words', compare: number((row) => row.words) },
  { id: 'first', compare: text((row) => row.issues[0]?.label ?? '\uffff') },
  { id: 'share', compare: number((row) => row.issues[0]?.share ?? -1) },
  { id: 'second', compare: text((row) => row.issues[1]?.label ?? '\uffff') },
  { id: 'major', compare: text((row) => row.major || '\uffff') },
  { id: 'claims', compare: number((row) => row.claims) },
  { id: 'confidence', compare: number((row) => row.confidence) },
];

/** The rows that have the issue among their three, if one is asked for, and all the words in their title or name. */
export function filtered(rows, { issue = '', query = '' }) {
  const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => (!issue || row.issues.some(({ id }) => id === issue))
    && parts.every((part) => row.title.toLowerCase().includes(part) || row.name.toLowerCase().includes(part)));
}

/** How many articles lead with each issue, the most frequent first: [{id, label, count}]. */
export function leaders(rows) {
  const counts = new Map();
  for (const { issues: [lead] } of rows) {
    if (lead) counts.set(lead.id, { ...lead, count: (counts.get(lead.id)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ id, label, count }) => ({ id, label, count })).sort((a, b) => b.count - a.count || compare(a.label, b.label));
}

/** The table as CSV that a spreadsheet opens and does not run: a row for each article. */
export function tableCsv(rows) {
  const head = ['name', 'title', 'date', 'words', 'issue 1', 'share 1', 'confidence 1', 'issue 2', 'share 2', 'issue 3', 'share 3', 'major', 'claims', 'error'];
  return csvRow(head) + rows.map(({ name, title, date, words: count, issues: [a, b, c], major, claims, error }) =>
    csvRow([name, title, date, count, a?.label, a?.share, a?.confidence, b?.label, b?.share, c?.label, c?.share, major, claims, error])).join('');
}

/** The table, of which only the rows in sight are drawn. `onOpen(row)` is called when an article is chosen. */
export class ArticleTable {
  element;
  #body = h('tbody');
  #scroll;
  #table;
  #rows = [];
  #order = { id: 'place', reversed: false };
  #drawn = '';
  #onOpen;

  constructor(onOpen) {
    this.#onOpen = onOpen;
    this.#table = h('table', {}, h('caption', {}, words.caption), h('thead', {}, h('tr', { 'aria-rowindex': 1 }, ...COLUMNS.map(({ id }) =>
      h('th', { scope: 'col', class: id, 'data-column': id }, h('button', { type: 'button', onclick: () => this.#sortBy(id) }, words.columns[id]))))), this.#body);
    this.#scroll = h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.caption, onscroll: () => this.#draw() }, this.#table);
    this.element = this.#scroll;
    new ResizeObserver(() => this.#draw()).observe(this.#scroll);
  }

  /** Shows these rows, in the order that was chosen. */
  show(rows) {
    const { id, reversed } = this.#order;
    const column = COLUMNS.find((candidate) => candidate.id === id);
    this.#rows = [...rows].sort((a, b) => (reversed ? -1 : 1) * column.compare(a, b) || a.place - b.place);
    this.#table.setAttribute('aria-rowcount', String(rows.length + 1));
    for (const head of this.#table.tHead.rows[0].cells) {
      head.setAttribute('aria-sort', head.dataset.column !== id ? 'none' : reversed ? 'descending' : 'ascending');
    }
    this.#drawn = '';
    this.#draw();
  }

  /** The rows as they are shown. */
  get rows() {
    return this.#rows;
  }

  #sortBy(id) {
    this.#order = { id, reversed: this.#order.id === id && !this.#order.reversed };
    this.show(this.#rows);
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.#scroll.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(this.#rows.length, Math.ceil((this.#scroll.scrollTop + this.#scroll.clientHeight) / HEIGHT) + SPARE);
    const key = `${first} ${last}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#body.replaceChildren(spacer(first), ...this.#rows.slice(first, last).map((row, place) => this.#row(row, first + place)), spacer(this.#rows.length - last));
  }

  #row(row, place) {
    const [lead, second] = row.issues;
    const percent = strings.issues.percent;
    const bar = h('span', { class: 'bar' });
    bar.style.setProperty('--length', lead?.share ?? 0);
    const cells = row.error ? [h('td', { class: 'error', colspan: COLUMNS.length - 2 }, row.error)] : [
      h('td', {}, row.date), h('td', { class: 'number' }, strings.number(row.words)),
      h('td', {}, lead ? (row.kind === 'unsure' ? strings.article.maybe(lead.label) : lead.label) : words.noIssue),
      h('td', { class: 'share' }, ...(lead ? [bar, percent(lead.share)] : [])),
      h('td', {}, second?.label ?? ''), h('td', {}, row.major), h('td', { class: 'number' }, strings.number(row.claims)),
      h('td', { class: 'number' }, lead ? percent(row.confidence) : ''),
    ];
    return h('tr', { 'aria-rowindex': place + 2 }, h('td', { class: 'number' }, strings.number(row.place + 1)),
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'place', dir: 'auto', title: row.name, onclick: () => this.#onOpen(row) }, row.title)), ...cells);
  }
}

/** Takes the room of rows that are not drawn. */
function spacer(rows) {
  const row = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td', { colspan: COLUMNS.length }));
  row.style.setProperty('height', `${rows * HEIGHT}px`);
  row.hidden = !rows;
  return row;
}
