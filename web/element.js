import { PasteBox } from './box.js';
import { flattenNode } from './flatten.js';
import { ArticleView } from './render/article.js';
import { h } from './render/dom.js';
import { IssueList } from './render/issues.js';
import { keywordList } from './render/keywords.js';
import { Legend } from './render/results.js';
import { WhyPanel } from './render/why.js';
import { strings } from './strings.js';
import { sheet } from './style.js';

/** How long typing must rest before the text is analysed. */
const REST = 350;

/**
 * <article-issues>: shows which public issues a news article covers, where, and by which words.
 * The text is the `value` property, else the element's own content, else what the reader pastes.
 *
 * Events, all bubbling and composed: analysis-start {length}, analysis-complete {report},
 * analysis-error {code, message, hint}, issue-select {issue, evidence} (either may be null).
 */
export class ArticleIssues extends HTMLElement {
  /** The analyzer of elements that are given none: {analyze(text, {signal}), catalogue()}. */
  static analyzer = null;
  /** Text behind the sample button; none, no button. */
  static sample = '';

  #text = '';
  #report = null;
  #analyzer = null;
  #task = null;
  #timer = 0;
  #fromContent = true;
  #observer = new MutationObserver(() => this.#readContent());
  #view = null;
  #list = null;
  #issue = null;

  #box = new PasteBox({
    sample: ArticleIssues.sample,
    onText: (text, { atOnce }) => {
      this.#fromContent = false;
      this.#read(text, atOnce ? 0 : REST);
    },
    onProblem: (message) => this.#complain(message),
  });
  #status = h('p', { class: 'status', role: 'status' });
  #notice = h('p', { class: 'notice', role: 'note', hidden: true });
  #error = h('div', { class: 'error', role: 'alert', hidden: true });
  #why = new WhyPanel(() => this.#closeWhy());
  #results = h('div', { class: 'results', hidden: true });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(h('div', {
      class: 'widget',
      ondragover: (event) => this.#drag(event, true), ondragleave: (event) => this.#drag(event, false), ondrop: (event) => this.#drop(event),
    }, this.#box.element, h('div', { class: 'messages' }, this.#status, this.#notice, this.#error), this.#results));
    this.#status.textContent = strings.status.empty;
  }

  connectedCallback() {
    // A value set before the element was defined hides the accessor: hand it over.
    if (Object.hasOwn(this, 'value')) {
      const { value } = this;
      delete this.value;
      this.value = value;
    }
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#text && !this.#report) this.#read(this.#text);
    this.#readContent();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#stop();
    this.#clear(); // what is painted belongs to the document that is left
    this.#report = null;
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

  get analyzer() {
    return this.#analyzer ?? ArticleIssues.analyzer;
  }

  set analyzer(analyzer) {
    this.#analyzer = analyzer;
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

  /** Takes a text and analyses it after so many milliseconds. What was shown is now out of date. */
  #read(text, delay = 0) {
    this.#stop();
    this.#text = text;
    this.#report = null;
    this.#error.hidden = true;
    if (!this.isConnected) return;
    if (!text.trim()) {
      this.#clear();
      this.#status.textContent = text ? strings.status.blank : strings.status.empty;
    } else if (delay) {
      this.#timer = setTimeout(() => this.#analyze(), delay);
    } else {
      this.#analyze();
    }
  }

  async #analyze() {
    const text = this.#text;
    const task = this.#task = new AbortController();
    this.#busy(true);
    this.#emit('analysis-start', { length: text.length });
    try {
      const report = await this.analyzer.analyze(text, { signal: task.signal });
      const catalogue = await this.analyzer.catalogue();
      if (task.signal.aborted) return;
      this.#show(text, report, catalogue);
    } catch (error) {
      if (!task.signal.aborted) this.#fail(error);
    }
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#task?.abort();
    this.#task = null;
    this.#busy(false);
  }

  #busy(busy) {
    this.#results.toggleAttribute('inert', busy);
    this.#results.setAttribute('aria-busy', String(busy));
    this.#status.classList.toggle('busy', busy);
    if (busy) this.#status.textContent = this.#view ? strings.status.busy : strings.status.loading;
  }

  #show(text, report, catalogue) {
    const legend = new Legend(report, catalogue);
    this.#clear();
    this.#busy(false);
    this.#report = report;
    this.#view = new ArticleView(text, report, legend, {
      onEvidence: (evidence, sentence, greatest) => {
        this.#why.show({ evidence, sentence, text, legend, greatest });
        this.#emit('issue-select', { issue: evidence[0].issue, evidence: evidence[0] });
      },
      onSelect: (issue) => this.#select(issue),
    });
    this.#list = new IssueList(report, legend, (issue) => this.#select(issue));
    this.#results.append(
      h('div', { class: 'side' },
        h('div', { class: 'lists' }, this.#list.element,
          ...(report.keywords.length ? [keywordList(report, legend, (mentions) => this.#view.light(mentions))] : [])),
        this.#why.element),
      this.#view.element);
    this.#results.hidden = false;
    const covered = report.issues.filter(({ status }) => status === 'covered').length;
    const { tag, confidence } = report.language;
    this.#notice.hidden = tag === 'en' || confidence < 0.5;
    this.#notice.textContent = this.#notice.hidden ? '' : strings.notice.language(tag);
    this.#status.textContent = strings.status.done(covered, report.issues.length - covered, report.passages.length);
    this.#emit('analysis-complete', { report });
  }

  #fail(error) {
    const { code = 'crashed', hint = '' } = error;
    const message = error.code ? error.message : strings.error.unexpected(error);
    this.#clear();
    this.#busy(false);
    this.#status.textContent = strings.status.failed;
    this.#error.replaceChildren(
      h('p', {}, h('b', {}, message)),
      h('p', {}, hint, ' ', strings.error.kept),
      h('button', { type: 'button', onclick: () => this.#read(this.#text) }, strings.error.retry));
    this.#error.hidden = false;
    this.#emit('analysis-error', { code, message, hint });
  }

  /** A message about something that left the text and its results as they were. */
  #complain(message) {
    this.#error.replaceChildren(h('p', {}, message));
    this.#error.hidden = false;
  }

  #clear() {
    this.#view?.release();
    this.#view = null;
    this.#list = null;
    this.#issue = null;
    this.#why.clear();
    this.#notice.hidden = true;
    this.#results.replaceChildren();
    this.#results.hidden = true;
  }

  /** Selects an issue, or lets go of it if it was selected. */
  #select(issue) {
    this.#issue = issue === this.#issue ? null : issue;
    this.#view.select(this.#issue);
    this.#list.select(this.#issue);
    this.#emit('issue-select', { issue: this.#issue, evidence: null });
  }

  #closeWhy() {
    this.#why.clear();
    this.#view.unchoose();
  }

  #drag(event, over) {
    if (!event.dataTransfer.types.includes('Files')) return;
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
