import { folded, h } from './dom.js';
import { listed } from './results.js';
import { strings } from '../strings.js';

const words = strings.claims;
/** Sides with a column of their own; more than these and one share a last one. */
const SIDES = 6;
/** Shown before the reader asks for the rest: issues, and quotations of a cell. */
const ROWS = 8;
const QUOTES = 3;
/** What the column of issues takes, in percent. */
const LABELS = 12;

/**
 * The claims as a grid: {sides, rows}. `sides` are [{name, aliases, count}], the ones with most
 * claims first; the last may be {name: null, names, count} for all the others. `rows` are
 * [{issue, cells}], in the order in which issues are listed, null for no issue last; `cells` are the
 * claims of each side, in text order, what is merely said behind what is wanted.
 */
export function grid(report) {
  const counts = new Map();
  for (const { actor } of report.claims) counts.set(actor.name, (counts.get(actor.name) ?? 0) + 1);
  const aliases = new Map(report.actors.map((actor) => [actor.name, otherNames(actor)]));
  const all = [...counts].map(([name, count]) => ({ name, count, aliases: aliases.get(name) ?? [] })).sort((a, b) => b.count - a.count);
  // A column for one other side is better spent on that side.
  const own = all.length > SIDES + 1 ? all.slice(0, SIDES) : all;
  const others = all.slice(own.length);
  const sides = others.length
    ? [...own, { name: null, names: others.map(({ name }) => name), count: others.reduce((sum, { count }) => sum + count, 0) }] : own;

  const places = new Map(own.map(({ name }, place) => [name, place]));
  const byIssue = new Map([...listed(report).map(({ id }) => id), null].map((id) => [id, []]));
  const ordered = [...report.claims].sort((a, b) => (a.kind === 'says') - (b.kind === 'says') || a.verb.start - b.verb.start);
  for (const claim of ordered) (byIssue.get(claim.issue) ?? byIssue.get(null)).push(claim);
  const cells = (claims) => sides.map((_, place) => claims.filter(({ actor }) => (places.get(actor.name) ?? own.length) === place));
  return {
    sides,
    rows: [...byIssue].filter(([, claims]) => claims.length).map(([issue, claims]) => ({ issue, cells: cells(claims) })),
  };
}

/** What a quotation says, in text order, as [class, words]: the verb, the content, and what parts them, shortened. */
export function quotation(text, { verb, content }) {
  const [first, second] = [['verb', verb], ['content', content]].sort(([, a], [, b]) => a.start - b.start);
  const between = text.slice(first[1].end, second[1].start);
  const slice = ([part, { start, end }]) => [part, text.slice(start, end)];
  return [slice(first), ['', /[\p{L}\p{N}]/u.test(between) ? words.gap : between], slice(second)];
}

/**
 * Who wants what: issues down, sides across, quotations in the cells. `onClaim(claim)` is called
 * when one is chosen, `onSelect(issue)` when the issue of a row is.
 */
export class ClaimGrid {
  element;
  /** A button that leads here. */
  link;
  #text;
  #legend;
  #onClaim;
  #onSelect;
  #grid;
  #rows = new Map();
  #rest = null;
  #chosen = null;
  #heading = h('h2', { tabindex: -1 }, words.heading);

