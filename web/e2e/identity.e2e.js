// The report of the built wasm in the browser is, byte for byte, that of the command line. SOAK asks for many more texts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { sample } from '../sample.js';
import { openBrowser, openPage, startHost } from './harness.js';

const { RUBRICATE, SOAK } = process.env;
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

/** Texts of pieces of the texts above and of characters that are seldom met. */
function* mixtures(count) {
  let state = 20_261;
  const below = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * n); };
  const pieces = Object.values(texts).filter((text) => text.length < 20_000).flatMap((text) => text.split(/(?<=[.\n])/));
  const odd = ['\n\n', '\r\n', '\u2028', '\ufeff', '\0', '\ud83d\ude42', '\ud800', 'e\u0301', '\u202e', ' / ', '“', '”', '"', '…', '1,234.5', '$3bn', '20%', '14 March 2025', 'U.S.', "'s", '\u05e9', '関税'];
  for (let i = 0; i < count; i++) {
    let text = '';
    for (let n = 1 + below(30); n > 0; n--) {
      if (below(4) === 0) text += odd[below(odd.length)];
      const piece = pieces[below(pieces.length)];
      const from = below(3) ? 0 : below(piece.length);
      text += piece.slice(from, below(3) ? undefined : from + below(piece.length));
    }
    yield text;
  }
}

const browser = await openBrowser(test);

/** Fails where the engine in the page and the command line do not write the same report; resolves with how many bytes were compared. */
async function compare(named) {
  const page = await openPage(browser, `${await startHost(test, { files: { 'blank.html': '<!DOCTYPE html>' } })}blank.html`);
  const inBrowser = await page.evaluate(async (list) => {
    const worker = new Worker('web/worker.js');
    const ask = (message) => new Promise((resolve) => {
      worker.onmessage = ({ data }) => data.type !== 'progress' && resolve(data);
      worker.postMessage(message);
    });
    const beside = (name) => new URL(`web/${name}`, location.href).href;
    const { type } = await ask({ type: 'start', module: null, wasm: beside('rubricator.wasm'), pack: beside('news-en.pack') });
    const reports = [];
    for (const text of list) reports.push((await ask({ type: 'analyze', id: 1, text, stages: '' })).json);
    return { type, reports };
  }, Object.values(named));
  assert.equal(inBrowser.type, 'ready');

  const lines = Object.values(named).map((text, id) => JSON.stringify({ id, text }));
  const native = execFileSync(RUBRICATE, ['-ndjson'], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
  Object.entries(named).forEach(([name, text], id) => {
    assert.equal(`{"id":${id},"report":${inBrowser.reports[id]}}`, native[id], `${name}: ${JSON.stringify(text).slice(0, 2000)}`);
  });
  await page.close();
  return native.reduce((sum, { length }) => sum + length, 0);
}

test('wasm and native give the same bytes', () => compare(texts));

test('wasm and native give the same bytes for mixtures of texts', { timeout: 1_800_000 }, async (t) => {
  const count = SOAK ? 20_000 : 400;
  const all = [...mixtures(count)];
  let compared = 0;
  for (let at = 0; at < count; at += 400) compared += await compare(Object.fromEntries(all.slice(at, at + 400).map((text, i) => [`mixture ${at + i}`, text])));
  t.diagnostic(`${count} texts, ${compared} characters of reports`);
});
