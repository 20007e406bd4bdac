import assert from 'node:assert/strict';
import test from 'node:test';
import { blocks } from '../render/blocks.js';
import { Legend } from '../render/results.js';
import { common, sections } from '../render/section.js';
import { segments } from '../render/segments.js';
import { catalogue, fakeReport } from './report.js';

const TEXT = `Housing bill
Home / News

Rents rise in the city, and social housing is scarce, as it was before.

Refugees wait at the border of the country, and nobody lets them through.

Copyright Example`;

const drawn = (text, report = fakeReport(text)) => sections(text, blocks(text, report), report, new Legend(report, catalogue), segments(report.evidence));
const marked = ({ text, shape }) => shape.blocks.flatMap(({ marks }) => marks.map(([start, end]) => text.slice(start, end)));

test('a section has the blocks of one passage, or those that were removed side by side, with the marks in them', () => {
  const list = drawn(TEXT);
  assert.deepEqual(list.map(({ shape }) => shape.isRemoved), [false, true, false, false, true]);
  assert.deepEqual(list.map(marked), [[], [], ['Rents', 'social ', 'housing'], ['Refugees', 'border'], []]);
  for (const section of list) {
    assert.equal(TEXT.slice(section.start, section.start + section.text.length), section.text);
    const { segments: own, shape: { blocks: parts } } = section;
    assert.deepEqual(own.map(({ start, end }) => [start - section.start, end - section.start]), parts.flatMap(({ marks }) => marks));
  }
});

test('evidence that goes on in the next block is marked in both', () => {
  const text = 'One two';
  const report = { ...fakeReport(text), passages: [], evidence: [{ start: 0, end: 7, issue: 'housing', weight: 1 }] };
  report.article = { ...report.article, title: null, headings: [{ start: 0, end: 3, inline: true }], removed: [] };
  const [section] = drawn(text, report);
  assert.deepEqual(section.shape.blocks.map(({ kind, marks }) => [kind, marks]), [['heading', [[0, 3]]], ['text', [[4, 7]]]]);
  assert.equal(section.segments[0], section.segments[1]);
});

test('sections around a change are common to both lists, wherever they stand', () => {
  const before = drawn(TEXT);
  assert.deepEqual(common(before, drawn(TEXT)), { head: 5, tail: 0 });
  assert.deepEqual(common(before, drawn(TEXT.replace('scarce', 'very scarce'))), { head: 2, tail: 2 });
  assert.deepEqual(common(before, drawn(TEXT.replace('city', 'border'))), { head: 2, tail: 2 });
  assert.deepEqual(common(before, drawn(`${TEXT} Ltd`)), { head: 4, tail: 0 });
  assert.deepEqual(common(before, drawn('Something else')), { head: 0, tail: 0 });
  assert.deepEqual(common([], before), { head: 0, tail: 0 });
});
