import { h } from './dom.js';
import { strings } from '../strings.js';

const words = strings.edits;

/** The line beside the status: a switch that shows what can be left out, and the way back from what was changed. */
export class EditBar {
  element;
  #toggle;
  #count = h('span', {});
  #back;

  constructor({ onToggle, onUndo, onReset }) {
    this.#toggle = h('button', { type: 'button', class: 'edit-mode', 'aria-pressed': 'false', onclick: () => this.#switch(onToggle) }, words.mode);
    this.#back = h('span', { hidden: true }, this.#count,
      h('button', { type: 'button', class: 'undo', onclick: () => this.#keepFocus(onUndo) }, words.undo),
      h('button', { type: 'button', class: 'reset', onclick: () => this.#keepFocus(onReset) }, words.reset));
    this.element = h('div', { class: 'edits', role: 'group', 'aria-label': words.heading, hidden: true }, this.#back, this.#toggle);
  }

  /** @param list the edits that hold; `any` says whether there is something to edit */
  show(list, any) {
    const kept = list.filter(({ keep }) => keep).length;
    this.#count.textContent = words.count(kept, list.length - kept);
    this.#back.hidden = !list.length;
    this.#toggle.hidden = !any;
    this.element.hidden = !list.length && !any;
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
