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
const MANY_BLOCKS = 200;
/** With more passages than these a strip of them says nothing. */
const MOST_IN_STRIP = 80;

const TAGS = { title: 'h2', heading: 'h3', meta: 'p', text: 'p', removed: 'p' };

/**
 * The article as it was read: title and headings as such, removed parts dimmed, passages with their
 * issue in the margin, evidence as flat marks in place. All text is sliced from `text`, the string
 * that was analysed. `onEvidence(evidence, sentence)` is called when a highlight is chosen,
 * `onSelect(issue)` when a margin label is, `onEdit({start, end, keep})` when a part is put back or
 * left out.
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
      class: this.#blocks.length < MANY_BLOCKS ? 'article' : 'article long', 'aria-label': words.heading,
      onclick: (event) => this.#choose(event), onfocusin: (event) => this.#choose(event), onkeydown: (event) => this.#step(event),
    });
    const sections = this.#sections();
    this.element.append(...this.#strip(sections), ...sections.map((section) => section.element));
    if (this.#marks.length) this.#marks[0].element.tabIndex = 0;
    this.select(null);
  }

  /** Dims the evidence of all other issues; null brings all back. */
  select(issue) {
    this.element.classList.toggle('selecting', issue !== null);
    for (const place of this.element.querySelectorAll('[data-issue]')) place.classList.toggle('chosen', place.dataset.issue === issue);
    for (const { element, segment } of this.#marks) {
      element.classList.toggle('chosen', segment.spans.some((index) => this.#report.evidence[index].issue === issue));
    }
    if (!this.#marks.length) this.#paintEvidence(issue);
  }

  /** Lights up spans of the text, and only these; each `what` (lit for keywords, claim) on its own. */
  light(spans, what = 'lit') {
    this.#painter.paint(`rubricator-${what}`, spans);
  }

  /** Brings a span to the reader's eyes, and the focus to its paragraph. */
  reveal(span) {
    const block = this.#elementAt(span.start);
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'center' });
    const range = this.#painter.rangeOf(span);
    // A paragraph may be longer than the window.
    if (range) scrollBy(block, range.getBoundingClientRect().top - innerHeight / 3);
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

  /** Forgets which highlight is chosen. */
  unchoose() {
    for (const element of this.#current) element.classList.remove('current');
    this.#current = [];
  }

  /** Takes back what the view painted in the document. */
  release() {
    this.#painter.clear();
  }

  /** Runs of blocks that belong together: of one passage, of what was removed, or loose: {element, passage}. */
  #sections() {
    const runs = [];
    for (const block of this.#blocks) {
      const key = block.kind === 'removed' ? 'removed' : block.passage;
      if (runs.at(-1)?.key === key) runs.at(-1).blocks.push(block);
      else runs.push({ key, blocks: [block] });
    }
    const labelled = new Set();
    return runs.map(({ key, blocks: run }) => {
      if (key === 'removed') return { element: this.#removed(run), passage: -1 };
      const isFirst = key >= 0 && !labelled.has(key);
      labelled.add(key);
      return { element: this.#passage(key, run, isFirst), passage: isFirst ? key : -1 };
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
    this.#edits.set(button, { start: part.start, end: part.end, keep });
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
    const [heaviest] = this.#evidenceOf(segment);
    const element = h('mark', {
      tabindex: -1, 'data-start': start, 'data-end': end,
      'data-colour': this.#legend.colour(heaviest.issue), 'data-strength': strength(heaviest.weight, this.#greatest),
    }, this.#slice(start, end));
    this.#marks.push({ element, segment });
    return element;
  }

  #evidenceOf(segment) {
    return segment.spans.map((index) => this.#report.evidence[index]).sort((a, b) => b.weight - a.weight);
  }

  #paintEvidence(issue) {
    const byColour = Object.fromEntries([...Array(COLOURS).keys(), 'none'].map((colour) => [colour, []]));
    for (const entry of this.#report.evidence) {
      if (issue === null || entry.issue === issue) byColour[this.#legend.colour(entry.issue)].push(entry);
    }
    for (const [colour, entries] of Object.entries(byColour)) this.#painter.paint(`rubricator-${colour}`, entries);
  }

  #choose(event) {
    const edit = event.type === 'click' && this.#edits.get(event.target);
    if (edit) return this.#onEdit(edit);
    const chosen = this.#marks.find(({ element }) => element === event.target);
    const segment = chosen ? chosen.segment : event.type === 'click' && this.#segmentAt(event);
    if (!segment || this.#current.includes(chosen?.element)) return;
    this.unchoose();
    const evidence = this.#evidenceOf(segment);
    const heaviest = this.#report.evidence.indexOf(evidence[0]);
    this.#current = this.#marks.filter((mark) => mark.segment.spans.includes(heaviest)).map(({ element }) => element);
    for (const element of this.#current) element.classList.add('current');
    for (const { element } of this.#marks) element.tabIndex = element === event.target ? 0 : -1;
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

  #strip(sections) {
    const shown = sections.filter(({ passage }) => passage >= 0);
    if (shown.length < 2 || shown.length > MOST_IN_STRIP) return [];
    return [h('div', { class: 'strip', role: 'group', 'aria-label': words.passages }, ...shown.map(({ element, passage }) => {
      const { start, end } = this.#report.passages[passage];
      const label = leading(this.#report.passages[passage], this.#legend)?.label ?? words.noIssue;
      const button = h('button', {
        type: 'button', title: label, 'aria-label': label, 'data-issue': element.dataset.issue, 'data-colour': element.dataset.colour,
        onclick: () => element.scrollIntoView({ block: 'start' }),
      });
      button.style.setProperty('--length', end - start);
      return button;
    }))];
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
