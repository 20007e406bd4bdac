import { PasteBox } from './box.js';
import { Edits } from './edits.js';
import { flattenNode } from './flatten.js';
import { ArticleView } from './render/article.js';
import { ClaimGrid } from './render/claims.js';
import { h } from './render/dom.js';
import { EditBar } from './render/editbar.js';
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
  /** The analyzer of elements that are given none: {analyze(text, {signal, edits}), catalogue()}. */
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
  #claims = null;
  #issue = null;
  /** What the reader changed of the repair of `#text`; `#place` is where they did it, until it is shown. */
  #edits = new Edits();
  #place = null;

  #box = new PasteBox({
    sample: ArticleIssues.sample,
    onText: (text, { atOnce }) => {
      this.#fromContent = false;
      this.#read(text, atOnce ? 0 : REST);
    },
    onProblem: (message) => this.#complain(message),
  });
  #status = h('p', { class: 'status', role: 'status' });
  #editBar = new EditBar({
    onToggle: (on) => this.#results.classList.toggle('editing', on),
    onUndo: () => this.#takeBack(() => this.#edits.undo()),
    onReset: () => this.#takeBack(() => this.#edits.clear()),
  });
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
    }, this.#box.element, h('div', { class: 'messages' }, h('div', { class: 'line' }, this.#status, this.#editBar.element), this.#notice, this.#error), this.#results));
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
    if (this.#text && !this.#report) this.#again();
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

  /** Takes a text and analyses it after so many milliseconds. */
  #read(text, delay = 0) {
    this.#text = text;
    this.#edits.clear();
    this.#place = null;
    this.#issue = null;
    this.#again(delay);
  }

  /** Analyses the text, as edited, after so many milliseconds. What was shown is now out of date. */
  #again(delay = 0) {
    const text = this.#text;
    this.#stop();
    this.#report = null;
    this.#error.hidden = true;
    this.#showEdits();
    if (!this.isConnected) return;
    if (!text.trim()) {
      this.#clear();
      this.#showEdits();
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
      const report = await this.analyzer.analyze(text, { signal: task.signal, edits: this.#edits.list });
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
    const issue = this.#issue;
    const place = this.#place;
    this.#clear();
    this.#busy(false);
    this.#report = report;
    this.#view = new ArticleView(text, report, legend, {
      onEvidence: (evidence, sentence, greatest) => {
        this.#view.light([], 'claim');
        this.#why.show({ evidence, sentence, text, legend, greatest });
        this.#emit('issue-select', { issue: evidence[0].issue, evidence: evidence[0] });
      },
      onSelect: (id) => this.#select(id),
      onEdit: (edit) => this.#edit(edit),
    });
    this.#claims = report.claims.length ? new ClaimGrid(text, report, legend, {
      onClaim: (claim) => this.#showClaim(claim, legend),
      onSelect: (id) => this.#select(id),
    }) : null;
    this.#list = new IssueList(report, legend, (id) => this.#select(id), this.#claims?.link);
    this.#results.append(
      h('div', { class: 'side' },
        h('div', { class: 'lists' }, this.#list.element,
          ...(report.keywords.length ? [keywordList(report, legend, (mentions) => this.#view.light(mentions))] : [])),
        this.#why.element),
      this.#view.element,
      ...(this.#claims ? [this.#claims.element] : []));
    this.#results.hidden = false;
    this.#showEdits();
    if (report.issues.some(({ id }) => id === issue)) this.#mark(issue);
    if (place) this.#view.resume(place);
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
    this.#showEdits();
    this.#busy(false);
    this.#status.textContent = strings.status.failed;
    this.#error.replaceChildren(
      h('p', {}, h('b', {}, message)),
      h('p', {}, hint, ' ', strings.error.kept),
      h('button', { type: 'button', onclick: () => this.#again() }, strings.error.retry));
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
    this.#claims = null;
    this.#issue = null;
    this.#place = null;
    this.#why.clear();
    this.#notice.hidden = true;
    this.#results.replaceChildren();
    this.#results.hidden = true;
  }

  /** Selects an issue, or lets go of it if it was selected. */
  #select(issue) {
    this.#mark(issue === this.#issue ? null : issue);
    this.#emit('issue-select', { issue: this.#issue, evidence: null });
  }

  #mark(issue) {
    this.#issue = issue;
    for (const part of [this.#view, this.#list, this.#claims]) part?.select(issue);
  }

  /** Shows a claim in its place in the article. */
  #showClaim(claim, legend) {
    this.#view.unchoose();
    this.#view.light([claim.actor, claim.verb, claim.content], 'claim');
    this.#why.showClaim(claim, legend, () => this.#claims.goBack());
    this.#view.reveal(claim.verb);
  }

  #closeWhy() {
    this.#why.clear();
    this.#view.unchoose();
    this.#view.light([], 'claim');
  }

  /** Puts a part of the paste back or leaves it out. */
  #edit(edit) {
    if (!this.#report) return; // the text has changed, and what is shown is about the former one
    this.#edits.add(edit);
    this.#place = this.#view.placeOf(edit.start);
    this.#again();
  }

  #takeBack(how) {
    how();
    this.#place = null; // the reader is at the buttons now
    this.#again();
  }

  #showEdits() {
    this.#editBar.show(this.#edits.list, this.#view !== null);
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
