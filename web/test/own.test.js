import assert from 'node:assert/strict';
import test from 'node:test';
import { CAPS, PackError, encodePack, failingTests, newId, packToJson, parsePack, readPack } from '../own/pack.js';
import { fromSkos, toSkos } from '../own/skos.js';

const pack = {
  title: 'Harbour desk',
  issues: [
    {
      id: 'own-ferries', label: 'Ferries', definition: 'Boats that carry people and cars.', colour: 2,
      terms: [{ text: 'car ferry', weight: 9, note: '' }, { text: 'ferry-terminal', weight: 7, note: 'also the building' }, { text: '=liner', weight: -3, note: '' }],
      tests: [{ text: 'The car ferry is late.', expected: true }, { text: 'The bus is late.', expected: false }],
    },
    { id: 'own-eu', label: 'EU', definition: '', colour: null, terms: [{ text: 'EU law', weight: 5, note: '' }], tests: [] },
  ],
};
const refuses = (value, message) => assert.throws(() => readPack(value), (error) => error instanceof PackError && message.test(error.message));

test('a pack survives JSON', () => assert.deepEqual(parsePack(packToJson(pack)), pack));

test('the engine gets lines; acronyms keep their case, hyphens part words', () => {
  assert.equal(encodePack(pack), 'issue\town-ferries\tFerries\tBoats that carry people and cars.\n9\tcar ferry\n7\tferry terminal\n-3\t=liner\nissue\town-eu\tEU\t\n5\t==EU law\n');
  assert.equal(encodePack({ title: '', issues: [{ ...pack.issues[1], terms: [] }] }), '');
  assert.equal(encodePack(null), '');
});

test('hostile and careless packs are refused with the place, or cleaned', () => {
  refuses(null, /issues/);
  refuses({ issues: [{ label: 7 }] }, /issues\[0\]\.label/);
  refuses({ issues: [{ label: ' ' }] }, /issues\[0\]\.label is missing/);
  refuses({ issues: [{ label: 'a'.repeat(CAPS.label + 1) }] }, /more than 60/);
  refuses({ issues: Array(CAPS.issues + 1).fill({ label: 'A' }) }, /at most 100/);
  refuses({ issues: [{ label: 'A', terms: [{ text: 'a b c d e f g' }] }] }, /terms\[0\]\.text must have 1 to 6 words/);
  refuses({ issues: [{ label: 'A', terms: [{ text: '==' }] }] }, /1 to 6 words/);
  refuses({ issues: [{ label: 'A', terms: [{ text: 'a', weight: 0 }] }] }, /weight/);
  refuses({ issues: [{ label: 'A', colour: 8 }] }, /colour/);
  assert.throws(() => parsePack('{"issues": []}'), /does not say/);
  assert.throws(() => parsePack('nonsense'), /no JSON/);
  assert.throws(() => parsePack(' '.repeat(CAPS.file + 1)), /characters/);
  const cleaned = parsePack('{"kind": "rubricator-issues", "__proto__": {"x": 1}, "issues": [{"label": "A\\tb\\u0000", "id": "tariffs", "extra": 1}, {"label": "A b"}]}');
  assert.deepEqual(cleaned.issues.map(({ id, label }) => [id, label]), [['own-a-b', 'A b'], ['own-a-b-2', 'A b']]);
  assert.equal({}.x, undefined);
  assert.equal(cleaned.issues[0].extra, undefined);
});

test('ids come from labels and are told apart', () => {
  assert.equal(newId('Häfen & Fähren', new Set()), 'own-ha-fen-fa-hren');
  assert.equal(newId('港', new Set(['own-issue'])), 'own-issue-2');
});

test('a pack’s test sentences are run with its own issues, and those that fail are named', async () => {
  const asked = [];
  const analyzer = { analyze: async (text, options) => { asked.push(options.own); return { issues: text.includes('late') ? [{ id: 'own-ferries' }] : [] }; } };
  assert.deepEqual(await failingTests(pack, analyzer), [{ issue: 'Ferries', text: 'The bus is late.', expected: false }]);
  assert.equal(asked[0], encodePack(pack));
});

test('a pack survives SKOS but for notes, colours and counter-examples', () => {
  const back = fromSkos(toSkos(pack));
  assert.equal(back.title, pack.title);
  assert.deepEqual(back.issues.map(({ id, label, definition }) => [id, label, definition]), pack.issues.map(({ id, label, definition }) => [id, label, definition]));
  assert.deepEqual(back.issues[0].terms.map(({ text, weight }) => [text, weight]), [['car ferry', 9], ['ferry-terminal', 7], ['=liner', -3]]);
  assert.deepEqual(back.issues[0].tests, [{ text: 'The car ferry is late.', expected: true }]);
});

test('SKOS follows the standard: one preferred label each, disjoint labels, concepts in a scheme', () => {
  const graph = JSON.parse(toSkos(pack))['@graph'];
  const scheme = graph.find((node) => node['@type'] === 'skos:ConceptScheme');
  for (const concept of graph.filter((node) => node['@type'] === 'skos:Concept')) {
    assert.equal(typeof concept['skos:prefLabel'], 'string'); // S14
    const labels = [concept['skos:prefLabel'], ...concept['skos:altLabel'], ...concept['skos:hiddenLabel']];
    assert.equal(new Set(labels).size, labels.length); // S13
    assert.equal(concept['skos:inScheme']['@id'], scheme['@id']);
  }
});

test('SKOS of others is read: full IRIs, language maps, several languages', () => {
  const core = 'http://www.w3.org/2004/02/skos/core#';
  const read = fromSkos(JSON.stringify([{
    '@type': [`${core}Concept`],
    [`${core}prefLabel`]: [{ '@value': 'Häfen', '@language': 'de' }, { '@value': 'Ports', '@language': 'en' }],
    [`${core}altLabel`]: [{ '@value': 'harbours', '@language': 'en-GB' }, { '@value': 'a b c d e f g', '@language': 'en' }],
  }]));
  assert.deepEqual(read.issues.map(({ label, terms }) => [label, terms.map(({ text }) => text)]), [['Ports', ['ports', 'harbours']]]);
  assert.throws(() => fromSkos('{"@graph": []}'), /No SKOS concept/);
});
