import { ArticleBatch } from './batch/element.js';
import { ArticleComparison } from './compare/element.js';
import { ArticleIssues } from './element.js';
import { IssueEditor } from './own/editor.js';
import { register } from './register.js';
import { h } from './render/dom.js';
import { isSealed, prove, seal } from './sealed.js';
import { VIEWS, packText, readSettings, unpackText, writeSettings } from './settings.js';
import { sample } from './sample.js';
import { canKeep, keep, kept } from './store.js';
import { language, strings } from './strings.js';

const words = strings.page;
const KEPT = 'rubricator-text';

/** Registers the elements of all views; `assets` as of EngineClient. */
function registerAll(assets) {
  register(assets);
  for (const [name, element] of [['article-batch', ArticleBatch], ['article-comparison', ArticleComparison], ['issue-editor', IssueEditor]]) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

/**
 * The page around the widget: its views, of which one is shown, what is kept in the browser, sealed mode.
 * Expects a header with a link for each view, an <article-issues> in main, a footer.
 */
export class Shell {
  #main = document.querySelector('main');
  #reader = document.querySelector('article-issues');
  #settings = readSettings(location.hash);
  #links = new Map();
  #panes = new Map();
  #pack = null;
  #said = h('span', { role: 'status' });

  /** @param assets where the engine's parts come from, as of EngineClient */
  constructor(assets) {
    registerAll(assets);
    const [heading, lead] = document.querySelector('header').children;
    document.documentElement.lang = language;
    heading.textContent = words.name;
    lead.textContent = words.lead;
    document.querySelector('footer p').textContent = isSealed() || location.protocol === 'file:' ? words.promiseNone : words.promise;
    const nav = document.querySelector('header nav');
    nav.setAttribute('aria-label', words.nav);
    VIEWS.forEach((view, place) => {
      const link = nav.children[place];
      link.textContent = words.views[view];
      this.#links.set(view, link);
    });
    this.#point();
    document.querySelector('footer').prepend(this.#tools());
    this.#panes.set('read', this.#reader);
    addEventListener('hashchange', () => this.#follow());
    document.addEventListener('pack-change', ({ detail }) => this.#usePack(detail.pack));
    document.addEventListener('article-open', ({ detail }) => this.#read(detail.text));
    document.addEventListener('issue-select', ({ detail, target }) => target === this.#reader && this.#keep({ issue: detail.evidence ? this.#settings.issue : detail.issue }));
    for (const type of ['dragover', 'drop']) addEventListener(type, (event) => this.#drop(event));
  }

  /** Shows what the address says; a text of a link before one that was kept, before the sample. */
  async open() {
    const { text, issue, labels } = this.#settings;
    this.#reader.toggleAttribute('labels', labels);
    if (issue) this.#reader.selectedIssue = issue;
    this.#show();
    this.#make('issues'); // the reader's own issues count from the start
    const given = (text && await unpackText(text)) ?? kept(KEPT);
    if (!this.#reader.value) this.#reader.value = given ?? (isSealed() ? '' : sample);
    if (text) this.#keep({ text: null });
  }

  #make(view) {
    const { analyzer } = ArticleIssues;
    const element = this.#panes.get(view) ?? {
      compare: () => new ArticleComparison(), many: () => new ArticleBatch(), issues: () => new IssueEditor(),
    }[view]();
    if (this.#panes.has(view)) return element;
    this.#panes.set(view, element);
    element.hidden = true;
    element.analyzer = analyzer;
    if (view !== 'issues') element.pack = this.#pack;
    this.#main.append(element);
    return element;
  }

  #show() {
    const { view } = this.#settings;
    const shown = this.#make(view);
    if (view === 'compare' && !shown.values[0] && this.#reader.value) shown.values = [this.#reader.value, ''];
    for (const pane of this.#panes.values()) pane.hidden = pane !== shown;
    for (const [name, link] of this.#links) {
      if (name === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  #follow() {
    const before = this.#settings;
    this.#settings = readSettings(location.hash);
    if (this.#settings.lang !== before.lang) return location.reload(); // the interface is read once
    this.#reader.toggleAttribute('labels', this.#settings.labels);
    this.#show();
  }

  /** Changes settings, in the address too. */
  #keep(change) {
    this.#settings = { ...this.#settings, ...change };
    history.replaceState(null, '', `${location.pathname}${location.search}${writeSettings(this.#settings)}`);
    this.#point();
  }

  /** The links keep all settings but the view. */
  #point() {
    for (const [view, link] of this.#links) link.setAttribute('href', writeSettings({ ...this.#settings, view, text: null }) || '#');
  }

  #usePack(pack) {
    this.#pack = pack;
    for (const [view, element] of this.#panes) if (view !== 'issues') element.pack = pack;
    this.#panes.get('compare')?.refresh();
  }

  #read(text) {
    location.hash = writeSettings({ ...this.#settings, view: 'read' });
    this.#reader.value = text;
    scrollTo(0, 0);
  }

  /** Files are for the view that is shown, or the browser would leave the page, and the text with it. */
  #drop(event) {
    if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type !== 'drop') return;
    const shown = this.#panes.get(this.#settings.view);
    const files = [...event.dataTransfer.files];
    if (shown.open) shown.open(files);
  }

  #tools() {
    const labels = h('input', { type: 'checkbox', checked: this.#settings.labels, onchange: () => { this.#keep({ labels: labels.checked }); this.#reader.toggleAttribute('labels', labels.checked); } });
    const keeping = h('input', { type: 'checkbox', checked: kept(KEPT) !== null, onchange: () => this.#store(keeping) });
    document.addEventListener('analysis-complete', () => keeping.checked && this.#store(keeping));
    const choose = h('select', { 'aria-label': words.language, onchange: () => { this.#keep({ lang: choose.value }); location.reload(); } },
      ...Object.entries(words.languages).map(([code, name]) => h('option', { value: code, lang: code, selected: code === language }, name)));
    const button = (label, onclick) => h('button', { type: 'button', onclick }, label);
    return h('div', { class: 'page-tools' },
      h('label', {}, labels, ' ', words.labels),
      ...(canKeep() ? [h('label', {}, keeping, ' ', words.keep)] : []),
      button(words.link, () => this.#copyLink()),
      isSealed() ? button(words.prove, (event) => this.#prove(event.target)) : button(words.seal, () => seal(this.#reader.value)),
      choose, this.#said);
  }

  async #copyLink() {
    const text = await packText(this.#reader.value);
    if (text === null) return this.#say(words.tooLong);
    const link = `${location.href.split('#')[0]}${writeSettings({ ...this.#settings, view: 'read', text })}`;
    await navigator.clipboard.writeText(link).then(() => this.#say(words.linked), () => this.#say(strings.exports.notCopied));
  }

  async #prove(button) {
    button.disabled = true;
    const list = await prove();
    button.disabled = false;
    document.querySelector('.proof')?.remove();
    const open = list.filter(({ blocked }) => !blocked).length;
    document.querySelector('footer').append(h('section', { class: 'proof', 'aria-label': words.prove },
      h('p', {}, words.proof(list.length, open)),
      h('ul', {}, ...list.map(({ name, blocked }) => h('li', { class: blocked ? 'blocked' : 'open' }, `${name}: ${blocked ? words.blocked : words.open}`)))));
  }

  #store(box) {
    if (keep(KEPT, box.checked ? this.#reader.value : null)) return;
    box.checked = false;
    this.#say(words.notKept);
  }

  #say(message) {
    this.#said.textContent = message;
  }
}
