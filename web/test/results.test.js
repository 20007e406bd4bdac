import assert from 'node:assert/strict';
import test from 'node:test';
import { Legend, leading, listed, sentenceAround, strength, verdict } from '../render/results.js';
import { catalogue } from './report.js';

const issue = (id, status, confidence, share = 0.2) => ({ id, label: id.toUpperCase(), status, confidence, share });
const major = (code, confidence) => ({ code, label: `Major ${code}`, share: 0.5, confidence });

for (const [name, report, want] of [
  ['nothing', { issues: [], majors: [] }, { kind: 'none', labels: [] }],
  ['covered issues', { issues: [issue('b', 'mentioned', 0.9), issue('a', 'covered', 0.9)], majors: [] }, { kind: 'covers', labels: ['A'] }],
  ['passing references only', { issues: [issue('b', 'mentioned', 0.9)], majors: [] }, { kind: 'mentions', labels: ['B'] }],
  ['doubtful issues', { issues: [issue('a', 'covered', 0.4), issue('b', 'covered', 0.3)], majors: [] }, { kind: 'unsure', labels: ['A', 'B'] }],
  ['doubtful issues of a sure major', { issues: [issue('a', 'covered', 0.4)], majors: [major(8, 0.9)] }, { kind: 'covers', labels: ['Major 8'] }],
  ['a major alone', { issues: [], majors: [major(8, 0.9)] }, { kind: 'covers', labels: ['Major 8'] }],
  ['a doubtful major', { issues: [], majors: [major(8, 0.2)] }, { kind: 'unsure', labels: ['Major 8'] }],
]) {
  test(`verdict on ${name}`, () => assert.deepEqual(verdict(report), want));
}

test('covered issues are listed first; those that lead a passage get the first colours', () => {
  const issues = Array.from({ length: 9 }, (_, place) => issue(`m${place}`, 'mentioned', 0.9));
  const report = { issues: [...issues, issue('c', 'covered', 0.9)], majors: [], passages: [{ issues: [{ id: 'm8' }] }, { issues: [] }] };
  assert.equal(listed(report)[0].id, 'c');
  const legend = new Legend(report, catalogue);
  assert.deepEqual(['m8', 'c', 'm0', 'm5', 'm6', 'unheard-of', null].map((id) => legend.colour(id)), ['0', '1', '2', '7', '0', 'none', 'none']);
});

test('32 issues differ by colour and underline, and neighbours by both; all have a short label of their own', () => {
  const issues = Array.from({ length: 40 }, (_, place) => ({ ...issue(`m${place}`, 'mentioned', 0.9), label: place % 2 ? 'Rents and tenants' : 'Rail transport' }));
  const legend = new Legend({ issues, majors: [], passages: [] }, catalogue);
  const looks = issues.slice(0, 32).map(({ id }) => legend.colour(id) + legend.pattern(id));
  assert.equal(new Set(looks).size, 32);
  for (let place = 1; place < 32; place++) assert.ok(looks[place][0] !== looks[place - 1][0] && looks[place][1] !== looks[place - 1][1], looks[place]);
  assert.equal(legend.colour('m32'), 'none');
  const labels = issues.map(({ id }) => legend.tag(id));
  assert.deepEqual(labels.slice(0, 4), ['RT', 'RT2', 'RT3', 'RT4']);
  assert.equal(new Set(labels).size, 40);
});

test('names come from the report, then the catalogue, then the id', () => {
  const legend = new Legend({ issues: [issue('a', 'covered', 1)], majors: [], passages: [] }, catalogue);
  assert.deepEqual(['a', 'housing', 'unheard-of'].map((id) => legend.label(id)), ['A', 'Housing and rents', 'unheard-of']);
  assert.equal(legend.definition('housing'), 'What is said about housing and rents.');
});

test('a passage is led by its issue, else its major, else nothing', () => {
  const legend = new Legend({ issues: [], majors: [], passages: [] }, catalogue);
  assert.deepEqual(leading({ issues: [{ id: 'housing', confidence: 0.8 }], majors: [] }, legend), { issue: 'housing', label: 'Housing and rents', sure: true });
  assert.deepEqual(leading({ issues: [], majors: [{ code: 8, confidence: 0.4 }] }, legend), { issue: null, label: 'Energy', sure: false });
  assert.equal(leading({ issues: [], majors: [] }, legend), null);
});

test('strength is relative to the greatest weight', () => {
  assert.deepEqual([0, 1, 80, 81, 160, 161, 240].map((weight) => strength(weight, 240)), [1, 1, 1, 2, 2, 3, 3]);
});

test('the sentence around a span stays within its block', () => {
  const text = 'Outside. One here. Two here. Three.';
  const { start, end } = sentenceAround(text, { start: 9, end: 35 }, { start: 23, end: 27 });
  assert.equal(text.slice(start, end), 'Two here.');
});