  constructor(text, report, legend, { onClaim, onSelect }) {
    this.#text = text;
    this.#legend = legend;
    this.#onClaim = onClaim;
    this.#onSelect = onSelect;
    this.#grid = grid(report);
    const { sides, rows } = this.#grid;
    const body = rows.map((row) => this.#row(row));
    const table = h('table', {},
      h('caption', {}, words.caption),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.issue), ...columns(sides))),
      h('tbody', {}, ...body.slice(0, ROWS)));
    table.style.setProperty('--sides', sides.length);
    this.element = h('section', { class: 'claims', part: 'claims', 'aria-label': words.heading },
      this.#heading, h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.table }, table));
    if (body.length > ROWS) {
      this.#rest = h('tbody', { hidden: true }, ...body.slice(ROWS));
      table.append(this.#rest);
      this.element.append(h('button', { type: 'button', class: 'rest', onclick: () => this.#unfold(true) }, words.moreIssues(body.length - ROWS)));
    }
    const count = report.claims.length;
    const names = sides.reduce((sum, { names: others }) => sum + (others?.length ?? 1), 0);
    this.link = h('button', { type: 'button', class: 'to-claims', onclick: () => this.focus() }, words.link(count, names));
  }

  /** Marks the row of an issue; null unmarks it. */
  select(issue) {
    this.element.classList.toggle('selecting', issue !== null && this.#rows.has(issue));
    for (const [id, { row, button }] of this.#rows) {
      row.classList.toggle('chosen', issue !== null && id === issue);
      button?.setAttribute('aria-pressed', String(id === issue));
    }
    if (this.#rest?.querySelector('.chosen')) this.#unfold();
  }

  /** Leads to the grid. */
  focus() {
    this.#heading.focus({ preventScroll: true });
    this.#heading.scrollIntoView({ block: 'start' });
  }

  /** Leads back to the quotation that was chosen last. */
  goBack() {
    this.#chosen?.focus({ preventScroll: true });
    this.#chosen?.scrollIntoView({ block: 'center' });
  }

  #unfold(focus = false) {
    this.#rest.hidden = false;
    this.element.querySelector('.rest')?.remove();
    if (focus) this.#rest.querySelector('button').focus();
  }

  #row({ issue, cells }) {
    const button = issue && h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => this.#onSelect(issue) }, this.#legend.label(issue));
    const row = h('tr', { 'data-colour': this.#legend.colour(issue) },
      h('th', { scope: 'row' }, button || words.noIssue),
      ...cells.map((claims, place) => {
        const shared = this.#grid.sides[place].name === null;
        return h('td', { class: shared ? 'shared' : null },
          ...(claims.length ? folded('ul', claims, (claim, at) => this.#quote(claim, claims[at - 1]), QUOTES, words.more) : []));
      }));
    this.#rows.set(issue, { row, button });
    return row;
  }

  /** A quotation, under the name of its side unless the one before it is of the same. */
  #quote(claim, before) {
    const { actor, kind } = claim;
    const button = h('button', {
      type: 'button', class: 'quote',
      onclick: () => {
        this.#chosen = button;
        this.#onClaim(claim);
      },
    },
    h('span', { class: before?.actor.name === actor.name ? 'who again' : 'who', dir: 'auto' }, actor.name), ' ',
    h('span', { class: 'kind', 'data-kind': kind }, words.kind(kind)), ' ',
    h('span', { class: 'words', dir: 'auto' }, ...quotation(this.#text, claim).map(([part, slice]) => (part ? h('span', { class: part }, slice) : slice))));
    return h('li', {}, button);
  }
}

/** The heads of the sides' columns, wider for those that say more. */
function columns(sides) {
  const parts = sides.map(({ count }) => Math.min(4, 2 + count));
  const whole = parts.reduce((sum, part) => sum + part);
  return sides.map(({ name, aliases = [], names = [], count }, place) => {
    const more = name === null ? words.sides(names.length) : aliases.length ? words.aliases(aliases) : '';
    const column = h('th', { scope: 'col' },
      h('span', { class: 'name', dir: 'auto' }, name ?? words.others),
      h('span', { class: 'about' }, words.count(count)),
      ...(more ? [h('span', { class: 'about', dir: 'auto' }, more)] : []));
    column.style.width = `${(100 - LABELS) * parts[place] / whole}%`;
    return column;
  });
}

/** The other names of a side, without those that only lengthen or shorten its name. */
function otherNames({ name, aliases }) {
  return aliases.filter((alias) => !alias.includes(name) && !name.includes(alias));
}
