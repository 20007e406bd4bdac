import assert from 'node:assert/strict';
import test from 'node:test';
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
  for (const code of ['too-large', 'load-failed', 'crashed', 'timeout', 'aborted', 'unsupported-language']) {
    assert.ok(strings.error[code].cause(1, 1));
  }
});
