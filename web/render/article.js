import { blocks } from './blocks.js';
import { h } from './dom.js';
import { Painter } from './painter.js';
import { COLOURS, sentenceAround, strength } from './results.js';
import { SectionView, common, sections } from './section.js';
import { segments } from './segments.js';
import { strings } from '../strings.js';

/** Beyond so many segments, evidence is painted instead of marked: elements would cost more than they tell. */
const MOST_MARKS = 4_000;
/** From so many blocks on, the browser may skip drawing what is out of sight. */
const MANY_BLOCKS = 40;

/**
 * The article as it was read: title and headings as such, removed parts dimmed, passages with their
 * issue in the margin, evidence as flat marks in place. All text is sliced from the string that was
 * analysed. Evidence that is painted shows once `select` was called.
 */
export class ArticleView {
  element = h('article', {
    class: 'article', part: 'article', 'aria-label': strings.article.heading,
    onclick: (event) => this.#choose(event), onfocusin: (event) => this.#choose(event), onkeydown: (event) => this.#step(event),
  });
  #text = '';
  #report = null;
  #legend = null;
  #blocks = [];
  #flat = null; // its segments, once they are asked for
  #greatest = 1;
  #sections = []; // views, in order
  #painter = new Painter();
  #marks = []; // {element, segment}, in order; empty when evidence is painted
  #looks = new WeakMap(); // of each mark, as it was dressed
  #current = []; // the marks of the chosen evidence
  #stop = null; // the mark in the page's tab order
  #at = -1; // start of the chosen segment
  #passages = []; // the first element of each passage
  #hidden = new Set(); // issues whose evidence is not shown
  #edits = new Map(); // buttons to the edits that they stand for
  #on;

  /**
   * `onEvidence(evidence, sentence, greatest)` is called when a highlight is chosen, `onSelect(issue)` when a
   * margin label is, `onEdit({start, end, action})` when a part is put back or left out.
   */
  constructor(on) {
    this.#on = on;
  }

