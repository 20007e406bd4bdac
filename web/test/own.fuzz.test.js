// Files of own issues, made at random: what is read is a pack within its caps, or is refused with a PackError.
// FUZZ is how many of each kind are tried.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CAPS, PackError, encodePack, packToJson, parsePack, readPack } from '../own/pack.js';
import { fromSkos } from '../own/skos.js';

const COUNT = Number(process.env.FUZZ ?? 20_000);

function random(seed) {
  let state = seed;
  const below = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * n); };
  const pick = (list) => list[below(list.length)];
  return { below, pick };
}

const KEYS = ['issues', 'title', 'label', 'definition', 'id', 'colour', 'terms', 'tests', 'text', 'weight', 'note', 'expected', '__proto__', 'constructor', 'toString', 'length', '@graph', '@type', '@id', 'skos:prefLabel', 'skos:altLabel', 'skos:definition', 'skos:narrower', '@value'];
const STRINGS = ['', ' ', 'A', 'car ferry', '==', '=a', 'a/b-c', 'a b c d e f g', 'own-a', 'own-__proto__', '\t', '\n', '\0', '\u202e', '\ud800', '👩‍👩‍👧', 'a'.repeat(61), 'a'.repeat(2_000), '<img src=x onerror=alert(1)>', 'skos:Concept', '9\tb'];

/** Any JSON value. */
function value({ below, pick }, depth = 0) {
  const kind = below(depth > 5 ? 5 : 8);
  if (kind === 0) return pick([null, true, false]);
  if (kind < 3) return pick([0, -1, 1, 9, 10, 1.5, 1e308, -9, 2 ** 53]);
  if (kind < 5) return pick(STRINGS);
  const entries = Array.from({ length: below(4) }, () => value({ below, pick }, depth + 1));
  if (kind === 5) return entries;
  return JSON.parse(`{${entries.map((entry) => `${JSON.stringify(pick(KEYS))}:${JSON.stringify(entry)}`).join()}}`);
}

/** A pack, of which a few places hold something else. */
function nearlyPack(dice) {
  const { below, pick } = dice;
  const or = (good) => (below(12) ? good : value(dice));
  const list = (most, make) => or(Array.from({ length: below(most) }, make));
  return {
    kind: or('rubricator-issues'), title: or(pick(STRINGS)),
    issues: list(4, () => or({
      id: or(pick(STRINGS)), label: or(pick(STRINGS)), definition: or(pick(STRINGS)), colour: or(below(8)),
      terms: list(4, () => or({ text: or(pick(STRINGS)), weight: or(1 + below(9)), note: or('') })),
      tests: list(3, () => or({ text: or(pick(STRINGS)), expected: or(true) })),
    })),
  };
}

function holds(pack) {
  assert.ok(pack.issues.length <= CAPS.issues && pack.title.length <= CAPS.title);
  const ids = new Set(pack.issues.map(({ id }) => id));
  assert.equal(ids.size, pack.issues.length);
  for (const { id, label, definition, terms, tests } of pack.issues) {
    assert.match(id, /^own-[a-z0-9-]{1,60}$/);
    assert.ok(label.trim() && label.length <= CAPS.label && definition.length <= CAPS.definition);
    for (const { text, weight } of terms) assert.ok(text.length <= CAPS.term && Number.isInteger(weight) && weight !== 0 && Math.abs(weight) <= CAPS.weight);
    for (const { text, expected } of tests) assert.ok(text.length <= CAPS.sentence && typeof expected === 'boolean');
  }
  assert.deepEqual(parsePack(packToJson(pack)), pack);
  // The engine parts the list at line ends and tabs: no text may bring its own.
  const lines = encodePack(pack).split('\n').slice(0, -1);
  assert.equal(lines.length, pack.issues.filter(({ terms }) => terms.length).reduce((sum, { terms }) => sum + 1 + terms.length, 0));
  for (const line of lines) assert.match(line, /^issue\t[^\t]+\t[^\t]+\t[^\t]*$|^-?[1-9]\t[^\t]+$/);
  assert.equal(Object.getPrototypeOf({}), Object.prototype);
  assert.deepEqual(Object.keys(Object.prototype), []);
}

for (const [name, make, read] of [
  ['packs with something else in a few places', nearlyPack, readPack],
  ['any JSON as a pack', value, (any) => parsePack(JSON.stringify({ kind: 'rubricator-issues', ...any }))],
  ['any JSON as SKOS', value, (any) => fromSkos(JSON.stringify(any))],
]) {
  test(`fuzz ${name}`, (t) => {
    let read_ = 0;
    for (let seed = 1; seed <= COUNT; seed++) {
      const made = make(random(seed * 7919));
      let pack;
      try {
        pack = read(made);
      } catch (error) {
        assert.ok(error instanceof PackError && error.message, `seed ${seed}: ${error.stack}`);
        continue;
      }
      holds(pack);
      read_++;
    }
    t.diagnostic(`${COUNT} tried, ${read_} read`);
  });
}

test('JSON of any depth and size is read or refused', () => {
  for (const json of ['['.repeat(100_000) + ']'.repeat(100_000), `{"kind":"rubricator-issues","issues":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, `${'{"@graph":'.repeat(20_000)}1${'}'.repeat(20_000)}`, `{"a":"${'x'.repeat(CAPS.file)}"}`]) {
    for (const read of [parsePack, fromSkos]) assert.throws(() => holds(read(json)), PackError);
  }
});
