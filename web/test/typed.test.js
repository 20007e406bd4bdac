import assert from 'node:assert/strict';
import test from 'node:test';
import { carried, changeOf } from '../typed.js';

test('a change is what differs between two texts, and the lines around it', () => {
  const lines = (before, after) => {
    const { start, end, by, kept, lines: { start: from, end: to } } = changeOf(before, after);
    assert.equal(kept, before.length - (end - start));
    assert.equal(before.slice(0, start) + after.slice(start, end + by) + before.slice(end), after);
    return [before.slice(start, end), after.slice(start, end + by), after.slice(from, to)];
  };
  assert.deepEqual(lines('One.\nTwo.\nThree.', 'One.\nTwo more.\nThree.'), ['', ' more', 'Two more.']);
  assert.deepEqual(lines('One.\nTwo.\nThree.', 'One.\nThree.'), ['wo.\nT', '', 'Three.']);
  assert.deepEqual(lines('One. Two.', 'One.\nTwo.'), [' ', '\n', 'One.\nTwo.']);
  assert.deepEqual(lines('aaa', 'aaaa'), ['', 'a', 'aaaa']);
  assert.deepEqual(lines('\u{1F600}\r\nb', '\u{1F601}\r\nb'), ['\ude00', '\ude01', '\u{1F601}']);
  assert.deepEqual(lines('', 'One'), ['', 'One', 'One']);
  assert.deepEqual(lines('One', ''), ['One', '', '']);
  assert.deepEqual(lines('One\u2028Two', 'One\u2028Two'), ['', '', 'Two']);
});

const NOTHING = { title: null, byline: null, published: null, source: null, headings: [], removed: [], restored: [] };
const reportOn = (text, { evidence = [], passages = [], ...article }) => {
  const at = (part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    article: { ...NOTHING, ...Object.fromEntries(Object.entries(article).map(([name, part]) => [name, Array.isArray(part) ? part.map(at) : at(part)])) },
    evidence: evidence.map(at), passages: passages.map(at),
  };
};
const shown = (text, { article, evidence, passages }) => {
  const slice = ({ start, end }) => text.slice(start, end);
  return { title: article.title && slice(article.title), headings: article.headings.map(slice), removed: article.removed.map(slice), passages: passages.map(slice), evidence: evidence.map(slice) };
};

test('what lies around a change moves with the text, and what is typed in a part or at its edge belongs to it', () => {
  const before = 'Title\nAd\nHead\nRents rise. Taxes fall.\nTariffs end.';
  const report = reportOn(before, {
    title: 'Title', removed: ['Ad'], headings: ['Head'], passages: ['Rents rise.', 'Taxes fall.', 'Tariffs end.'], evidence: ['Rents', 'Taxes', 'Tariffs'],
  });
  for (const [after, found, want] of [
    ['New Title\nAd\nHead\nRents rise. Taxes fall.\nTariffs end.', [], { title: 'New Title' }],
    ['Title\nAds\nHead\nRents rise. Taxes fall.\nTariffs end.', ['Ads'], { removed: ['Ads'] }],
    ['Title\nAd\nHeading\nRents rise. Taxes fall.\nTariffs end.', [], { headings: ['Heading'] }],
    ['Title\nAd\nHead\nRents rise a lot. Taxes fall.\nTariffs end.', ['Rents', 'Taxes'], { passages: ['Rents rise a lot.', 'Taxes fall.', 'Tariffs end.'] }],
    ['Title\nAd\nHead\nRents rise. Taxes fall.\nTariffs end. Soon.', ['Tariffs'], { passages: ['Rents rise.', 'Taxes fall.', 'Tariffs end. Soon.'] }],
    ['Title\nAd\nHead\nRents rise. fall.\nTariffs end.', ['Rents'], { passages: ['Rents rise.', 'fall.', 'Tariffs end.'], evidence: ['Rents', 'Tariffs'] }],
    ['Title\nAd\nRents rise. Taxes fall.\nTariffs end.', ['Rents', 'Taxes'], { headings: [''] }],
    ['Title\nAd\nHead\nHomes rise. Taxes fall.\nTariffs end.', ['Homes', 'Taxes'], { passages: ['Homes rise.', 'Taxes fall.', 'Tariffs end.'], evidence: ['Homes', 'Taxes', 'Tariffs'] }],
    ['', [], { title: null, removed: [], headings: [''], passages: [], evidence: [] }],
  ]) {
    const change = changeOf(before, after);
    const line = after.slice(change.lines.start, change.lines.end);
    const evidence = found.map((part) => ({ start: line.indexOf(part), end: line.indexOf(part) + part.length }));
    assert.deepEqual(shown(after, carried(report, change, evidence)), { ...shown(before, report), ...want }, after);
  }
});

test('whatever is changed, parts stay in order and within the text, and untouched words are still theirs', () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
  const before = words.map((word, i) => word + ' \n'[Number(i % 6 === 5)]).join('');
  const report = reportOn(before, { title: words[0], removed: [words[7], words[30]], headings: [words[12]], passages: words.slice(13, 29), evidence: words });
  for (let round = 0; round < 2_000; round++) {
    const at = random(before.length + 1);
    const after = before.slice(0, at) + ['', 'x', ' new words ', '\n', '\n\nline\n'][random(5)] + before.slice(Math.min(before.length, at + [0, 1, 5, 60][random(4)]));
    const change = changeOf(before, after);
    const moved = carried(report, change, []);
    for (const list of [moved.article.removed, moved.article.headings, moved.passages, moved.evidence]) {
      let last = 0;
      for (const { start, end } of list) {
        assert.ok(last <= start && start <= end && end <= after.length, `${JSON.stringify(list)} in ${after.length}`);
        last = end;
      }
    }
    const outside = words.filter((word) => {
      const start = before.indexOf(word);
      return start + word.length < change.start || start > change.end;
    });
    const named = new Set(moved.evidence.map(({ start, end }) => after.slice(start, end)));
    const changed = after.slice(change.lines.start, change.lines.end);
    for (const word of outside) assert.ok(named.has(word) || changed.includes(word), `${word} lost`);
  }
});
