import { PasteBox } from './box.js';
import { Edits } from './edits.js';
import { EngineError } from './error.js';
import { write } from './export/index.js';
import { flattenNode } from './flatten.js';
import { encodePack, readPack } from './own/pack.js';
import { h } from './render/dom.js';
import { ExportMenu } from './render/exports.js';
import { Help } from './render/help.js';
import { KEYS, Reader } from './render/reader.js';
import { strings } from './strings.js';
import { sheet } from './style.js';
import { carried, changeOf } from './typed.js';

/** Where it takes longer than QUICK to find and show the highlights, typing must rest so long before that; milliseconds. */
const REST = 350;
const QUICK = 120;
/** Once typing has rested so long, the whole report follows the highlights; milliseconds. */
const SETTLED = 200;
/** A text of so many characters has its highlights painted before the rest of its report is drawn. */
const LONG = 200_000;
/** A report that is there sooner than this comes without a word that it is being made; milliseconds. */
const SOON = 100;

/**
 * <article-issues>: shows which public issues a news article covers, where, and by which words.
 * The text is the `value` property, else the element's own content, else what the reader pastes.
 * README.md beside this file is its reference.
 */
export class ArticleIssues extends HTMLElement {
  /** The analyzer of elements that are given none: {analyze(text, {signal, edits, own}), catalogue({own})}. */
  static analyzer = null;
  /** Text behind the sample button; none, no button. */
  static sample = '';
  static observedAttributes = ['issue', 'readonly', 'labels'];

  #text = '';
  #report = null;
  #analyzer = null;
  #task = null;
  #timer = 0;
  #soon = 0;
  #took = 0; // the last highlights, to find and to show; milliseconds
  #isBehind = false; // the text was typed on while its report was made
  #fromContent = true;
  #observer = new MutationObserver(() => this.#readContent());
  #pack = null;
  #own = ''; // the pack as the engine takes it
  /** What the reader changed of the repair of `#text`. */
  #edits = new Edits();

