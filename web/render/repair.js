import { h } from './dom.js';
import { strings } from '../strings.js';

const words = strings.repair;

/** What was left out, by reason, in the order of the text: [{reason, parts}], parts as {start, end}. */
export function leftOut(report) {
  const byReason = new Map();
  for (const { start, end, reason, edited } of report.article.removed) {
    const key = edited ? 'edited' : reason;
    byReason.set(key, [...(byReason.get(key) ?? []), { start, end }]);
  }
  return [...byReason].map(([reason, parts]) => ({ reason, parts }));
}

/**
 * What was done to the paste, as chips that open: what was left out and why, which headings were
 * split off; each part can be shown in its place and undone. Beside them a switch that shows what
 * can be left out, and the way back from what the reader changed.
 */
export class RepairBar {
  element;
  #chips = h('div', { class: 'chips' });
  #toggle;
  #count = h('span', {});
  #back;
  #onEdit;
  #onPlace;

  /** `onEdit({start, end, action})`, `onPlace(span)`, `onToggle(on)`, `onUndo()`, `onReset()`. */
  constructor({ onEdit, onPlace, onToggle, onUndo, onReset }) {
    this.#onEdit = onEdit;
    this.#onPlace = onPlace;
    this.#toggle = h('button', { type: 'button', class: 'edit-mode', 'aria-pressed': 'false', onclick: () => this.#switch(onToggle) }, words.mode);
    this.#back = h('span', { hidden: true }, this.#count,
      h('button', { type: 'button', class: 'undo', onclick: () => this.#keepFocus(onUndo) }, words.undo),
      h('button', { type: 'button', class: 'reset', onclick: () => this.#keepFocus(onReset) }, words.reset));
    this.element = h('div', { class: 'repair', role: 'group', 'aria-label': words.heading, hidden: true, onkeydown: (event) => this.#close(event) },
      this.#chips, this.#back, this.#toggle);
  }

  /** @param list the edits that hold; `any` says whether there is something to edit */
  show(list, any) {
    const count = (action) => list.filter((edit) => edit.action === action).length;
    this.#count.textContent = words.count(count('put-back'), count('leave-out'), count('join'));
    this.#back.hidden = !list.length;
    this.#toggle.hidden = !any;
    this.element.hidden = !list.length && !any;
  }

  /** Tells what was done to a text; null for nothing. */
  tell(text, report) {
    const groups = report ? leftOut(report) : [];
    const split = report ? report.article.headings.filter(({ inline }) => inline) : [];
    this.#chips.replaceChildren(
      ...(groups.length ? [h('span', { class: 'lead' }, words.leftOut)] : []),
      ...groups.map(({ reason, parts }) => this.#chip(words.reason(reason, parts.length), text, parts, 'put-back')),
      ...(split.length ? [h('span', { class: 'lead' }, words.split), this.#chip(words.headings(split.length), text, split, 'join')] : []));
  }

  #chip(label, text, parts, action) {
    const list = h('ul', {}, ...parts.map(({ start, end }) => h('li', {},
      h('button', { type: 'button', class: 'place', dir: 'auto', onclick: () => this.#onPlace({ start, end }) }, text.slice(start, end)),
      h('button', { type: 'button', class: 'edit', onclick: () => this.#onEdit({ start, end, action }) }, words[action]))));
    return h('details', { class: 'chip', name: 'repair' }, h('summary', {}, label), list);
  }

  #close(event) {
    const open = this.#chips.querySelector('[open]');
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    open.open = false;
    open.firstChild.focus();
  }

  #switch(onToggle) {
    const on = this.#toggle.getAttribute('aria-pressed') !== 'true';
    this.#toggle.setAttribute('aria-pressed', String(on));
    onToggle(on);
  }

  /** With the last edit the buttons go: the focus stays in the line. */
  #keepFocus(action) {
    action();
    if (this.#back.hidden) this.#toggle.focus({ preventScroll: true });
  }
}
