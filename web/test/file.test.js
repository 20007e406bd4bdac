import assert from 'node:assert/strict';
import test from 'node:test';
import { FileError, decode, readArticle } from '../file.js';

const bytes = (...values) => new Uint8Array(values);
const utf8 = (text) => new TextEncoder().encode(text);

for (const [name, content, want] of [
  ['UTF-8', utf8('naïve — 東京'), 'naïve — 東京'],
  ['UTF-8 with a byte order mark', utf8('\ufeffText'), 'Text'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0, 0xe9, 0), 'Aé'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x41, 0, 0xe9), 'Aé'],
  ['Windows-1252', bytes(0x63, 0x61, 0x66, 0xe9), 'café'],
  ['CRLF kept', utf8('a\r\nb'), 'a\r\nb'],
  ['nothing', bytes(), ''],
  ['a file with NUL', bytes(0x89, 0x50, 0, 0), null],
  ['a PDF', utf8('%PDF-1.7\n'), null],
]) {
  test(`decode ${name}`, () => assert.equal(decode(content), want));
}

test('a file that is no article is refused by name', async () => {
  for (const [file, want] of [
    [new File([bytes(0, 1, 2)], 'photo.txt'), /photo\.txt.*not a text file/],
    [new File([' \n'], 'empty.md'), /empty\.md.*no text/],
    [{ name: 'long.txt', size: 17 * 1024 * 1024 }, /long\.txt.*17 MB.*limit is 16 MB/],
    [{ name: 'gone.txt', size: 1, arrayBuffer: () => Promise.reject(new Error()) }, /gone\.txt.*could not be read/],
  ]) {
    await assert.rejects(readArticle(file), (error) => error instanceof FileError && want.test(error.message));
  }
});

test('a text file is read as it is', async () => {
  assert.equal(await readArticle(new File(['# A\n\n<b>not HTML</b>'], 'a.md')), '# A\n\n<b>not HTML</b>');
});
