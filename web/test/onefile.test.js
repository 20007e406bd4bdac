import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = read('../../index.html');
const oneFile = read('../onefile.html');

test('the one-file page looks like the page', () => {
  assert.equal(oneFile.match(/<style>\n([^]*)<\/style>/)[1], read('../page.css'));
  for (const part of [/<title>.*<\/title>/, /<header>[^]*<\/header>/]) assert.equal(oneFile.match(part)[0], page.match(part)[0]);
});

test('no page has inline code', () => {
  for (const html of [page, oneFile, read('../examples/intranet.html')]) assert.doesNotMatch(html, /\son\w+=|\sstyle=|javascript:/i);
});
