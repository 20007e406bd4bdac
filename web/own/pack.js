import { strings } from '../strings.js';

const words = strings.own;

/** What files of own issues say they are. */
const KIND = 'rubricator-issues';
/** Caps, of which those on issues and terms are the engine's too. */
export const CAPS = { file: 256 * 1024, issues: 100, terms: 2_000, label: 60, definition: 500, note: 500, term: 120, title: 120, tests: 50, sentence: 1_000, colour: 7, weight: 9, words: 6 };

/** An error of a pack of own issues; `message` is for the reader. */
export class PackError extends Error {}

/**
 * A pack of a reader's own issues: {title, issues}, an issue being {id, label, definition, colour, terms,
 * tests}; a term {text, weight, note}, weight -9 to 9 but not 0; a test {text, expected}, a sentence that
 * must have the issue or must not; colour 0 to 7, one of the sheet's, or null.
 */
export const emptyPack = () => ({ title: '', issues: [] });

/** Reads a pack from JSON text. Whatever it has beside what a pack has is left out. Throws a PackError that names the place. */
export function parsePack(json) {
  if (json.length > CAPS.file) throw new PackError(words.tooLarge(json.length, CAPS.file));
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PackError(words.notJson(error.message));
  }
  if (value?.kind !== KIND) throw new PackError(words.otherKind);
  return readPack(value);
}

/** The same from a value, as the property of an element takes it. */
export function readPack(value) {
  const issues = list(value?.issues, 'issues', CAPS.issues).map((issue, place) => readIssue(issue, `issues[${place}]`));
  const ids = new Set();
  for (const issue of issues) {
    if (!/^own-[a-z0-9-]{1,60}$/.test(issue.id) || ids.has(issue.id)) issue.id = newId(issue.label, ids);
    ids.add(issue.id);
  }
  if (issues.reduce((sum, { terms }) => sum + terms.length, 0) > CAPS.terms) throw new PackError(words.tooMany('terms', CAPS.terms));
  return { title: text(value.title ?? '', 'title', CAPS.title), issues };
}

function readIssue(value, at) {
  const label = text(value?.label, `${at}.label`, CAPS.label).trim();
  if (!label) throw new PackError(words.missing(`${at}.label`));
  const { colour = null } = value;
  if (colour !== null && !(Number.isInteger(colour) && colour >= 0 && colour <= CAPS.colour)) throw new PackError(words.outside(`${at}.colour`, 0, CAPS.colour));
  return {
    id: typeof value.id === 'string' ? value.id : '', label, definition: text(value.definition ?? '', `${at}.definition`, CAPS.definition), colour,
    terms: list(value.terms ?? [], `${at}.terms`, CAPS.terms).map((term, place) => readTerm(term, `${at}.terms[${place}]`)),
    tests: list(value.tests ?? [], `${at}.tests`, CAPS.tests).map((entry, place) => ({
      text: text(entry?.text, `${at}.tests[${place}].text`, CAPS.sentence), expected: entry.expected !== false,
    })),
  };
}

function readTerm(value, at) {
  const term = text(value?.text, `${at}.text`, CAPS.term).trim();
  const count = wordsOf(term).length;
  if (!count || count > CAPS.words) throw new PackError(words.wordCount(`${at}.text`, CAPS.words));
  const { weight = 5 } = value;
  if (!Number.isInteger(weight) || weight === 0 || Math.abs(weight) > CAPS.weight) throw new PackError(words.outside(`${at}.weight`, -CAPS.weight, CAPS.weight));
  return { text: term, weight, note: text(value.note ?? '', `${at}.note`, CAPS.note) };
}

function text(value, at, cap) {
  if (typeof value !== 'string') throw new PackError(words.notText(at));
  if (value.length > cap) throw new PackError(words.tooLong(at, cap));
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

function list(value, at, cap) {
  if (!Array.isArray(value)) throw new PackError(words.notList(at));
  if (value.length > cap) throw new PackError(words.tooMany(at, cap));
  return value;
}

/** The words of a term as the engine parts them, those that say nothing left out. */
const wordsOf = (term) => term.split(/[\s\-/]+/).filter((word) => word.replace(/^==?/, ''));

/** An id for an issue of this label that is not among the taken ones. */
export function newId(label, taken) {
  const slug = label.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'issue';
  let id = `own-${slug}`;
  for (let number = 2; taken.has(id); number++) id = `own-${slug}-${number}`;
  return id;
}

/** A pack as JSON text that `parsePack` reads. */
export function packToJson(pack) {
  return `${JSON.stringify({ kind: KIND, version: 1, ...pack }, null, 2)}\n`;
}

/** The pack as the engine takes it; "" for one without terms. */
export function encodePack(pack) {
  const lines = (pack?.issues ?? []).filter(({ terms }) => terms.length).flatMap(({ id, label, definition, terms }) => [
    ['issue', id, label, definition].join('\t'),
    ...terms.map((term) => `${term.weight}\t${wordsOf(term.text).map(asCompared).join(' ')}`),
  ]);
  return lines.length ? `${lines.join('\n')}\n` : '';
}

/** A word with capitals beyond its first letter is compared in this case, unless it says how it is compared. */
const asCompared = (word) => (word.startsWith('=') || !/\p{Lu}.*\p{Lu}/u.test(word) ? word : `==${word}`);

/**
 * Runs a pack's own test sentences through an analyzer: the ones that fail, as [{issue, text, expected}].
 */
export async function failingTests(pack, analyzer, { signal } = {}) {
  const own = encodePack(pack);
  const failing = [];
  for (const { id, label, tests } of pack.issues) {
    for (const { text: sentence, expected } of tests) {
      const report = await analyzer.analyze(sentence, { signal, own, stages: 'issues' });
      if (report.issues.some((issue) => issue.id === id) !== expected) failing.push({ issue: label, text: sentence, expected });
    }
  }
  return failing;
}
