import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = read('../../index.html');
const oneFile = read('../onefile.html');

test('the one-file page reads like the page', () => {
  for (const part of [/<title>.*<\/title>/, /<header>[^]*<\/header>/]) assert.equal(oneFile.match(part)[0], page.match(part)[0]);
});

test('no page has inline code', () => {
  for (const html of [page, oneFile, read('../examples/intranet.html')]) assert.doesNotMatch(html, /\son\w+=|\sstyle=|javascript:/i);
});
