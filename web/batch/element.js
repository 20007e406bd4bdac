import { encodePack } from '../own/pack.js';
import { h } from '../render/dom.js';
import { save } from '../save.js';
import { strings } from '../strings.js';
import { sheet } from '../style.js';
import { Pool } from './pool.js';
import { articles } from './sources.js';
import { ArticleTable, filtered, leaders, summary, tableCsv } from './table.js';

const words = strings.batch;
/** How long results are gathered before they are shown, in milliseconds. */
const PAUSE = 200;
/** As many issues are drawn in the overview. */
const LEADERS = 10;

/**
 * <article-batch>: many articles at once, from files of one or many. `analyzer` is an EngineClient, `pack`
 * the reader's own issues or null. Choosing an article fires article-open {name, text}.
 */
export class ArticleBatch extends HTMLElement {
  static analyzer = null;
  analyzer = null;
  pack = null;
  #rows = [];
  #texts = new Map(); // by place; Blobs, which the browser may keep out of memory
  #reports = new Map();
  #run = null;
  #started = 0;
  #expected = 0; // articles, as far as the files that were read tell; each of the others counts as one
  #pause = 0;
  #issue = '';

  #picker = h('input', { type: 'file', multiple: true, hidden: true, accept: '.txt,.md,.html,.htm,.csv,.tsv,.json,.ndjson,.jsonl', onchange: () => this.#choose(this.#picker) });
  #folder = h('input', { type: 'file', webkitdirectory: true, hidden: true, onchange: () => this.#choose(this.#folder) });
  #progress = h('progress', { 'aria-label': words.progress });
  #status = h('p', { class: 'status' });
  #said = h('p', { class: 'who', role: 'status' });
  #cancel = h('button', { type: 'button', onclick: () => this.#run?.abort() }, words.cancel);
  #running = h('div', { class: 'running', hidden: true }, this.#progress, this.#cancel);
  #bars = h('ul', { class: 'leaders' });
  #query = h('input', { type: 'search', 'aria-label': words.filter, placeholder: words.filter, oninput: () => this.#show() });
  #table = new ArticleTable((row) => this.#open(row));
  #results = h('div', { hidden: true },
    h('h2', {}, words.overview), this.#bars,
    h('div', { class: 'tools' }, this.#query,
      h('button', { type: 'button', onclick: () => save('articles.csv', 'text/csv', tableCsv(this.#table.rows)) }, words.saveCsv),
      h('button', { type: 'button', onclick: () => this.#saveReports() }, words.saveReports),
      h('button', { type: 'button', onclick: () => this.#clear() }, words.clear)),
    this.#table.element);

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(h('div', {
      class: 'widget batch',
      ondragover: (event) => this.#drag(event, true), ondragleave: (event) => this.#drag(event, false), ondrop: (event) => this.#drop(event),
    },
    h('div', { class: 'box drop' }, h('p', {}, words.hint), h('div', { class: 'tools' },
      h('button', { type: 'button', onclick: () => this.#picker.click() }, words.files),
      h('button', { type: 'button', onclick: () => this.#folder.click() }, words.folder), this.#picker, this.#folder)),
    this.#status, this.#said, this.#running, this.#results));
    this.#status.textContent = words.empty;
  }

  disconnectedCallback() {
    this.#run?.abort();
  }

  /** What the table has, a row each: {place, name, title, date, words, issues, major, claims, confidence, error}. */
  get rows() {
    return [...this.#rows];
  }

  /** Analyses the articles in files, after those that are there; resolves when all are done or the run was cancelled. */
  async open(files) {
    this.#run?.abort();
    const { signal } = this.#run = new AbortController();
    this.#started = performance.now();
    this.#expected = files.length;
    const before = this.#rows.length;
    this.#running.hidden = false;
    this.#tell(before);
    try {
      await new Pool(this.analyzer ?? ArticleBatch.analyzer).run(articles(files, (count) => { this.#expected += count - 1; }), {
        signal, own: encodePack(this.pack), onResult: (result) => !signal.aborted && this.#take(result, before),
      });
      this.#said.textContent = signal.aborted ? words.cancelled(this.#rows.length - before) : words.done(this.#rows.length - before);
    } catch (error) {
      this.#said.textContent = error.message; // the engine does not start
    } finally {
      this.#running.hidden = true;
      this.#show();
      this.#status.textContent = this.#said.textContent;
    }
  }

  #take(result, before) {
    const row = summary({ ...result, place: before + result.place });
    this.#rows.push(row);
    if (result.text) this.#texts.set(row.place, new Blob([result.text]));
    if (result.report) this.#reports.set(row.place, new Blob([JSON.stringify({ id: result.name, report: result.report }), '\n']));
    else this.#reports.set(row.place, new Blob([JSON.stringify({ id: result.name, error: { message: result.error } }), '\n']));
    // Results come by the hundred a second: to show each would take longer than to find it.
    this.#pause ||= setTimeout(() => {
      this.#pause = 0;
      this.#tell(before);
      this.#show();
    }, PAUSE);
  }

  #tell(before) {
    const done = this.#rows.length - before;
    const seconds = (performance.now() - this.#started) / 1000;
    this.#progress.max = this.#expected;
    this.#progress.value = done;
    if (!this.#running.hidden) this.#status.textContent = words.running(done, this.#expected, done / (seconds || 1), done ? (seconds / done) * (this.#expected - done) : null);
  }

  #show() {
    const rows = filtered(this.#rows, { issue: this.#issue, query: this.#query.value });
    const list = leaders(filtered(this.#rows, { query: this.#query.value }));
    const most = list[0]?.count ?? 1;
    this.#results.hidden = !this.#rows.length;
    const focused = this.shadowRoot.activeElement?.dataset.issue;
    this.#bars.replaceChildren(...list.filter(({ id }, place) => place < LEADERS || id === this.#issue).map(({ id, label, count }) => {
      const bar = h('span', { class: 'bar' });
      bar.style.setProperty('--length', count / most);
      return h('li', {}, h('button', { type: 'button', class: 'leader', 'data-issue': id, 'aria-pressed': String(id === this.#issue), onclick: () => this.#filter(id) },
        h('span', { class: 'label' }, label), bar, h('span', { class: 'count' }, strings.number(count))));
    }));
    if (focused) this.#bars.querySelector(`[data-issue="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    this.#table.show(rows);
  }

  #filter(id) {
    this.#issue = id === this.#issue ? '' : id;
    this.#show();
  }

  async #open(row) {
    const text = await this.#texts.get(row.place)?.text();
    if (text) this.dispatchEvent(new CustomEvent('article-open', { bubbles: true, composed: true, detail: { name: row.name, text } }));
  }

  #saveReports() {
    save('reports.ndjson', 'application/x-ndjson', this.#table.rows.map(({ place }) => this.#reports.get(place)));
  }

  #clear() {
    this.#run?.abort();
    this.#rows = [];
    this.#texts.clear();
    this.#reports.clear();
    this.#issue = '';
    this.#query.value = '';
    this.#said.textContent = '';
    this.#status.textContent = words.empty;
    this.#results.hidden = true;
  }

  #choose(picker) {
    const files = [...picker.files];
    picker.value = '';
    if (files.length) this.open(files);
  }

  #drag(event, over) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.currentTarget.classList.toggle('dropping', over);
  }

  #drop(event) {
    this.#drag(event, false);
    if (event.defaultPrevented) this.open([...event.dataTransfer.files]);
  }
}
