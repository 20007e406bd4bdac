import assert from 'node:assert/strict';
import test from 'node:test';
import { german } from '../strings/de.js';
import { english } from '../strings/en.js';
import { formats } from '../strings/format.js';
import { strings } from '../strings.js';

const MB = 1024 * 1024;

for (const [got, want] of [
  [strings.box.size(1), '1 character'],
  [strings.box.size(6486), '6,486 characters'],
  [strings.status.done(0, 0, 1), 'No issue found.'],
  [strings.status.done(1, 4, 7), '1 issue covered, 4 mentioned, in 7 passages.'],
  [strings.issues.covers(['Taxes']), 'This article covers one issue: Taxes.'],
  [strings.issues.covers(['Taxes', 'Trade']), 'This article covers 2 issues, most of all Taxes.'],
  [strings.issues.unsure(['Taxes', 'Trade']), 'Not sure. It may be about Taxes or Trade.'],
  [strings.repair.count(2, 1, 0), 'You put back 2 and left out 1.'],
  [strings.repair.count(0, 1, 0), 'You left out 1.'],
  [strings.claims.link(18, 7), 'Who wants what: 18 claims by 7 sides'],
  [strings.claims.link(1, 1), 'Who wants what: 1 claim by 1 side'],
  [strings.notice.language('fr').split('.')[0], 'This text seems to be in French'],
  [strings.error['too-large'].cause(2 * MB + 1, 2 * MB), 'This text has 2.01 MB; the limit is 2 MB.'],
]) {
  test(want, () => assert.equal(got, want));
}

test('every error code names a cause', () => {
  for (const code of ['too-large', 'load-failed', 'crashed', 'timeout', 'aborted', 'unsupported-language', 'bad-issues', 'bad-edits']) {
    assert.ok(strings.error[code].cause(1, 1));
  }
});

test('every language says all that English says, in the same form', () => {
  const shape = (value) => (typeof value === 'function' ? value.length : Array.isArray(value) ? value.map(shape)
    : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shape(entry)]).sort()) : 'text');
  const [en, de] = [english(formats('en')), german(formats('de'))];
  assert.deepEqual(shape(de), shape(en));
});

test('German writes numbers, dates and lists as German does', () => {
  const de = german(formats('de'));
  assert.equal(de.box.size(6486), '6.486 Zeichen');
  assert.equal(de.repair.count(2, 1, 0), 'Von Ihnen 2 zurückgeholt und 1 ausgelassen.');
  assert.equal(de.panels.value({ kind: 'date', value: '2025-10-30', unit: null }), '30. Oktober 2025');
  assert.equal(de.panels.value({ kind: 'percent', value: 1.3, unit: '%' }), '1,3 %');
});
