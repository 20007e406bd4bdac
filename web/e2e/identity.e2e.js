// The report of the built wasm in the browser is, byte for byte, that of the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { sample } from '../sample.js';
import { openBrowser, openPage, startHost } from './harness.js';

const { RUBRICATE } = process.env;
const root = join(import.meta.dirname, '..', '..');
const golden = join(root, 'internal', 'analysis', 'testdata');
const shared = join(root, '..', 'shared', 'articles');

const texts = {
  sample,
  ...Object.fromEntries(readdirSync(golden).map((name) => [name, readFileSync(join(golden, name), 'utf8').split('\n-----\n').pop()])),
  nothing: '',
  'a lone surrogate': 'Tariffs \ud800 on steel',
  'every kind of character': '\ufeffTariffs\0 — “naïve” 👩‍👩‍👧 e\u0301\r\nשלום \u202etrade\u202c 関税\u2028end',
  'a long text': `${sample}\n\n`.repeat(40),
};
if (existsSync(shared)) {
  for (const name of readdirSync(shared)) texts[name] = readFileSync(join(shared, name), 'utf8');
}

test('wasm and native give the same bytes', async (t) => {
  const browser = await openBrowser(t);
  const page = await openPage(browser, `${await startHost(t, { files: { 'blank.html': '<!DOCTYPE html>' } })}blank.html`);
  const inBrowser = await page.evaluate(async (list) => {
    const worker = new Worker('web/worker.js');
    const ask = (message) => new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(message);
    });
    const beside = (name) => new URL(`web/${name}`, location.href).href;
    const { type } = await ask({ type: 'start', module: null, wasm: beside('rubricator.wasm'), pack: beside('news-en.pack') });
    const reports = [];
    for (const text of list) reports.push((await ask({ type: 'analyze', id: 1, text, stages: '' })).json);
    return { type, reports };
  }, Object.values(texts));
  assert.equal(inBrowser.type, 'ready');

  const lines = Object.values(texts).map((text, id) => JSON.stringify({ id, text }));
  const native = execFileSync(RUBRICATE, ['-ndjson'], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
  Object.keys(texts).forEach((name, id) => {
    assert.equal(`{"id":${id},"report":${inBrowser.reports[id]}}`, native[id], name);
  });
});
