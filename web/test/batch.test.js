import assert from 'node:assert/strict';
import test from 'node:test';
import { Pool } from '../batch/pool.js';
import { articles, rows } from '../batch/sources.js';
import { COLUMNS, filtered, leaders, summary, tableCsv } from '../batch/table.js';
import { comparison } from '../compare/comparison.js';
import { sample } from '../sample.js';
import { fakeReport } from './report.js';

const all = async (files, onCount) => collect(articles(files, onCount));
async function collect(iterable) {
  const list = [];
  for await (const entry of iterable) list.push(entry);
  return list;
}
const file = (name, content) => new File([content], name);

for (const [name, content, want] of [
  ['commas', 'a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
  ['quotes, line breaks and separators in cells', 'a,b\n"x, ""y""\nz",2', [['a', 'b'], ['x, "y"\nz', '2']]],
  ['semicolons', 'a;b\n1,5;2', [['a', 'b'], ['1,5', '2']]],
  ['tabs', 'a\tb\n1\t2', [['a', 'b'], ['1', '2']]],
  ['empty cells and lines', 'a,b\n\n,\n1,\n', [['a', 'b'], ['', ''], ['1', '']]],
  ['a quote inside a cell', 'a,b\n5" pipe,2', [['a', 'b'], ['5" pipe', '2']]],
  ['an open quote', 'a,b\n"x,2', [['a', 'b'], ['x,2']]],
  ['old line ends', 'a,b\r1,2\r', [['a', 'b'], ['1', '2']]],
  ['nothing', '', []],
]) {
  test(`separated files: ${name}`, () => assert.deepEqual([...rows(content)], want));
}

test('files tell how many articles they have', async () => {
  const counts = [];
  await all([file('a.csv', 'text\nx\ny\n'), file('b.txt', 'x'), file('c.json', '{')], (count) => counts.push(count));
  assert.deepEqual(counts, [2, 1, 1]);
});

test('a table gives its text column by name, else the longest, and names rows without text', async () => {
  assert.deepEqual(await all([file('a.csv', 'Title,Body\nOne,first text\n,second\nThree,\n')]), [
    { name: 'One', text: 'first text' }, { name: 'a.csv, row 3', text: 'second' }, { name: 'Three', error: 'There is no text in this row.' },
  ]);
  assert.deepEqual(await all([file('b.tsv', 'x\ty\n1\ta long cell\n')]), [{ name: 'b.tsv, row 2', text: 'a long cell' }]);
});

test('lines and lists of JSON give articles; a bad one is named, and the run goes on', async () => {
  assert.deepEqual(await all([file('a.ndjson', '{"id": 7, "text": "x"}\nnonsense\n\n{"title": "T"}\n"bare"\n')]), [
    { name: '7', text: 'x' }, { name: 'a.ndjson, row 2', error: 'This is no JSON.' }, { name: 'T', error: 'There is no text in this row.' }, { name: 'a.ndjson, row 5', text: 'bare' },
  ]);
  assert.deepEqual(await all([file('b.json', '{"articles": [{"headline": "H", "body": "x"}, {"text": "y"}]}')]), [{ name: 'H', text: 'x' }, { name: 'b.json, row 2', text: 'y' }]);
  assert.deepEqual(await all([file('c.json', '{'), file('d.txt', 'plain'), file('e.txt', '\0\x01binary')]), [
    { name: 'c.json', error: 'This is no JSON.' }, { name: 'd.txt', text: 'plain' }, { name: 'e.txt', error: '“e.txt” is not a text file. Open it in its own program, copy the text and paste it here.' },
  ]);
});

/** An analyzer that counts how many texts it has at once. */
function fakeAnalyzer(log, answer) {
  return {
    catalogue: async () => ({}),
    sibling: () => fakeAnalyzer(log, answer),
    close: () => { log.closed++; },
    analyze: async (text, { signal }) => {
      log.most = Math.max(log.most, ++log.running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.running--;
      signal.throwIfAborted();
      return answer(text);
    },
  };
}

test('a pool works on several texts at once, keeps their places, and goes on after an error', async () => {
  const log = { running: 0, most: 0, closed: 0 };
  const results = [];
  await new Pool(fakeAnalyzer(log, (text) => { if (text === 't3') throw new Error('bad'); return { text }; }), 3).run(
    (async function* () { for (let i = 0; i < 10; i++) yield i === 5 ? { name: '5', error: 'no text' } : { name: `${i}`, text: `t${i}` }; })(),
    { signal: new AbortController().signal, onResult: (result) => results.push(result) });
  results.sort((a, b) => a.place - b.place);
  assert.deepEqual(results.map(({ name }) => name), [...'0123456789']);
  assert.deepEqual([results[3].error, results[5].error, results[4].report], ['bad', 'no text', { text: 't4' }]);
  assert.deepEqual([log.most, log.closed], [3, 2]);
});

test('a cancelled pool stops, and closes its workers', async () => {
  const log = { running: 0, most: 0, closed: 0 };
  const abort = new AbortController();
  let done = 0;
  await new Pool(fakeAnalyzer(log, () => ({})), 2).run((async function* () { for (;;) yield { name: 'x', text: 'x' }; })(), {
    signal: abort.signal, onResult: () => { if (++done === 5) abort.abort(); },
  });
  assert.ok(done >= 5 && done < 9, String(done));
  assert.equal(log.closed, 1);
});

const row = (place, fields) => ({ place, name: `n${place}`, title: `t${place}`, date: '', words: 0, issues: [], major: '', claims: 0, confidence: 0, error: '', ...fields });

test('rows are summed up, filtered by issue and words, counted by their first issue, ordered by columns', () => {
  const text = sample;
  const one = summary({ place: 0, name: 'file', text, report: fakeReport(text) });
  assert.equal(one.title, 'Lakes summit agrees on shared gas reserve but splits over migration');
  assert.equal(one.issues.length, 3);
  assert.deepEqual(summary({ place: 1, name: 'bad', error: 'why' }).error, 'why');
  const a = { id: 'a', label: 'A', share: 0.2 };
  const b = { id: 'b', label: 'B', share: 0.6 };
  const list = [row(0, { issues: [a, b], title: 'Rents rise' }), row(1, { issues: [b] }), row(2, { issues: [b], title: 'rents fall', name: 'x' }), row(3, {})];
  assert.deepEqual(filtered(list, { issue: 'a' }).map(({ place }) => place), [0]);
  assert.deepEqual(filtered(list, { issue: 'b', query: 'RENTS ' }).map(({ place }) => place), [0, 2]);
  assert.deepEqual(leaders(list), [{ id: 'b', label: 'B', count: 2 }, { id: 'a', label: 'A', count: 1 }]);
  const by = (id) => [...list].sort(COLUMNS.find((column) => column.id === id).compare).map(({ place }) => place);
  assert.deepEqual(by('share'), [1, 2, 0, 3]);
  assert.deepEqual(by('first'), [0, 1, 2, 3]);
});

test('the table as CSV does not run in a spreadsheet', () => {
  const csv = tableCsv([row(0, { title: '=HYPERLINK("x")', issues: [{ id: 'a', label: 'A', share: 0.25, confidence: 0.9 }] })]);
  assert.match(csv.split('\r\n')[1], /^n0,"'=HYPERLINK\(""x""\)",,0,A,0\.25,0\.9,,,,,,0,$/);
});

test('two reports are compared: issues of both first, then of each alone, by share', () => {
  const texts = ['rents and tariffs', 'rents'];
  const report = (issues, text) => ({
    issues: issues.map(([id, share]) => ({ id, label: id.toUpperCase(), share })), claims: [{ issue: issues[0][0] }],
    evidence: [{ start: 0, end: 5, issue: 'rents', weight: 9 }].filter(({ end }) => end <= text.length),
  });
  const got = comparison([report([['tariffs', 0.6], ['rents', 0.1]], texts[0]), report([['rents', 0.9], ['wages', 0.05]], texts[1])], texts);
  assert.deepEqual(got.map(({ id, shares, claims }) => [id, shares, claims]), [['rents', [0.1, 0.9], [0, 1]], ['tariffs', [0.6, 0], [1, 0]], ['wages', [0, 0.05], [0, 0]]]);
  assert.deepEqual(got[0].terms, [['rents'], ['rents']]);
});
