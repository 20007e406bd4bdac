import assert from 'node:assert/strict';
import test from 'node:test';
import { sample } from '../sample.js';
import { issueMap } from '../render/map.js';
import { contributions } from '../render/why.js';
import { leftOut } from '../render/repair.js';
import { fakeReport } from './report.js';

const passage = (start, end, shares) => ({ start, end, issues: Object.entries(shares).map(([id, share]) => ({ id, share })) });
const issue = (id, status = 'covered') => ({ id, status, share: 0.1 });

test('the map has a column for each passage and a row for each covered issue, with shares', () => {
  const report = fakeReport(sample);
  const { columns, rows } = issueMap(report);
  assert.equal(columns.length, report.passages.length);
  assert.deepEqual(rows.map(({ id }) => id).sort(), report.issues.filter(({ status }) => status === 'covered').map(({ id }) => id).sort());
  const { id } = report.issues[0];
  assert.deepEqual(rows.find((row) => row.id === id).cells, report.passages.map(({ issues }) => issues.find((entry) => entry.id === id)?.share ?? 0));
});

test('mentioned issues make the rows where none is covered; a selected one has a row of its own, an unknown one has not', () => {
  const report = { issues: [issue('a', 'mentioned'), issue('b', 'mentioned')], passages: [passage(0, 10, { a: 1 })] };
  assert.deepEqual(issueMap(report).rows.map(({ id }) => id), ['a', 'b']);
  const many = { issues: 'abcdefgh'.split('').map((id) => issue(id)), passages: [] };
  assert.deepEqual(issueMap(many, 'h').rows.map(({ id }) => id), ['a', 'b', 'c', 'd', 'e', 'f', 'h']);
  assert.equal(issueMap(many, 'z').rows.length, 6);
});

test('neighbours of a long text share a column, weighed by their length', () => {
  const passages = Array.from({ length: 120 }, (_, place) => passage(place * 10, place * 10 + (place % 2 ? 3 : 9), { a: place % 2 ? 1 : 0 }));
  const { columns, rows } = issueMap({ issues: [issue('a')], passages });
  assert.equal(columns.length, 60);
  assert.deepEqual(columns[1], { start: 20, end: 33, first: 2, last: 3 });
  assert.equal(rows[0].cells[0], 0.25);
});

test('contributions to an issue are summed by word, with what names its major alone; the weightiest come first', () => {
  const text = 'Tariffs, tariffs and customs';
  const weights = (...list) => list.map(([id, major, weight]) => ({ issue: id, major, weight }));
  const terms = [
    { start: 0, end: 7, weights: weights(['tariffs', 18, 100], ['exports', 18, 7]) },
    { start: 9, end: 16, weights: weights(['tariffs', 18, 100]) },
    { start: 21, end: 28, weights: weights([null, 18, -250], [null, 7, 90]) },
  ];
  assert.deepEqual(contributions(text, { terms }, 'tariffs', 18), [{ term: 'customs', weight: -250 }, { term: 'tariffs', weight: 200 }]);
  assert.deepEqual(contributions(text, { terms }, 'none', 3), []);
});

test('what was left out is grouped by reason, what the reader took out apart', () => {
  const removed = [{ start: 0, end: 1, reason: 'related' }, { start: 2, end: 3, reason: 'byline' }, { start: 4, end: 5, reason: 'related' }, { start: 6, end: 7, reason: 'boilerplate', edited: true }];
  assert.deepEqual(leftOut({ article: { removed } }).map(({ reason, parts }) => [reason, parts.length]), [['related', 2], ['byline', 1], ['edited', 1]]);
});
