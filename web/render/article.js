import { blocks } from './blocks.js';
import { h } from './dom.js';
import { Painter } from './painter.js';
import { COLOURS, leading, sentenceAround, strength } from './results.js';
import { segments } from './segments.js';
import { strings } from '../strings.js';

const words = strings.article;
/** Beyond so many segments, evidence is painted instead of marked: elements would cost more than they tell. */
const MOST_MARKS = 4_000;
/** A longer run of removed blocks is folded up. */
const SHORT_RUN = 6;
/** From so many blocks on, the browser may skip drawing what is out of sight. */
const MANY_BLOCKS = 40;

const TAGS = { title: 'h2', heading: 'h3', meta: 'p', text: 'p', removed: 'p' };

/**
 * The article as it was read: title and headings as such, removed parts dimmed, passages with their
 * issue in the margin, evidence as flat marks in place. All text is sliced from `text`, the string
 * that was analysed. `onEvidence(evidence, sentence)` is called when a highlight is chosen,
 * `onSelect(issue)` when a margin label is, `onEdit({start, end, action})` when a part is put back or
 * left out. Evidence that is painted shows once `select` was called.
 */
export class ArticleView {
  element;
  #text;
  #report;
  #legend;
  #blocks;
  #segments;
  #greatest;
  #nextSegment = 0;
  #painter = new Painter();
  #marks = []; // {element, segment}, in order; empty when evidence is painted
  #current = []; // the marks of the chosen evidence
  #at = -1; // start of the chosen segment
  #passages = []; // the first element of each passage
  #hidden = new Set(); // issues whose evidence is not shown
  #isPartHidden = false; // when marks were last dressed
  #edits = new Map(); // buttons to the edits that they stand for
  #onEvidence;
  #onSelect;
  #onEdit;

