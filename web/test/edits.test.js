import assert from 'node:assert/strict';
import test from 'node:test';
import { Edits, encodeEdits } from '../edits.js';

const edit = (start, end, keep) => ({ start, end, action: keep ? 'put-back' : 'leave-out' });

test('edits hold in the order in which they were made; the later of two on the same part holds', () => {
  const edits = new Edits();
  edits.add(edit(50, 61, false));
  edits.add(edit(12, 40, true));
  edits.add(edit(12, 41, true));
  assert.deepEqual(edits.list, [edit(50, 61, false), edit(12, 40, true), edit(12, 41, true)]);
  edits.add(edit(50, 61, true));
  assert.deepEqual(edits.list, [edit(12, 40, true), edit(12, 41, true), edit(50, 61, true)]);
});

test('undo brings back what held before, clear takes all', () => {
  const edits = new Edits();
  edits.add(edit(0, 5, false));
  edits.add(edit(0, 5, true));
  assert.deepEqual(edits.undo(), edit(0, 5, true));
  assert.deepEqual(edits.list, [edit(0, 5, false)]);
  edits.undo();
  assert.equal(edits.undo(), undefined);
  edits.add(edit(0, 5, true));
  edits.clear();
  assert.deepEqual(edits.list, []);
});

test('nothing but the span and its fate is kept', () => {
  const edits = new Edits();
  edits.add({ ...edit(0, 5, true), part: {} });
  assert.deepEqual(edits.list, [edit(0, 5, true)]);
});

test('the engine gets edits as one string', () => {
  assert.equal(encodeEdits([edit(12, 40, true), edit(50, 61, false), { start: 70, end: 80, action: 'join' }]), '+12-40 -50-61 =70-80');
  assert.equal(encodeEdits([]), '');
});