  /**
   * Draws the report on a text. Sections that are drawn alike in what was shown before keep their elements:
   * while a reader types, the browser need not lay out again what stays.
   */
  show(text, report, legend) {
    this.#forget();
    this.#text = text;
    this.#report = report;
    this.#legend = legend;
    this.#blocks = blocks(text, report);
    this.#flat = null;
    this.#greatest = report.evidence.reduce((most, { weight }) => Math.max(most, weight), 1);
    this.element.classList.toggle('long', this.#blocks.length >= MANY_BLOCKS);
    // Where there is so much evidence, its segments are only needed once somebody goes through them.
    const isMarked = report.evidence.length <= 2 * MOST_MARKS && this.#segments.length <= MOST_MARKS;
    this.#draw(sections(text, this.#blocks, report, legend, isMarked ? this.#segments : []));
    for (const view of this.#sections) {
      const { passage, segments: marked, shape } = view.section;
      view.marks.forEach((element, place) => this.#marks.push({ element, segment: marked[place] }));
      if (shape.isFirst) this.#passages[passage] = view.element;
    }
    for (const { element, segment } of this.#marks) this.#dress(element, segment);
    this.#stopAt(this.#marks[0]?.element ?? null);
  }

  get #segments() {
    return this.#flat ??= segments(this.#report.evidence);
  }

  /** The first element of each passage, by its index. */
  get passages() {
    return this.#passages;
  }

  /** Dims the evidence of all issues but one, null of none, and hides that of some. */
  select(issue, hidden = new Set()) {
    const isOther = hidden.size > 0 || this.#hidden.size > 0;
    this.#hidden = new Set(hidden);
    this.element.classList.toggle('selecting', issue !== null);
    for (const place of this.element.querySelectorAll('[data-issue]')) {
      place.classList.toggle('chosen', place.dataset.issue === issue);
      place.classList.toggle('off', hidden.has(place.dataset.issue));
    }
    for (const { element, segment } of this.#marks) {
      if (isOther) this.#dress(element, segment);
      element.classList.toggle('chosen', issue !== null && this.#evidenceOf(segment).some((entry) => entry.issue === issue));
    }
    if (!this.#marks.length) this.#paintEvidence(issue);
  }

  /**
   * Goes to the next (1) or previous (-1) highlight of an issue, null for any issue that is shown, round
   * at the end: {place, count}, counted from 1; null if there is none.
   */
  step(way, issue) {
    const stops = this.#segments.filter((segment) => this.#evidenceOf(segment).some((entry) => issue === null || entry.issue === issue));
    if (!stops.length) return null;
    const after = stops.findIndex(({ start }) => (way > 0 ? start > this.#at : start >= this.#at));
    const place = way > 0 ? Math.max(after, 0) : (after < 0 ? stops.length : after || stops.length) - 1;
    const mark = this.#marks.find(({ segment }) => segment === stops[place]);
    this.#explain(stops[place], mark?.element);
    if (mark) {
      mark.element.focus({ preventScroll: true });
      mark.element.scrollIntoView({ block: 'center' });
    } else {
      this.reveal(stops[place]);
    }
    return { place: place + 1, count: stops.length };
  }

  /** Lights up spans of the text, and only these; each `what` (lit for keywords, claim) on its own. */
  light(spans, what = 'lit') {
    this.#painter.paint(`rubricator-${what}`, spans);
  }

  /** Brings a span to the reader's eyes, and the focus to its paragraph. */
  reveal(span) {
    const block = this.#elementAt(span.start);
    block.closest('details')?.setAttribute('open', '');
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'center' });
    const range = this.#painter.rangeOf(span);
    // A paragraph may be longer than the window.
    if (range) scrollBy(block, range.getBoundingClientRect().top - innerHeight / 3);
  }

  /** Brings a passage to the reader's eyes, and the focus to it. */
  revealPassage(index) {
    const element = this.#passages[index];
    if (!element) return; // nothing of it is left in a text that is typed on
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  }

  /** Where the block at an offset stands in the window, and which parts are unfolded: for `resume`. */
  placeOf(at) {
    const unfolded = [...this.element.querySelectorAll('details[open] [data-start]')].map(({ dataset }) => Number(dataset.start));
    return { at, unfolded, top: this.#elementAt(at).getBoundingClientRect().top };
  }

  /** Puts the reader of an earlier view back to their place. */
  resume({ at, unfolded, top }) {
    const block = this.#elementAt(at);
    for (const element of [block, ...unfolded.map((start) => this.#elementAt(start))]) element.closest('details')?.setAttribute('open', '');
    scrollBy(block, block.getBoundingClientRect().top - top);
    block.parentElement.querySelector('.edit')?.focus({ preventScroll: true });
  }

  #elementAt(at) {
    const { start } = this.#blocks.find(({ end }) => end > at) ?? this.#blocks.at(-1);
    return this.element.querySelector(`:not(mark)[data-start="${start}"]`);
  }

  /** The span of the text that the reader has selected, or null. */
  selected() {
    const root = this.element.getRootNode();
    const selection = root.getSelection?.() ?? document.getSelection();
    const [range] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? (selection?.rangeCount ? [selection.getRangeAt(0)] : []);
    if (!range || range.startContainer === range.endContainer && range.startOffset === range.endOffset) return null;
    const start = this.#painter.offsetOf(range.startContainer, range.startOffset);
    const end = this.#painter.offsetOf(range.endContainer, range.endOffset);
    return start >= 0 && end > start ? { start, end } : null;
  }

  /** Forgets which highlight is chosen. */
  unchoose() {
    for (const element of this.#current) element.classList.remove('current');
    this.#current = [];
  }

  /** Shows nothing, and takes back what it painted in the document. */
  clear() {
    this.#forget();
    this.#sections = [];
    this.element.replaceChildren();
  }

  /** Forgets the report, not what is drawn of it. */
  #forget() {
    this.#painter.reset();
    this.unchoose();
    this.#at = -1;
    this.#marks = [];
    this.#passages = [];
    this.#edits = new Map();
  }

  #draw(next) {
    const before = this.#sections;
    const { head, tail } = common(before.map(({ section }) => section), next);
    for (const { element } of before.slice(head, before.length - tail)) element.remove();
    const drawn = next.slice(head, next.length - tail).map((section) => new SectionView(section, this.#on.onSelect));
    const elements = drawn.map(({ element }) => element);
    const kept = before.slice(before.length - tail);
    if (kept.length) kept[0].element.before(...elements);
    else this.element.append(...elements);
    this.#sections = [...before.slice(0, head), ...drawn, ...kept];
    this.#sections.forEach((view, place) => view.place(next[place], this.#legend, this.#painter, this.#edits));
  }

  /** Gives a mark the looks of the heaviest issue that is shown there. */
  #dress(element, segment) {
    const [heaviest] = this.#evidenceOf(segment);
    const { issue, weight } = heaviest ?? {};
    const looks = heaviest ? [this.#legend.colour(issue), this.#legend.pattern(issue), this.#legend.tag(issue), strength(weight, this.#greatest)] : null;
    const key = String(looks);
    if (this.#looks.get(element) === key) return;
    this.#looks.set(element, key);
    element.classList.toggle('off', !heaviest);
    if (looks) ['colour', 'pattern', 'tag', 'strength'].forEach((name, place) => element.setAttribute(`data-${name}`, looks[place]));
  }

  /** The evidence of a segment for issues that are shown, heaviest first. */
  #evidenceOf(segment) {
    return segment.spans.map((index) => this.#report.evidence[index]).filter(({ issue }) => !this.#hidden.has(issue)).sort((a, b) => b.weight - a.weight);
  }

  #paintEvidence(issue) {
    const byColour = Object.fromEntries([...Array(COLOURS).keys(), 'none'].map((colour) => [colour, []]));
    for (const entry of this.#report.evidence) {
      if ((issue === null || entry.issue === issue) && !this.#hidden.has(entry.issue)) byColour[this.#legend.colour(entry.issue)].push(entry);
    }
    for (const [colour, entries] of Object.entries(byColour)) this.#painter.paint(`rubricator-${colour}`, entries);
  }

  #choose(event) {
    const edit = event.type === 'click' && this.#edits.get(event.target);
    if (edit) return this.#on.onEdit(edit);
    const chosen = this.#marks.find(({ element }) => element === event.target);
    const segment = chosen ? chosen.segment : event.type === 'click' && this.#segmentAt(event);
    if (segment && !this.#current.includes(chosen?.element)) this.#explain(segment, chosen?.element);
  }

  /** Makes a segment the chosen one: `mark` is the element that stands for it, if there is one. */
  #explain(segment, mark) {
    const evidence = this.#evidenceOf(segment);
    if (!evidence.length) return;
    this.unchoose();
    this.#at = segment.start;
    const heaviest = this.#report.evidence.indexOf(evidence[0]);
    this.#current = this.#marks.filter(({ segment: { spans } }) => spans.includes(heaviest)).map(({ element }) => element);
    for (const element of this.#current) element.classList.add('current');
    if (mark) this.#stopAt(mark);
    const block = this.#blocks.find(({ start, end }) => start <= evidence[0].start && evidence[0].start < end);
    this.#on.onEvidence(evidence, sentenceAround(this.#text, block, evidence[0]), this.#greatest);
  }

  /** Makes a mark the one that the tab key reaches. */
  #stopAt(mark) {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = mark;
    if (mark) mark.tabIndex = 0;
  }

  /** The painted segment under a click. */
  #segmentAt({ clientX, clientY }) {
    const place = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots: [this.element.getRootNode()] });
    const at = place ? this.#painter.offsetOf(place.offsetNode, place.offset) : -1;
    return this.#segments.find(({ start, end }) => start <= at && at < end);
  }

  /** Arrow keys go from mark to mark, so that they are one stop in the page's tab order. */
  #step(event) {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const place = this.#marks.findIndex(({ element }) => element === event.target);
    if (!way || place < 0) return;
    event.preventDefault();
    this.#marks[place + way]?.element.focus();
  }
}

/** Scrolls whatever scrolls an element, out of shadow trees too, by so many pixels. */
function scrollBy(element, pixels) {
  const above = (box) => box.assignedSlot ?? box.parentElement ?? box.getRootNode().host;
  const scrolls = (box) => box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY);
  let box = above(element);
  while (box && box !== document.body && !scrolls(box)) box = above(box);
  (!box || box === document.body ? document.scrollingElement : box).scrollBy({ top: pixels, behavior: 'instant' });
}