  constructor(text, report, legend, { onEvidence, onSelect, onEdit }) {
    this.#text = text;
    this.#report = report;
    this.#legend = legend;
    this.#onEvidence = onEvidence;
    this.#onSelect = onSelect;
    this.#onEdit = onEdit;
    this.#blocks = blocks(text, report);
    this.#segments = segments(report.evidence);
    this.#greatest = report.evidence.reduce((most, { weight }) => Math.max(most, weight), 1);
    this.element = h('article', {
      class: this.#blocks.length < MANY_BLOCKS ? 'article' : 'article long', part: 'article', 'aria-label': words.heading,
      onclick: (event) => this.#choose(event), onfocusin: (event) => this.#choose(event), onkeydown: (event) => this.#step(event),
    });
    this.element.append(...this.#sections());
    if (this.#marks.length) this.#marks[0].element.tabIndex = 0;
  }

  /** The first element of each passage, by its index. */
  get passages() {
    return this.#passages;
  }

  /** Dims the evidence of all issues but one, null of none, and hides that of some. */
  select(issue, hidden = new Set()) {
    this.#hidden = hidden;
    this.element.classList.toggle('selecting', issue !== null);
    for (const place of this.element.querySelectorAll('[data-issue]')) {
      place.classList.toggle('chosen', place.dataset.issue === issue);
      place.classList.toggle('off', hidden.has(place.dataset.issue));
    }
    for (const { element, segment } of this.#marks) {
      if (hidden.size || this.#isPartHidden) this.#dress(element, segment); // else it has its looks from the start
      element.classList.toggle('chosen', issue !== null && this.#evidenceOf(segment).some((entry) => entry.issue === issue));
    }
    this.#isPartHidden = hidden.size > 0;
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

  /** Takes back what the view painted in the document. */
  release() {
    this.#painter.clear();
  }

  /** Elements of runs of blocks that belong together: of one passage, of what was removed, or loose. */
  #sections() {
    const runs = [];
    for (const block of this.#blocks) {
      const key = block.kind === 'removed' ? 'removed' : block.passage;
      if (runs.at(-1)?.key === key) runs.at(-1).blocks.push(block);
      else runs.push({ key, blocks: [block] });
    }
    return runs.map(({ key, blocks: run }) => {
      if (key === 'removed') return this.#removed(run);
      const isFirst = key >= 0 && !this.#passages[key];
      const element = this.#passage(key, run, isFirst);
      if (isFirst) this.#passages[key] = element;
      return element;
    });
  }

  #passage(index, run, isFirst) {
    const passage = this.#report.passages[index];
    const lead = passage && leading(passage, this.#legend);
    const section = h('section', { class: 'passage', 'data-issue': lead?.issue ?? '', 'data-colour': this.#legend.colour(lead?.issue) });
    if (isFirst) section.append(h('div', { class: 'margin' }, ...this.#margin(lead)));
    section.append(h('div', { class: 'body' }, ...run.map((block) => this.#block(block))));
    return section;
  }

  #margin(lead) {
    if (!lead) return [h('span', { class: 'quiet' }, words.noIssue)];
    const label = lead.sure ? lead.label : words.maybe(lead.label);
    if (!lead.issue) return [h('span', {}, label)];
    return [h('button', { type: 'button', onclick: () => this.#onSelect(lead.issue) }, label)];
  }

  #removed(run) {
    const reasonOf = ({ reason }) => words.reasons[reason] ?? reason;
    const lines = run.map((block, place) => {
      const line = this.#block(block);
      if (run[place - 1]?.reason !== block.reason) line.firstChild.prepend(h('span', { class: 'reason' }, reasonOf(block)), ' ');
      return line;
    });
    if (lines.length <= SHORT_RUN) return h('div', { class: 'removed' }, ...lines);
    return h('details', { class: 'removed' }, h('summary', {}, words.leftOut([...new Set(run.map(reasonOf))], lines.length)), ...lines);
  }

  /** A block with the button that puts it back or leaves it out. */
  #block(block) {
    const { start, end, kind, restored, part } = block;
    const keep = kind === 'removed';
    const [action, label] = keep ? ['put-back', words.putBack]
      : restored ? ['leave-again', words.leaveOutAgain]
        : ['leave-out', part.start < start || part.end > end ? words.leaveOutAll : words.leaveOut];
    const button = h('button', { type: 'button', class: `edit ${action}` }, label);
    this.#edits.set(button, { start: part.start, end: part.end, action: keep ? 'put-back' : 'leave-out' });
    return h('div', { class: 'block' }, this.#words(block), button);
  }

  #words({ start, end, kind }) {
    const element = h(TAGS[kind], { class: kind, dir: 'auto', 'data-start': start, 'data-end': end });
    const marking = this.#segments.length <= MOST_MARKS;
    let at = start;
    while (marking && this.#segments[this.#nextSegment]?.start < end) {
      const segment = this.#segments[this.#nextSegment];
      const from = Math.max(at, segment.start);
      const to = Math.min(end, segment.end);
      if (from < to) {
        element.append(this.#slice(at, from), this.#mark(segment, from, to));
        at = to;
      }
      if (segment.end > end) break;
      this.#nextSegment++;
    }
    element.append(this.#slice(at, end));
    return element;
  }

  /** Text enters the page here, and only as text. */
  #slice(start, end) {
    const node = document.createTextNode(this.#text.slice(start, end));
    if (start < end) this.#painter.add(node, start);
    return node;
  }

  #mark(segment, start, end) {
    const element = h('mark', { tabindex: -1, 'data-start': start, 'data-end': end }, this.#slice(start, end));
    this.#dress(element, segment);
    this.#marks.push({ element, segment });
    return element;
  }

  /** Gives a mark the looks of the heaviest issue that is shown there. */
  #dress(element, segment) {
    const [heaviest] = this.#evidenceOf(segment);
    element.classList.toggle('off', !heaviest);
    if (!heaviest) return;
    element.dataset.colour = this.#legend.colour(heaviest.issue);
    element.dataset.pattern = this.#legend.pattern(heaviest.issue);
    element.dataset.tag = this.#legend.tag(heaviest.issue);
    element.dataset.strength = strength(heaviest.weight, this.#greatest);
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
    if (edit) return this.#onEdit(edit);
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
    if (mark) for (const { element } of this.#marks) element.tabIndex = element === mark ? 0 : -1;
    const block = this.#blocks.find(({ start, end }) => start <= evidence[0].start && evidence[0].start < end);
    this.#onEvidence(evidence, sentenceAround(this.#text, block, evidence[0]), this.#greatest);
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
