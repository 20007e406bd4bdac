import { h } from '../render/dom.js';
import { COLOURS } from '../render/results.js';
import { strings } from '../strings.js';
import { sheet } from '../style.js';
import { save } from '../save.js';
import { canKeep, keep, kept } from '../store.js';
import { CAPS, PackError, emptyPack, failingTests, newId, packToJson, parsePack, readPack } from './pack.js';
import { fromSkos, toSkos } from './skos.js';

const words = strings.own;
/** How long typing must rest before what follows from it is worked out. */
const REST = 250;
const STORED = 'rubricator-own-issues';

/**
 * <issue-editor>: a reader's own issues, with their terms and test sentences. `pack` is a pack as of
 * pack.js; `analyzer` runs its tests. After each change: pack-change {pack}, bubbling and composed.
 * What is written stays in the page unless the reader asks the browser to keep it.
 */
export class IssueEditor extends HTMLElement {
  analyzer = null;
  #pack = emptyPack();
  #timer = 0;
  #testing = null;
  #removed = null; // {issue, place} of the issue that was removed last
  #list = h('div', { class: 'own-issues' });
  #problem = h('p', { class: 'notice', role: 'alert', hidden: true });
  #tests = h('div', { class: 'own-tests', role: 'status' });
  #back = h('button', { type: 'button', class: 'undo', hidden: true, onclick: () => this.#putBack() }, words.putBack);
  #keep = h('input', { type: 'checkbox', onchange: () => this.#store() });
  #picker = h('input', { type: 'file', accept: '.json,.jsonld,application/json', hidden: true, onchange: () => this.#open() });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const button = (label, onclick, more = {}) => h('button', { type: 'button', onclick, ...more }, label);
    root.append(h('div', { class: 'widget own' },
      h('h2', {}, words.title), h('p', { class: 'hint' }, words.hint),
      this.#problem, this.#list, this.#tests,
      h('div', { class: 'tools' },
        button(words.add, () => this.#add(), { class: 'add' }), this.#back,
        button(words.open, () => this.#picker.click()), this.#picker,
        button(words.saveJson, () => save('own-issues.json', 'application/json', packToJson(this.#pack))),
        button(words.saveSkos, () => save('own-issues.jsonld', 'application/ld+json', toSkos(this.#pack))),
        h('label', { class: 'keep', hidden: !canKeep() }, this.#keep, ' ', words.keep))));
    this.#draw();
  }

  connectedCallback() {
    const stored = read();
    if (!stored || this.#pack.issues.length) return;
    this.#keep.checked = true;
    this.#take(stored);
  }

  /** The pack; what is set is checked, and throws a PackError where it is none. */
  get pack() {
    return structuredClone(this.#pack);
  }

  set pack(value) {
    this.#pack = readPack(value);
    this.#draw();
    this.#changed();
  }

  /** Reads a file's text, own JSON or SKOS; a message stands in the editor where it is neither. */
  take(json) {
    try {
      let pack;
      try {
        pack = parsePack(json);
      } catch (error) {
        if (!/prefLabel|skos/i.test(json)) throw error;
        pack = fromSkos(json);
      }
      this.#problem.hidden = true;
      this.#take(pack);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      this.#complain(error.message);
    }
  }

  #take(pack) {
    this.#pack = pack;
    this.#removed = null;
    this.#draw();
    this.#changed();
  }

  async #open() {
    const [file] = this.#picker.files;
    this.#picker.value = '';
    if (!file) return;
    if (file.size > 4 * CAPS.file) return this.#complain(words.tooLarge(file.size, CAPS.file));
    this.take(await file.text());
  }

  #complain(message) {
    this.#problem.textContent = message;
    this.#problem.hidden = false;
  }

  #add() {
    if (this.#pack.issues.length >= CAPS.issues) return this.#complain(words.tooMany('issues', CAPS.issues));
    const label = words.newLabel(this.#pack.issues.length + 1);
    const id = newId(label, new Set(this.#pack.issues.map((issue) => issue.id)));
    this.#pack.issues.push({ id, label, definition: '', colour: null, terms: [{ text: '', weight: 7, note: '' }], tests: [] });
    this.#draw();
    const last = this.#list.lastElementChild;
    last.open = true;
    last.querySelector('input').select();
    this.#changed();
  }

  #remove(issue) {
    const place = this.#pack.issues.indexOf(issue);
    this.#pack.issues.splice(place, 1);
    this.#removed = { issue, place };
    this.#draw();
    this.#changed();
    this.#back.focus();
  }

  #putBack() {
    const { issue, place } = this.#removed;
    this.#pack.issues.splice(place, 0, issue);
    this.#removed = null;
    this.#draw();
    this.#changed();
    this.#list.children[place].querySelector('summary').focus();
  }

  #draw() {
    this.#back.hidden = !this.#removed;
    const open = new Set([...this.#list.children].filter((entry) => entry.open).map((entry) => entry.dataset.id));
    this.#list.replaceChildren(...this.#pack.issues.map((issue) => this.#issue(issue, open.has(issue.id))));
  }

  #issue(issue, open) {
    const name = h('span', { class: 'label', dir: 'auto' }, issue.label);
    const entry = h('details', { class: 'own-issue', 'data-id': issue.id, 'data-colour': issue.colour ?? 'none', open },
      h('summary', {}, name, ' ', h('span', { class: 'about' }, words.terms(issue.terms.filter(({ text }) => text).length))));
    const field = (label, control) => h('label', { class: 'field' }, h('span', {}, label), control);
    const change = (how) => (event) => { how(event.target.value); this.#changed(); };
    entry.append(
      field(words.label, h('input', { type: 'text', value: issue.label, maxlength: CAPS.label, dir: 'auto', oninput: change((value) => { issue.label = value; name.textContent = value; }) })),
      field(words.definition, h('textarea', { rows: 2, maxlength: CAPS.definition, dir: 'auto', oninput: change((value) => { issue.definition = value; }) }, issue.definition)),
      this.#colours(issue, entry),
      this.#rows(words.termsHeading, issue.terms, words.addTerm, { text: '', weight: 7, note: '' }, (term, remove, next) => [
        h('input', { type: 'text', class: 'text', value: term.text, maxlength: CAPS.term, dir: 'auto', 'aria-label': words.term, onkeydown: (event) => event.key === 'Enter' && next(), oninput: change((value) => { term.text = value; }) }),
        h('select', { 'aria-label': words.weight, onchange: change((value) => { term.weight = Number(value); }) },
          ...[9, 7, 5, 3, 1, -3, -5, -7, -9, ...([9, 7, 5, 3, 1, -3, -5, -7, -9].includes(term.weight) ? [] : [term.weight])].map((weight) =>
            h('option', { value: weight, selected: weight === term.weight }, words.weightName(weight)))),
        h('input', { type: 'text', class: 'note', value: term.note, maxlength: CAPS.note, dir: 'auto', placeholder: words.note, 'aria-label': words.note, oninput: change((value) => { term.note = value; }) }),
        remove,
      ]),
      this.#rows(words.testsHeading, issue.tests, words.addTest, { text: '', expected: true }, (entryTest, remove, next) => [
        h('input', { type: 'text', class: 'text', value: entryTest.text, maxlength: CAPS.sentence, dir: 'auto', 'aria-label': words.sentence, onkeydown: (event) => event.key === 'Enter' && next(), oninput: change((value) => { entryTest.text = value; }) }),
        h('select', { 'aria-label': words.expected, onchange: change((value) => { entryTest.expected = value === 'yes'; }) },
          h('option', { value: 'yes', selected: entryTest.expected }, words.has), h('option', { value: 'no', selected: !entryTest.expected }, words.hasNot)),
        remove,
      ]),
      h('button', {
        type: 'button', class: 'remove-issue',
        onclick: () => this.#remove(issue),
      }, words.removeIssue));
    return entry;
  }

  /** The eight colours of the sheet, which stay apart for the colour-blind, and none in particular. */
  #colours(issue, entry) {
    const choices = [null, ...Array(COLOURS).keys()].map((colour) => h('label', { 'data-colour': colour ?? 'none' },
      h('input', {
        type: 'radio', name: `colour-${issue.id}`, checked: issue.colour === colour, 'aria-label': colour === null ? words.anyColour : words.colour(colour + 1),
        onchange: () => { issue.colour = colour; entry.dataset.colour = colour ?? 'none'; this.#changed(); },
      })));
    return h('fieldset', { class: 'colours' }, h('legend', {}, words.colourHeading), ...choices);
  }

  /** An editable list: `cells(item, removeButton, addNext)` makes the controls of one. */
  #rows(heading, items, addLabel, blank, cells) {
    const body = h('ul', { class: 'rows' });
    const row = (item) => {
      const remove = h('button', {
        type: 'button', class: 'remove', 'aria-label': words.remove,
        onclick: () => { items.splice(items.indexOf(item), 1); line.remove(); add.focus(); this.#changed(); },
      }, '×');
      const line = h('li', {}, ...cells(item, remove, () => addRow()));
      return line;
    };
    const addRow = () => {
      const item = { ...blank };
      items.push(item);
      body.append(row(item));
      body.lastElementChild.querySelector('input').focus();
    };
    const add = h('button', { type: 'button', class: 'add-row', onclick: addRow }, addLabel);
    body.append(...items.map(row));
    return h('fieldset', {}, h('legend', {}, heading), body, add);
  }

  /** Tells of a change once typing rests. What is not finished is left out, not complained of. */
  #changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const pack = this.#finished();
      this.#store();
      this.dispatchEvent(new CustomEvent('pack-change', { bubbles: true, composed: true, detail: { pack } }));
      this.#test(pack);
    }, REST);
  }

  #finished() {
    const issues = this.#pack.issues.filter(({ label }) => label.trim()).map((issue) => ({
      ...issue, terms: issue.terms.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)), tests: issue.tests.filter(({ text }) => text.trim()),
    }));
    try {
      const pack = readPack({ title: this.#pack.title, issues });
      this.#problem.hidden = true;
      return pack;
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      this.#complain(error.message);
      return emptyPack();
    }
  }

  async #test(pack) {
    this.#testing?.abort();
    const { signal } = this.#testing = new AbortController();
    const count = pack.issues.reduce((sum, { tests }) => sum + tests.length, 0);
    this.#tests.replaceChildren();
    if (!count || !this.analyzer) return;
    const failing = await failingTests(pack, this.analyzer, { signal }).catch(() => null);
    if (signal.aborted || !failing) return;
    this.#tests.replaceChildren(h('p', { class: failing.length ? 'bad' : 'good' }, words.tested(count, failing.length)),
      h('ul', {}, ...failing.map(({ issue, text, expected }) => h('li', { dir: 'auto' }, words.failed(issue, expected), ' ', h('q', {}, text)))));
  }

  #store() {
    if (!keep(STORED, this.#keep.checked ? packToJson(this.#pack) : null)) this.#keep.checked = false; // the browser keeps nothing here
  }
}

/** The pack that the browser keeps, or null. */
function read() {
  try {
    const json = kept(STORED);
    return json && parsePack(json);
  } catch {
    return null;
  }
}
