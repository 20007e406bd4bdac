import assert from 'node:assert/strict';
import test from 'node:test';
import { PACKED_LIMIT, TEXT_LIMIT, packText, readSettings, unpackText, writeSettings } from '../settings.js';

const plain = { view: 'read', lang: null, labels: false, issue: null, text: null };

test('settings survive the address, and those of every page leave it alone', () => {
  const settings = { view: 'compare', lang: 'de', labels: true, issue: 'tariffs', text: 'abc-_9' };
  assert.deepEqual(readSettings(writeSettings(settings)), settings);
  assert.equal(writeSettings(plain), '');
  assert.deepEqual(readSettings(''), plain);
});

test('what is no setting, or no possible value, is passed over', () => {
  assert.deepEqual(readSettings('#view=javascript:alert(1)&lang=xx&labels=yes&issue=<b>&text=%3Cscript%3E&__proto__=1&other=2'), plain);
  assert.equal(readSettings(`#text=${'a'.repeat(PACKED_LIMIT + 1)}`).text, null);
});

test('a text survives the address', async () => {
  for (const text of ['', 'plain', '“naïve” 👩‍👩‍👧 שלום\r\n', 'long '.repeat(20_000)]) assert.equal(await unpackText(await packText(text)), text);
});

test('a text too long for an address is refused', async () => {
  assert.equal(await packText('a'.repeat(TEXT_LIMIT + 1)), null);
  let seed = 7;
  const noise = Array.from({ length: 100_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48271) % 2147483647) % 94))).join('');
  assert.equal(await packText(noise), null);
});

test('what is no packed text, and what would unpack to too much, gives nothing', async () => {
  for (const packed of ['', '!', 'AAAA', 'nonsense', 'a'.repeat(1000)]) assert.equal(await unpackText(packed), null, packed);
  const bomb = new Blob([new Uint8Array(TEXT_LIMIT + 1)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
  assert.ok(bytes.length < 2000);
  assert.equal(await unpackText(Buffer.from(bytes).toString('base64url')), null);
});