  #box = new PasteBox({
    sample: ArticleIssues.sample,
    onText: (text, { atOnce }) => {
      this.#fromContent = false;
      this.#read(text, { typed: !atOnce });
    },
    onProblem: (message) => this.#complain(message),
  });
  #status = h('p', { class: 'status', part: 'status', role: 'status' });
  #progress = h('progress', { max: 1, 'aria-label': strings.status.progress });
  #running = h('span', { class: 'running', hidden: true }, this.#progress, h('button', { type: 'button', class: 'cancel', onclick: () => this.cancel() }, strings.status.cancel));
  #notice = h('p', { class: 'notice', role: 'note', hidden: true });
  #error = h('div', { class: 'error', part: 'error', role: 'alert', hidden: true });
  #help = new Help();
  #exports = new ExportMenu({ shown: () => this.#reader.shown, selection: () => this.#reader.selection() });
  #reader = new Reader({
    onIssue: (detail) => {
      this.#reflect();
      this.#emit('issue-select', detail);
    },
    onPassage: (detail) => this.#emit('passage-select', detail),
    onEdit: (edit) => this.#edit(edit),
    onUndo: () => this.#takeBack(() => this.#edits.undo()),
    onReset: () => this.#takeBack(() => this.#edits.clear()),
    explain: (at) => this.analyzer.explain?.(this.#text, at, { edits: this.#edits.list, own: this.#own }),
  });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#box.element.part = 'box';
    root.append(h('div', {
      class: 'widget', onkeydown: (event) => this.#press(event), onpointerdown: (event) => this.#fold(event),
      ondragover: (event) => this.#drag(event, true), ondragleave: (event) => this.#drag(event, false), ondrop: (event) => this.#drop(event),
    },
    h('slot', { name: 'intro' }), this.#box.element,
    h('div', { class: 'messages' }, h('div', { class: 'line' }, this.#status, this.#running, h('span', { class: 'more-tools' }, this.#exports.element, this.#help.button)), this.#reader.bar.element, this.#notice, this.#error),
    this.#reader.element, h('slot', { name: 'footer' }), this.#help.dialog));
    this.#status.textContent = strings.status.empty;
  }

  connectedCallback() {
    // A property set before the element was defined hides the accessor: hand it over.
    for (const name of ['analyzer', 'pack', 'value', 'selectedIssue']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#text && !this.#report) this.#again();
    this.#readContent();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#stop();
    this.#reader.clear(); // what is painted belongs to the document that is left
    this.#report = null;
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'issue') this.selectedIssue = value;
    if (name === 'readonly') this.#box.element.hidden = value !== null;
    if (name === 'labels') this.#reader.element.classList.toggle('labels', value !== null);
  }

  /** The text that is or will be analysed, exactly as it came. */
  get value() {
    return this.#text;
  }

  set value(text) {
    this.#fromContent = false;
    this.#give(String(text ?? ''));
  }

  /** The report on `value`, or null while there is none. Read-only: do not change what is in it. */
  get analysis() {
    return this.#report;
  }

  /** The id of the selected issue, or null. An issue that the report does not have is no issue. */
  get selectedIssue() {
    return this.#reader.issue;
  }

  set selectedIssue(id) {
    if (id === this.#reader.issue) return;
    this.#reader.issue = id ?? null;
    this.#reflect();
  }

  /** The reader's own issues beside the catalogue's, as of own/pack.js, or null. Setting what is no pack throws. */
  get pack() {
    return structuredClone(this.#pack);
  }

  set pack(pack) {
    const read = pack ? readPack(pack) : null;
    const own = encodePack(read);
    const isNew = own !== this.#own || JSON.stringify(read?.issues.map(({ colour }) => colour)) !== JSON.stringify(this.#pack?.issues.map(({ colour }) => colour));
    this.#pack = read;
    this.#own = own;
    if (isNew && this.#text) this.#again().catch(() => {});
  }

  get analyzer() {
    return this.#analyzer ?? ArticleIssues.analyzer;
  }

  set analyzer(analyzer) {
    this.#analyzer = analyzer;
  }

  /**
   * Analyses the text now, as edited, and resolves with the report; with null where there is no text.
   * Rejects with an EngineError, code "aborted" if `signal` or `cancel` stops it.
   */
  analyze({ signal } = {}) {
    clearTimeout(this.#timer);
    const done = this.#again();
    signal?.addEventListener('abort', () => this.cancel(), { once: true });
    if (signal?.aborted) this.cancel();
    return done;
  }

  /** Stops an analysis that is under way. The text stays. */
  cancel() {
    if (!this.#task && !this.#timer) return;
    this.#stop();
    this.#status.textContent = strings.error.aborted.cause();
  }

  /** Goes to the next highlight of the selected issue, of any if none is: {place, count}, or null. */
  next() {
    return this.#reader.step(1);
  }

  /** Goes to the previous one. */
  previous() {
    return this.#reader.step(-1);
  }

  /**
   * The report as a text: format is json, csv, markdown, html, annotations, ninjs or newsarticle. Throws a
   * RangeError for another one, an EngineError where there is no report.
   */
  export(format, { url = '', now } = {}) {
    if (!this.#report) throw new EngineError('no-report', strings.exports.none);
    return write(format, { ...this.#reader.shown, url, now });
  }

  /** Reads dropped or chosen files into the box, as the box itself does. */
  open(files) {
    return this.#box.open(files);
  }

  #readContent() {
    const text = this.#fromContent ? flattenNode(this) : '';
    if (text && text !== this.#text) this.#give(text);
  }

  #give(text) {
    this.#box.show(text);
    this.#read(text);
  }

  /**
   * Takes a text and analyses it, at once. While it is `typed`, the highlights come first, the whole report when
   * typing rests; where they take long, they wait for that, too.
   */
  #read(text, { typed = false } = {}) {
    this.#text = text;
    this.#edits.clear();
    if (!typed) {
      if (this.#reader.shown) this.#reader.forget(); // another article; while one is typed, what is selected stays
      return void this.#again().catch(() => {});
    }
    if (this.#task && this.#took < QUICK) {
      this.#isBehind = true; // stopping it would cost its worker
      return;
    }
    this.#outdate();
    this.#later({ typed: true }, this.#took < QUICK ? 0 : REST);
  }

  #later(how, milliseconds) {
    this.#timer = setTimeout(() => this.#again(how).catch(() => {}), milliseconds);
  }

  /** What is shown is out of date. */
  #outdate() {
    this.#stop();
    this.#report = null;
    this.#error.hidden = true;
    this.#showEdits();
  }

  /**
   * Analyses the text, as edited; resolves with the report or null, rejects with what went wrong, which it has shown.
   * A `typed` text has its highlights brought up to date, and the report follows once it is `settled`.
   */
  async #again({ typed = false, settled = false } = {}) {
    this.#outdate();
    const [text, own, pack] = [this.#text, this.#own, this.#pack];
    if (!this.isConnected) return null;
    if (!text.trim()) {
      this.#reader.clear();
      this.#showEdits();
      this.#status.textContent = text ? strings.status.blank : strings.status.empty;
      return null;
    }
    const change = typed && this.#reader.shown ? changeOf(this.#reader.shown.text, text) : null;
    const partial = change !== null && change.kept >= text.length / 2; // else little of the report would hold
    const task = this.#task = new AbortController();
    const started = performance.now();
    this.#isBehind = false;
    this.#busy(true);
    if (!settled) {
      this.#emit('analysis-start', { length: text.length });
      this.#emit('analysis-progress', { phase: this.#reader.shown ? 'analysing' : 'starting' });
    }
    try {
      const report = partial ? await this.#carry(text, change, task.signal) : await this.analyzer.analyze(text, {
        signal: task.signal, edits: this.#edits.list, own, onProgress: (part) => task === this.#task && this.#tellProgress(part),
      });
      const catalogue = await this.analyzer.catalogue({ own });
      task.signal.throwIfAborted();
      if (this.#isBehind) return this.#overtaken();
      const isFirst = !this.#reader.shown;
      this.#busy(false);
      const around = !partial && text.length < LONG;
      this.#reader.show(text, report, catalogue, pack, { around });
      if (!settled) this.#took = isFirst ? 0 : performance.now() - started; // the first one waits for the engine
      if (!around) this.#emit('analysis-progress', { phase: 'highlighted' });
      if (partial) {
        this.#task = null;
        this.#later({ settled: true }, SETTLED);
        return null;
      }
      if (!around) {
        await painted();
        task.signal.throwIfAborted();
        if (this.#isBehind) return this.#overtaken();
        this.#reader.drawAround();
      }
      this.#task = null;
      this.#complete(report);
      return report;
    } catch (error) {
      if (task.signal.aborted) throw error;
      if (this.#isBehind) return this.#overtaken(); // it failed over a text that is no longer there
      this.#fail(error);
      throw error;
    }
  }

  /** The text was typed on while it was analysed: that is over, and the next one is due. */
  #overtaken() {
    this.#task = null;
    return this.#again({ typed: true });
  }

  /** What is shown, carried over to a text that was typed on, with the evidence of the lines that changed. */
  async #carry(text, change, signal) {
    const lines = text.slice(change.lines.start, change.lines.end);
    const edits = [{ start: 0, end: lines.length, action: 'put-back' }]; // by themselves they could look like what is left out
    const { evidence } = lines.trim() ? await this.analyzer.analyze(lines, { signal, stages: 'issues', edits, own: this.#own }) : { evidence: [] };
    return carried(this.#reader.shown.report, change, evidence);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#task?.abort(new EngineError('aborted', strings.error.aborted.cause()));
    this.#task = null;
    this.#busy(false);
  }

  #busy(busy) {
    clearTimeout(this.#soon);
    if (busy && this.#reader.shown) this.#soon = setTimeout(() => this.#tellBusy(true), SOON);
    else this.#tellBusy(busy);
  }

  #tellProgress(part) {
    this.#progress.value = part;
    this.#running.hidden = false;
    this.#emit('analysis-progress', { phase: 'analysing', part });
  }

  #tellBusy(busy) {
    if (!busy) this.#running.hidden = true;
    this.#reader.busy(busy);
    this.#status.classList.toggle('busy', busy);
    if (busy) this.#say(this.#reader.shown ? strings.status.busy : strings.status.loading);
  }

  /** Readers of screens hear the status whenever it is set. */
  #say(status) {
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  /** Tells about a report that is shown. */
  #complete(report) {
    this.#report = report;
    this.#reflect();
    this.#showEdits();
    const covered = report.issues.filter(({ status }) => status === 'covered').length;
    const { tag, confidence } = report.language;
    this.#notice.hidden = tag === 'en' || confidence < 0.5;
    this.#notice.textContent = this.#notice.hidden ? '' : strings.notice.language(tag);
    this.#say(strings.status.done(covered, report.issues.length - covered, report.passages.length));
    this.#emit('analysis-complete', { report });
  }

  #fail(error) {
    const { code = 'crashed', hint = '' } = error;
    const message = error.code ? error.message : strings.error.unexpected(error);
    this.#task = null;
    this.#reader.clear();
    this.#showEdits();
    this.#busy(false);
    this.#status.textContent = strings.status.failed;
    this.#error.replaceChildren(
      h('p', {}, h('b', {}, message)),
      h('p', {}, hint, ' ', strings.error.kept),
      h('button', { type: 'button', onclick: () => this.#again().catch(() => {}) }, strings.error.retry));
    this.#error.hidden = false;
    this.#emit('analysis-error', { code, message, hint });
  }

  /** A message about something that left the text and its results as they were. */
  #complain(message) {
    this.#error.replaceChildren(h('p', {}, message));
    this.#error.hidden = false;
  }

  /** Puts a part of the paste back, leaves it out, joins a heading; returns whether that was possible. */
  #edit(edit) {
    if (!this.#report) return false; // the text has changed, and what is shown is about the former one
    this.#edits.add(edit);
    this.#again().catch(() => {});
    return true;
  }

  #takeBack(how) {
    how();
    this.#again().catch(() => {});
  }

  #showEdits() {
    this.#reader.bar.show(this.#edits.list, this.#reader.shown !== null);
    this.#exports.element.hidden = this.#reader.shown === null;
    this.#exports.element.inert = this.#report === null;
  }

  /** The attribute follows the property. */
  #reflect() {
    const { issue } = this.#reader;
    if (issue === this.getAttribute('issue')) return;
    if (issue === null) this.removeAttribute('issue');
    else this.setAttribute('issue', issue);
  }

  /** Keys stand for buttons where nothing is typed, unless the attribute shortcuts is "off". */
  #press(event) {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target.matches('textarea, input, select') || this.#help.isOpen) return;
    if (key === 'Escape' ? this.#reader.escape() : this.#help.on && this.getAttribute('shortcuts') !== 'off' && this.#shortcut(key)) event.preventDefault();
  }

  /** A press elsewhere closes what lies over the page. */
  #fold(event) {
    for (const chip of this.shadowRoot.querySelectorAll('.chip[open]')) if (!event.composedPath().includes(chip)) chip.open = false;
  }

  #shortcut(key) {
    if (key === '?') this.#help.open();
    else return key in KEYS && this.#reader.press(key);
    return true;
  }

  #drag(event, over) {
    if (!event.dataTransfer.types.includes('Files') || this.#box.element.hidden) return;
    event.preventDefault();
    event.currentTarget.classList.toggle('dropping', over);
  }

  #drop(event) {
    this.#drag(event, false);
    if (event.defaultPrevented) this.open(event.dataTransfer.files);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

/** Resolves once what was drawn is painted, or soon where nothing is, in a page that is hidden. */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}
