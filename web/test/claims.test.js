import assert from 'node:assert/strict';
import test from 'node:test';
import { grid, quotation } from '../render/claims.js';

let at = 0;
const claim = (name, issue, kind = 'wants') => ({ actor: { name }, verb: { start: at += 10, end: at + 5 }, content: { start: at + 6, end: at + 9 }, kind, issue });

function gridOf(claims, { issues = [], actors = [] } = {}) {
  const { sides, rows } = grid({ claims, actors, issues: issues.map(([id, status = 'covered']) => ({ id, status })) });
  return {
    sides: sides.map(({ name, names, count }) => [name ?? names, count]),
    rows: rows.map(({ issue, cells }) => [issue, ...cells.map((cell) => cell.map(({ actor, kind }) => `${actor.name} ${kind}`))]),
  };
}

test('no claims, no grid', () => assert.deepEqual(gridOf([], { issues: [['a']] }), { sides: [], rows: [] }));

test('issues go down as they are listed, without those nobody speaks on; sides go across, most claims first', () => {
  const claims = [claim('Mayor', null), claim('Union', 'b'), claim('Mayor', 'a', 'opposes'), claim('Union', 'c'), claim('Union', 'a')];
  assert.deepEqual(gridOf(claims, { issues: [['b', 'mentioned'], ['c'], ['d'], ['a']] }), {
    sides: [['Union', 3], ['Mayor', 2]],
    rows: [
      ['c', ['Union wants'], []],
      ['a', ['Union wants'], ['Mayor opposes']],
      ['b', ['Union wants'], []],
      [null, [], ['Mayor wants']],
    ],
  });
});

test('sides with as many claims stay in text order', () => {
  assert.deepEqual(gridOf(['C', 'A', 'B'].map((name) => claim(name, null))).sides.map(([name]) => name), ['C', 'A', 'B']);
});

test('seven sides have a column each, of eight two share the last', () => {
  const sides = 'ABCDEFG'.split('').map((name) => claim(name, null));
  assert.equal(gridOf(sides).sides.length, 7);
  const { sides: columns, rows } = gridOf([...sides, claim('H', null), claim('A', null)]);
  assert.deepEqual(columns, [['A', 2], ['B', 1], ['C', 1], ['D', 1], ['E', 1], ['F', 1], [['G', 'H'], 2]]);
  assert.deepEqual(rows[0].at(-1), ['G wants', 'H wants']);
});

test('a cell is in text order, what is merely said last', () => {
  const said = claim('A', null, 'says');
  const first = claim('A', null, 'warns');
  const second = claim('A', null, 'offers');
  assert.deepEqual(gridOf([second, said, first]).rows, [[null, ['A warns', 'A offers', 'A says']]]);
});

test('an issue that the report does not list is no issue', () => {
  assert.deepEqual(gridOf([claim('A', 'unheard-of')]).rows, [[null, ['A wants']]]);
});

test('other names are shown unless they only lengthen or shorten the name', () => {
  const { sides } = grid({ issues: [], claims: [claim('Donald Trump', null)], actors: [{ name: 'Donald Trump', aliases: ['Trump', 'President Donald Trump', 'the White House'] }] });
  assert.deepEqual(sides[0].aliases, ['the White House']);
});

for (const [text, verb, content, want] of [
  ['Beijing wants relief from tariffs.', 'wants', 'relief from tariffs', 'wants| |relief from tariffs'],
  ['“We will fight it,” the mayor said.', 'said', 'We will fight it,', 'We will fight it,| … |said'],
  ['“It will end”, said the mayor.', 'said', 'It will end', 'It will end|”, |said'],
  ['Both have expressed optimism about it, a deal.', 'have expressed', 'a deal', 'have expressed| … |a deal'],
]) {
  test(`a quotation is verbatim, in text order, what lies between left out: ${want}`, () => {
    const span = (part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const parts = quotation(text, { verb: span(verb), content: span(content) });
    assert.equal(parts.map(([, slice]) => slice).join('|'), want);
    assert.equal(parts.find(([part]) => part === 'verb')[1], verb);
  });
}
