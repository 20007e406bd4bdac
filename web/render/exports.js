import { FORMATS, write } from '../export/index.js';
import { titleOf } from '../export/article.js';
import { fileName, save } from '../save.js';
import { strings } from '../strings.js';
import { h } from './dom.js';

const words = strings.exports;

/**
 * The menu that saves or copies what is shown. `shown()` gives {text, report, legend}; `selection()` the
 * selected words of the article with their issues as text, or "".
 */
export class ExportMenu {
  element;
  #shown;
  #said = h('span', { class: 'said', role: 'status' });

  constructor({ shown, selection }) {
    this.#shown = shown;
    const rows = FORMATS.map((format) => this.#row(format.label,
      h('button', { type: 'button', 'aria-label': words.saveAs(format.label), onclick: () => this.#save(format) }, words.save),
      h('button', { type: 'button', 'aria-label': words.copyAs(format.label), onclick: () => this.#copy(() => write(format.id, shown())) }, words.copy)));
    const selected = this.#row(words.selection, h('span', {}), h('button', {
      type: 'button', 'aria-label': words.copyAs(words.selection),
      // A press would take the selection away before the click.
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => (selection() ? this.#copy(selection) : this.#say(words.noSelection)),
    }, words.copy));
    const print = h('button', { type: 'button', class: 'print', onclick: () => globalThis.print() }, words.print);
    this.element = h('details', { class: 'chip export', hidden: true, onkeydown: (event) => this.#close(event) },
      h('summary', {}, words.button), h('div', { class: 'menu' }, h('ul', {}, ...rows, selected), print, this.#said));
  }

  #row(label, ...buttons) {
    return h('li', {}, h('span', { class: 'label' }, label), ...buttons);
  }

  #save(format) {
    const { text, report } = this.#shown();
    save(`${fileName(titleOf(text, report), 'article')}.${format.ending}`, format.type, write(format.id, this.#shown()));
    this.#say('');
  }

  async #copy(write) {
    try {
      await navigator.clipboard.writeText(write());
      this.#say(words.copied);
    } catch {
      this.#say(words.notCopied);
    }
  }

  #say(message) {
    this.#said.textContent = message;
  }

  #close(event) {
    if (event.key !== 'Escape' || !this.element.open) return;
    event.stopPropagation();
    this.element.open = false;
    this.element.firstChild.focus();
  }
}
