// Offsets: whatever a text is made of, JavaScript slices from it what Go saw there. SOAK asks for ten times as many texts.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, openFirefox, startProbe } from './harness.js';

const { SOAK } = process.env;

// Beside the worker's own messages: {seed, count} makes texts and looks at each token and each span of the reports.
const trap = `{
  let ready, api;
  Object.defineProperty(globalThis, 'rubricatorReady', { set: (value) => { ready = value; }, get: () => (given) => { api = given; ready(given); } });
  const PIECES = ['a', 'Z', 'trade', 'tariffs', 'Ukraine', ' the minister said', ' wants ', 'U.S.', '3.5 billion', '14 March 2025', '\\u201cWe agree,\\u201d', '"', "'", '\\u2019s', '-', '\\u2014',
    ' ', '  ', '\\n', '\\r\\n', '\\r', '\\n\\n', '\\t', '\\u00a0', '\\u2028', '\\u2029', '\\u3000', '\\0', '\\u007f', '\\u0085', '\\ufeff',
    '\\u00e9', 'e\\u0301', 'a\\u0323\\u0307', '\\u0301', '\\u1e9e', '\\u0130', '\\u01c5', '\\ufb01', '\\u00ad', '\\u200b', '\\u200d', '\\u200e', '\\u202e', '\\u2066', '\\u2069', '\\ufe0f',
    '\\u{1f642}', '\\u{1f469}\\u200d\\u{1f469}\\u200d\\u{1f467}', '\\u{1f1fa}\\u{1f1e6}', '\\u{10ffff}', '\\u{1d54f}', '\\u{20000}', '\\ud800', '\\udc00', '\\udfff\\ud800', '\\ufffd', '\\uffff',
    '\\u05e9\\u05dc\\u05d5\\u05dd', '\\u0645\\u0631\\u062d\\u0628\\u0627', '\\u4e2d\\u56fd', '\\u0e44\\u0e17\\u0e22', '\\u0939\\u093f\\u0928\\u094d\\u0926\\u0940', '. ', '! ', '?', '\\u2026', ';', '(', ')', '<b>', '&amp;', '$5', '20%'];
  const check = ({ seed, count }) => {
    let state = seed;
    const below = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * n); };
    let tokens = 0, spans = 0;
    const wrong = [];
    for (let i = 0; i < count && wrong.length < 5; i++) {
      let text = '';
      for (let n = below(24); n >= 0; n--) text += below(9) ? PIECES[below(PIECES.length)] : String.fromCharCode(below(65536));
      const bytes = new TextEncoder().encode(text);
      const seen = text.toWellFormed(); // a lone half of a pair becomes U+FFFD, of the same length
      let end = 0;
      const starts = new Set();
      const ends = new Set();
      for (const token of JSON.parse(api.tokens(bytes))) {
        tokens++;
        if (seen.slice(token.start, token.end) !== token.text || token.start < end || token.end <= token.start) wrong.push([text, token]);
        end = token.end;
        starts.add(token.start);
        ends.add(token.end);
      }
      if (end > text.length) wrong.push([text, end]);
      if (i % 20) continue;
      const report = JSON.parse(api.analyze(bytes, '', '', ''));
      if (report.length !== text.length) wrong.push([text, report.length]);
      const walk = (value) => {
        if (value === null || typeof value !== 'object') return;
        if (typeof value.start === 'number') {
          spans++;
          const isInside = (at) => at === 0 || at === text.length || !/[\\udc00-\\udfff]/.test(seen[at]);
          if (!(value.start >= 0 && value.start <= value.end && value.end <= text.length && isInside(value.start) && isInside(value.end))) wrong.push([text, value]);
        }
        Object.values(value).forEach(walk);
      };
      walk(report);
      // A term's words are tokens: evidence starts and ends where they do.
      for (const { start, end: last } of report.evidence) if (!starts.has(start) || !ends.has(last)) wrong.push([text, start, last]);
    }
    return { tokens, spans, wrong };
  };
  addEventListener('message', (event) => {
    if (!event.data.seed) return;
    event.stopImmediatePropagation();
    postMessage({ checked: check(event.data) });
  });
}\n`;
const host = await startProbe(test, trap);

for (const [engine, browser] of Object.entries({ chromium: await openBrowser(test), firefox: await openFirefox(test) })) {
  test(`${engine}: each span slices to what Go saw, in texts of every kind of character`, { skip: !browser && 'no Firefox here, and none could be installed', timeout: 600_000 }, async (t) => {
    const page = await browser.newPage();
    await page.goto(`${host}engine.html`);
    await page.waitForFunction(() => globalThis.ready);
    const rounds = SOAK ? 500 : 50;
    await page.evaluate(async () => {
      const beside = (name) => new URL(`web/${name}`, location.href).href;
      globalThis.worker = new Worker(beside('worker.js'));
      const analyzer = globalThis.createAnalyzer({ assets: { createWorker: () => globalThis.worker, wasm: async () => beside('rubricator.wasm'), pack: async () => beside('news-en.pack') }, standby: false });
      await analyzer.analyze('Rents rise.');
    });
    const total = { texts: 0, tokens: 0, spans: 0 };
    for (let seed = 1; seed <= rounds; seed++) {
      const { tokens, spans, wrong } = await page.evaluate((question) => new Promise((resolve) => {
        const { worker } = globalThis;
        worker.addEventListener('message', ({ data }) => resolve(data.checked), { once: true });
        worker.postMessage(question);
      }), { seed: seed * 7919, count: 2_000 });
      assert.deepEqual(wrong, [], `seed ${seed * 7919}`);
      total.texts += 2_000;
      total.tokens += tokens;
      total.spans += spans;
    }
    assert.ok(total.tokens > total.texts && total.spans > total.texts / 20, JSON.stringify(total));
    t.diagnostic(`${total.texts} texts, ${total.tokens} tokens, ${total.spans} spans of reports`);
    await page.close();
  });
}
