import { FileError, readArticle } from './file.js';
import { flattenHtml } from './flatten.js';
import { h } from './render/dom.js';
import { strings } from './strings.js';

/** Longer insertions bypass the browser's undo history, which would take seconds over them. */
const UNDOABLE = 200_000;

/**
 * The paste box: takes typing, pasting, dropping and opening, and never loses what is in it.
 * Calls `onText(text, {atOnce})` after each change by the reader and `onProblem(message)` for a
 * file that is no article.
 */
export class PasteBox {
  element;
  #area;
  #size = h('span', { class: 'size' });
  #onText;
  #onProblem;
  /** Whether a paste replaces the whole text: it is the sample or the page's, not the reader's. */
  #given = true;
  #pasted = false;

  constructor({ sample = '', label = strings.box.label, onText, onProblem }) {
    this.#onText = onText;
    this.#onProblem = onProblem;
    this.#area = h('textarea', {
      rows: 7, spellcheck: 'false', 'aria-label': label, placeholder: strings.box.placeholder,
      oninput: () => this.#typed(), onpaste: (event) => this.#paste(event),
    });
    const picker = h('input', {
      type: 'file', hidden: true, accept: '.txt,.md,.html,.htm,text/plain,text/markdown,text/html',
      onchange: () => this.open(picker.files).then(() => { picker.value = ''; }),
    });
    this.element = h('div', { class: 'box' },
      this.#area,
      h('div', { class: 'tools' },
        h('button', { type: 'button', class: 'open', onclick: () => picker.click() }, strings.box.open),
        ...(sample ? [h('button', { type: 'button', class: 'sample', onclick: () => this.#replace(sample, true) }, strings.box.sample)] : []),
        h('button', { type: 'button', class: 'clear', onclick: () => { this.#replace('', false); this.#area.focus(); } }, strings.box.clear),
        picker,
        this.#size));
    this.#count();
  }

  /** Shows a text that comes from the page; `onText` is not called. */
  show(text) {
    this.#area.value = text;
    this.#given = true;
    this.#count();
  }

  /** Replaces the text by the first file's. */
  async open(files) {
    if (!files.length) return;
    try {
      this.#replace(await readArticle(files[0]), false);
      if (files.length > 1) this.#onProblem(strings.status.oneFile);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#onProblem(error.message);
    }
  }

  #paste(event) {
    const html = event.clipboardData.getData('text/html');
    const text = (html && flatten(html)) || event.clipboardData.getData('text/plain');
    if (!text) {
      if (event.clipboardData.files.length) {
        event.preventDefault();
        this.open(event.clipboardData.files);
      }
      return;
    }
    event.preventDefault();
    if (this.#given) this.#area.select();
    this.#insert(text);
  }

  #replace(text, given) {
    this.#area.select();
    this.#insert(text);
    this.#given = given;
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTop = 0;
  }

  /** Puts text in place of the selection, undoable where the browser can. */
  #insert(text) {
    const area = this.#area;
    area.focus({ preventScroll: true });
    this.#pasted = true;
    const undoable = text.length + area.value.length < UNDOABLE
      && document.execCommand(text ? 'insertText' : 'delete', false, text);
    if (!undoable) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    this.#pasted = false;
    this.#typed(true);
  }

  #typed(atOnce = false) {
    if (this.#pasted) return; // execCommand's own input event; #insert reports once
    this.#given = false;
    this.#count();
    this.#onText(this.#area.value, { atOnce });
  }

  #count() {
    this.#size.textContent = strings.box.size(this.#area.value.length);
  }
}

/** "" where the page's policy keeps the parser away: the plain text is taken then. */
function flatten(html) {
  try {
    return flattenHtml(html);
  } catch {
    return '';
  }
}
