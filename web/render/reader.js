import { selectionText } from '../export/article.js';
import { ArticleView } from './article.js';
import { ClaimGrid } from './claims.js';
import { h } from './dom.js';
import { IssueList } from './issues.js';
import { keywordList } from './keywords.js';
import { IssueMap } from './map.js';
import { panels } from './panels.js';
import { RepairBar } from './repair.js';
import { Legend } from './results.js';
import { WhyPanel } from './why.js';

/** Keys of the reader that stand for what a button does; see `press`. */
export const KEYS = { n: 'next', p: 'previous', ']': 'next-passage', '[': 'previous-passage', i: 'issues', m: 'map', w: 'claims', h: 'hide' };

/**
 * A report as the reader works with it: the article, its map, issues, claims and panels, and what is
 * selected or hidden in all of them at once.
 */
export class Reader {
  element = h('div', { class: 'results', part: 'results', hidden: true });
  bar;
  #on;
  #parts = null; // {text, report, legend, map, list, claims}
  #view = new ArticleView({
    onEvidence: (evidence, sentence, greatest) => this.#explain(evidence, sentence, greatest),
    onSelect: (id) => this.#select(id),
    onEdit: (edit) => this.#edit(edit),
  });
  #lists = h('div', { class: 'lists' });
  #around = []; // elements before and after the article
  #issue = null;
  #hidden = new Set();
  #passage = -1;
  #place = null; // where the reader edited, until it is shown
  #why;

  /**
   * `onIssue({issue, evidence})` and `onPassage({passage})` are called when something is selected,
   * `onEdit(edit)` when the repair is changed, `onUndo()` and `onReset()` when that is taken back;
   * `explain(at)` resolves with what speaks for what in the sentence at an offset, or null.
   */
  constructor(on) {
    this.#on = on;
    this.#why = new WhyPanel({ onClose: () => this.#closeWhy(), explain: on.explain });
    this.element.append(h('div', { class: 'side' }, this.#lists, this.#why.element), h('div', { class: 'reading' }, this.#view.element));
    this.bar = new RepairBar({
      onToggle: (editing) => this.element.classList.toggle('editing', editing),
      onPlace: (span) => this.#goTo(span),
      onEdit: (edit) => this.#edit(edit),
      // Whoever takes an edit back is at the buttons, no longer at its place.
      onUndo: () => { this.#place = null; on.onUndo(); },
      onReset: () => { this.#place = null; on.onReset(); },
    });
  }

  /** What is shown: {text, report, legend}, or null. */
  get shown() {
    return this.#parts;
  }

  /** The selected issue, or null. Setting it is no event; one that the report does not have is none. */
  get issue() {
    return this.#issue;
  }

  set issue(id) {
    const known = !this.#parts || this.#parts.report.issues.some((issue) => issue.id === id);
    this.#issue = known ? id : null;
    this.#mark();
  }

  /**
   * Shows a report, with the reader's pack of own issues or null: all of it, or where `around` is false the article
   * alone. What stands around it is then of the text before, until `drawAround` or the next report.
   */
  show(text, report, catalogue, own = null, { around = true } = {}) {
    const place = this.#place;
    const { list, map, claims } = this.#parts ?? {};
    this.#letGo();
    const legend = new Legend(report, catalogue, own);
    this.#parts = { text, report, legend, list, map, claims };
    const isKnown = (id) => report.issues.some((issue) => issue.id === id);
    this.#hidden = new Set([...this.#hidden].filter(isKnown));
    if (!isKnown(this.#issue)) this.#issue = null;
    this.#view.show(text, report, legend);
    this.#view.select(this.#issue, this.#hidden);
    this.bar.tell(text, report);
    if (around) this.drawAround();
    else for (const part of this.#around) part.inert = true;
    this.element.hidden = false;
    if (place) this.#view.resume(place);
  }

  /** Draws what stands around the article: the lists, its map, the claims and the quiet panels. */
  drawAround() {
    const { text, report, legend } = this.#parts;
    const onSelect = (id) => this.#select(id);
    const claims = report.claims.length ? new ClaimGrid(text, report, legend, { onClaim: (claim) => this.#showClaim(claim), onSelect }) : null;
    const list = new IssueList(report, legend, { onSelect, onStep: (way) => this.step(way), onHide: (id) => this.#hide(id) }, claims?.link);
    const keywords = report.keywords.length ? keywordList(report, legend, (mentions) => this.#view.light(mentions)) : null;
    const map = new IssueMap(text, report, legend, { onPassage: (index) => this.#goToPassage(index), onSelect });
    const quiet = panels(text, report, (span) => this.#goTo(span));
    this.#parts.map?.release();
    Object.assign(this.#parts, { list, map, claims });
    this.#put({ lists: [list.element, keywords], above: map.element, below: [claims?.element, quiet.childElementCount ? quiet : null] });
    map.follow(this.#view.passages);
    for (const part of [map, list, claims]) part?.select(this.#issue, this.#hidden);
  }

  /** Puts elements, or null, around the article, which stays where it is. */
  #put({ lists = [], above = null, below = [] }) {
    for (const part of this.#around) part.remove();
    this.#lists.append(...lists.filter(Boolean));
    if (above) this.#view.element.before(above);
    this.element.append(...below.filter(Boolean));
    this.#around = [...lists, above, ...below].filter(Boolean);
  }

  /** Shows nothing, and lets go of what was painted in the document. What is selected stays for the next report. */
  clear() {
    this.#letGo();
    this.#parts?.map?.release();
    this.#parts = null;
    this.#view.clear();
    this.#put({});
    this.bar.tell('', null);
    this.element.hidden = true;
  }

  /** Lets go of what belongs to the report that is shown. */
  #letGo() {
    this.#place = null;
    this.#passage = -1;
    this.#why.clear();
  }

  /** Forgets what was selected and hidden: the next text is another one. */
  forget() {
    this.#issue = null;
    this.#hidden = new Set();
    this.#place = null;
  }

  busy(busy) {
    this.element.toggleAttribute('inert', busy);
    this.element.setAttribute('aria-busy', String(busy));
  }

  /** Goes to the next (1) or previous (-1) highlight of the selected issue, of any if none is. Returns {place, count} or null. */
  step(way) {
    const reached = this.#parts && this.#view.step(way, this.#issue);
    if (reached) this.#parts.list?.tell(this.#issue, reached);
    return reached;
  }

  /** The selected words of the article with their issues, as text; "" if none are. */
  selection() {
    const span = this.#parts && this.#view.selected();
    return span ? selectionText(this.#parts, span) : '';
  }

  stepPassage(way) {
    const count = this.#parts?.report.passages.length ?? 0;
    if (count) this.#goToPassage(Math.min(Math.max(this.#passage + way, 0), count - 1));
  }

  /** Does what a key of KEYS stands for; returns whether there was something to do. */
  press(key) {
    if (!this.#parts) return false;
    const { map, list, claims } = this.#parts;
    const act = {
      next: () => this.step(1), previous: () => this.step(-1),
      'next-passage': () => this.stepPassage(1), 'previous-passage': () => this.stepPassage(-1),
      issues: () => list?.focus(), map: () => map?.focus(), claims: () => claims?.focus(),
      hide: () => this.#issue !== null && this.#hide(this.#issue),
    }[KEYS[key]];
    act?.();
    return Boolean(act);
  }

  /** Lets go of the innermost thing that is open or selected; returns whether there was one. */
  escape() {
    if (this.#why.isOpen) {
      const { isOfClaim } = this.#why;
      this.#closeWhy();
      if (isOfClaim) this.#parts.claims.goBack();
    } else if (this.#issue !== null) this.#select(this.#issue);
    else return false;
    return true;
  }

  /** Selects an issue, or lets go of it if it was selected. */
  #select(id) {
    this.issue = id === this.#issue ? null : id;
    this.#on.onIssue({ issue: this.#issue, evidence: null });
  }

  #hide(id) {
    if (!this.#hidden.delete(id)) this.#hidden.add(id);
    if (this.#hidden.has(id) && id === this.#issue) this.#issue = null;
    this.#mark();
  }

  #mark() {
    if (!this.#parts) return;
    const { map, list, claims } = this.#parts;
    for (const part of [this.#view, map, list, claims]) part?.select(this.#issue, this.#hidden);
  }

  #goTo(span) {
    this.#view.unchoose();
    this.#view.light([span], 'claim');
    this.#view.reveal(span);
  }

  #goToPassage(index) {
    this.#passage = index;
    this.#view.revealPassage(index);
    const { start, end } = this.#parts.report.passages[index];
    this.#on.onPassage({ passage: index, start, end });
  }

  #explain(evidence, sentence, greatest) {
    const { text, legend } = this.#parts;
    this.#view.light([], 'claim');
    this.#why.show({ evidence, sentence, text, legend, greatest });
    this.#on.onIssue({ issue: evidence[0].issue, evidence: evidence[0] });
  }

  /** Shows a claim in its place in the article. */
  #showClaim(claim) {
    const { legend, claims } = this.#parts;
    this.#view.unchoose();
    this.#view.light([claim.actor, claim.verb, claim.content], 'claim');
    this.#why.showClaim(claim, legend, () => claims.goBack());
    this.#view.reveal(claim.verb);
  }

  #closeWhy() {
    this.#why.clear();
    this.#view.unchoose();
    this.#view.light([], 'claim');
  }

  #edit(edit) {
    const place = this.#view.placeOf(edit.start);
    if (this.#on.onEdit(edit)) this.#place = place; // else what is shown is about a former text
  }
}
