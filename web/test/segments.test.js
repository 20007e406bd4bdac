import assert from 'node:assert/strict';
import test from 'node:test';
import { segments } from '../render/segments.js';

const span = (start, end) => ({ start, end });

for (const [name, spans, want] of [
  ['no spans', [], []],
  ['apart', [span(0, 2), span(4, 5)], [[0, 2, [0]], [4, 5, [1]]]],
  ['touching', [span(0, 2), span(2, 5)], [[0, 2, [0]], [2, 5, [1]]]],
  ['nested', [span(0, 9), span(3, 5)], [[0, 3, [0]], [3, 5, [0, 1]], [5, 9, [0]]]],
  ['crossing', [span(0, 5), span(3, 9)], [[0, 3, [0]], [3, 5, [0, 1]], [5, 9, [1]]]],
  ['the same place', [span(1, 4), span(1, 4)], [[1, 4, [0, 1]]]],
  ['out of order', [span(6, 8), span(0, 2)], [[0, 2, [1]], [6, 8, [0]]]],
  ['empty', [span(3, 3)], []],
]) {
  test(`segments of spans ${name}`, () => {
    assert.deepEqual(segments(spans).map(({ start, end, spans: inside }) => [start, end, inside]), want);
  });
}

test('segments are ordered, do not overlap, and cover what the spans cover', () => {
  let seed = 7;
  const random = (limit) => (seed = (seed * 16807) % 2147483647) % limit;
  const spans = Array.from({ length: 500 }, () => { const start = random(900); return span(start, start + random(40)); });
  const covering = Array.from({ length: 950 }, (_, at) => spans.flatMap(({ start, end }, index) => (start <= at && at < end ? [index] : [])));
  let last = 0;
  const found = Array.from({ length: 950 }, () => []);
  for (const { start, end, spans: inside } of segments(spans)) {
    assert.ok(last <= start && start < end);
    last = end;
    for (let at = start; at < end; at++) found[at] = inside;
  }
  assert.deepEqual(found, covering);
});
