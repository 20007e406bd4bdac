import { h } from './dom.js';
import { leading } from './results.js';
import { strings } from '../strings.js';

const words = strings.article;
/** A longer run of removed blocks is folded up. */
const SHORT_RUN = 6;

const TAGS = { title: 'h2', heading: 'h3', meta: 'p', text: 'p', removed: 'p' };

/**
 * The article as the runs of blocks that are drawn together, in order: of one passage, of none, or of
 * what was removed. Each is {start, text, passage, segments, shape}: `passage` is its index, -1 for none;
 * `segments` has that of each mark in it. `shape` and text say what is drawn, wherever in the article:
 * {isRemoved, isFirst, lead, blocks} with `lead` as of `leading`, `isFirst` of its passage, and blocks as of
 * blocks.js with their `marks` as [start, end] each; offsets in it count from the section's start.
 */
export function sections(text, blocks, report, legend, segments) {
  const runs = [];
  for (const block of blocks) {
    const key = block.kind === 'removed' ? 'removed' : block.passage;
    if (runs.at(-1)?.key === key) runs.at(-1).blocks.push(block);
    else runs.push({ key, blocks: [block] });
  }
  const begun = new Set();
  let next = 0; // segment
  return runs.map(({ key, blocks: run }) => {
    const isRemoved = key === 'removed';
    const passage = isRemoved ? -1 : key;
    const [{ start: from }] = run;
    const section = { start: from, text: text.slice(from, run.at(-1).end), passage, segments: [] };
    const drawn = run.map(({ start, end, kind, reason, restored, part }) => {
      const marks = [];
      for (let at = start; segments[next]?.start < end; next++) {
        const segment = segments[next];
        at = Math.max(at, segment.start);
        if (at < Math.min(end, segment.end)) {
          marks.push([at - from, Math.min(end, segment.end) - from]);
          section.segments.push(segment);
        }
        if (segment.end > end) break;
      }
      return { kind, reason, restored, start: start - from, end: end - from, part: { start: part.start - from, end: part.end - from }, marks };
    });
    const isFirst = passage >= 0 && !begun.has(passage);
    begun.add(passage);
    section.shape = { isRemoved, isFirst, lead: passage >= 0 ? leading(report.passages[passage], legend) : null, blocks: drawn };
    return section;
  });
}

/** How many sections two lists have in common, as they are drawn, at their starts and at their ends. */
export function common(before, after) {
  const alike = (a, b) => a.text === b.text && JSON.stringify(a.shape) === JSON.stringify(b.shape);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && alike(before[head], after[head])) head++;
  let tail = 0;
  while (tail < most - head && alike(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return { head, tail };
}

/** A section as elements. They are drawn from its text and shape alone; `place` says where in the article they stand. */
export class SectionView {
  element;
  section;
  marks = []; // elements, in order
  #start = -1; // as the elements have it
  #places = []; // {element, start, end}, of blocks and marks
  #nodes = []; // {node, start}, the text
  #buttons = []; // {button, part, action}

  /** `onSelect(issue)` is called when the label in the margin is chosen. */
  constructor(section, onSelect) {
    this.section = section;
    this.element = section.shape.isRemoved ? this.#removed() : this.#passage(onSelect);
  }

  /**
   * Makes of this view that of a section that is drawn alike. `painter` is told where its text stands,
   * `edits`, a map, what its buttons stand for.
   */
  place(section, legend, painter, edits) {
    const { start, shape } = this.section = section;
    // To read what an element has is as dear as to set it.
    if (start !== this.#start) {
      for (const { element, start: from, end: to } of this.#places) {
        element.setAttribute('data-start', start + from);
        element.setAttribute('data-end', start + to);
      }
      this.#start = start;
    }
    for (const { node, start: from } of this.#nodes) painter.add(node, start + from);
    for (const { button, part, action } of this.#buttons) edits.set(button, { start: start + part.start, end: start + part.end, action });
    if (!shape.isRemoved) this.element.dataset.colour = legend.colour(shape.lead?.issue);
  }

  #passage(onSelect) {
    const { isFirst, lead, blocks } = this.section.shape;
    return h('section', { class: isFirst ? 'passage first' : 'passage', 'data-issue': lead?.issue ?? '' },
      ...(isFirst ? [h('div', { class: 'margin' }, margin(lead, onSelect))] : []),
      h('div', { class: 'body' }, ...blocks.map((block) => this.#block(block))));
  }

  #removed() {
    const { blocks } = this.section.shape;
    const reasonOf = ({ reason }) => words.reasons[reason] ?? reason;
    const lines = blocks.map((block, place) => {
      const line = this.#block(block);
      if (blocks[place - 1]?.reason !== block.reason) line.firstChild.prepend(h('span', { class: 'reason' }, reasonOf(block)), ' ');
      return line;
    });
    if (lines.length <= SHORT_RUN) return h('div', { class: 'removed' }, ...lines);
    return h('details', { class: 'removed' }, h('summary', {}, words.leftOut([...new Set(blocks.map(reasonOf))], lines.length)), ...lines);
  }

  /** A block with the button that puts it back or leaves it out. */
  #block(block) {
    const { start, end, kind, restored, part } = block;
    const keep = kind === 'removed';
    const [name, label] = keep ? ['put-back', words.putBack]
      : restored ? ['leave-again', words.leaveOutAgain]
        : ['leave-out', part.start < start || part.end > end ? words.leaveOutAll : words.leaveOut];
    const button = h('button', { type: 'button', class: `edit ${name}` }, label);
    this.#buttons.push({ button, part, action: keep ? 'put-back' : 'leave-out' });
    return h('div', { class: 'block' }, this.#words(block), button);
  }

  #words({ start, end, kind, marks }) {
    const element = this.#placed(h(TAGS[kind], { class: kind, dir: 'auto' }), start, end);
    let at = start;
    for (const [from, to] of marks) {
      element.append(this.#slice(at, from));
      const mark = this.#placed(h('mark', { tabindex: -1 }, this.#slice(from, to)), from, to);
      element.append(mark);
      this.marks.push(mark);
      at = to;
    }
    element.append(this.#slice(at, end));
    return element;
  }

  #placed(element, start, end) {
    this.#places.push({ element, start, end });
    return element;
  }

  /** Text enters the page here, and only as text. */
  #slice(start, end) {
    const node = document.createTextNode(this.section.text.slice(start, end));
    if (start < end) this.#nodes.push({ node, start });
    return node;
  }
}

function margin(lead, onSelect) {
  if (!lead) return h('span', { class: 'quiet' }, words.noIssue);
  const label = lead.sure ? lead.label : words.maybe(lead.label);
  return lead.issue ? h('button', { type: 'button', onclick: () => onSelect(lead.issue) }, label) : h('span', {}, label);
}
