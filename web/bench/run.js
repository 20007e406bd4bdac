// Measures the built engine beside other libraries, in one run of one browser, on the same texts: a table on the
// screen, bench.json and bench.svg in BENCH. CHROME and DIST come from the environment; ROUNDS is how often each
// is timed, in turn. Times mean something beside each other only.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { rows } from '../batch/sources.js';
import { plot } from './plot.js';

const { CHROME, DIST, BENCH, ROUNDS = '3' } = process.env;
const here = new URL('.', import.meta.url).pathname;
const MB = 1_000_000;
/** A peer that takes longer than this for 1 MB is timed once, and not at all with 10 MB. */
const SLOW = 2_000;
/** How often half a megabyte is read before 1 MB is timed, and how often that is timed in a round. */
const WARM = 8;
const TIMES = 3;
/** Nobody pastes an article the moment that a page is ready; milliseconds. */
const PAUSE = 1_000;

const articles = texts();
const megabyte = fill(articles, MB);
const corpus = { article: articles[0], other: articles[1], megabyte, ten: fill(varied(articles), 10 * MB) };

const bundles = {};
for (const peer of ['wink', 'compromise', 'natural', 'retext', 'plain']) {
  const { outputFiles } = await build({
    stdin: { contents: `import { ${peer} } from './peers.js'; globalThis.peer = ${peer};`, resolveDir: here },
    bundle: true, minify: true, format: 'iife', platform: 'browser', write: false, logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  });
  bundles[`${peer}.js`] = outputFiles[0].contents;
}

const PAGES = {
  '': '<!DOCTYPE html>',
  element: '<!DOCTYPE html><article-issues></article-issues><script type="module" src="web/article-issues.js"></script>',
};
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm' };
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://bench').pathname.slice(1);
  const content = PAGES[path] ?? bundles[path] ?? (existsSync(join(DIST, path)) ? readFileSync(join(DIST, path)) : null);
  response.writeHead(content === null ? 404 : 200, { 'Content-Type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream' }).end(content);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({ executablePath: CHROME, args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'], protocolTimeout: 600_000 });

/** A page with one contestant in it: {load, time(text, kind)}, milliseconds. */
async function contestant(kind) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`${kind}: ${error}`));
  await page.goto(address);
  const load = await page.evaluate(async (name) => {
    const started = performance.now();
    if (name === 'engine') {
      const worker = new Worker('web/worker.js');
      const ask = (message) => new Promise((resolve) => { worker.onmessage = ({ data }) => data.type !== 'progress' && resolve(data); worker.postMessage(message); });
      const beside = (file) => new URL(`web/${file}`, location.href).href;
      await ask({ type: 'start', module: null, wasm: beside('rubricator.wasm'), pack: beside('news-en.pack') });
      globalThis.run = async (text, stages) => {
        const { json, memory } = await ask({ type: 'analyze', id: 1, text, stages });
        globalThis.memory = memory;
        return JSON.parse(json).evidence.length;
      };
    } else {
      await new Promise((resolve, reject) => {
        const script = document.createElement('script');
        Object.assign(script, { src: `${name}.js`, onload: resolve, onerror: reject });
        document.head.append(script);
      });
      globalThis.run = await globalThis.peer.load();
    }
    await globalThis.run('Ministers agreed on tariffs.', '');
    return performance.now() - started;
  }, kind);
  const time = (text, stages = '') => page.evaluate(async (given, wanted) => {
    const started = performance.now();
    await globalThis.run(given, wanted);
    return performance.now() - started;
  }, text, stages);
  const memory = () => page.evaluate(() => globalThis.memory ?? performance.memory.usedJSHeapSize);
  return { kind, page, load, time, memory };
}

/**
 * How long the page takes to show, in milliseconds, medians: an article and 1 MB from report to frame, beside
 * the same text without any highlight, and a text of 10,000 words from a key to the frame with its highlights.
 */
async function drawing() {
  const tab = await browser.newPage();
  await tab.goto(`${address}element`);
  const result = await tab.evaluate(async (article, megabyte, long) => {
    await customElements.whenDefined('article-issues');
    const element = document.querySelector('article-issues');
    const { analyzer } = element;
    let reported;
    let spans;
    let isPlain = false;
    element.analyzer = {
      catalogue: (options) => analyzer.catalogue(options),
      async analyze(...question) {
        const report = await analyzer.analyze(...question);
        if (isPlain) report.evidence = [];
        spans = report.evidence.length;
        reported = performance.now();
        return report;
      },
    };
    const frame = () => new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    });
    const shown = () => new Promise((resolve) => { element.addEventListener('analysis-complete', resolve, { once: true }); });
    const highlighted = () => new Promise((resolve) => {
      element.addEventListener('analysis-progress', function listen({ detail }) {
        if (detail.phase !== 'highlighted') return;
        element.removeEventListener('analysis-progress', listen);
        resolve();
      });
    });
    // The highlights of a long text are there before the rest of its report.
    const show = async (text) => {
      const done = shown();
      const painted = Promise.race([done, highlighted()]);
      element.value = text;
      await painted;
      await frame();
      const took = performance.now() - reported;
      await done;
      return { took, spans };
    };
    const middle = async (times, step) => {
      const found = [];
      for (let i = 0; i < times; i++) found.push(await step(i));
      return found.sort((a, b) => a.took - b.took)[times >> 1];
    };
    const result = {};
    for (const [name, text, times] of [['article', article, 15], ['megabyte', megabyte, 5]]) {
      isPlain = false;
      await middle(5, (i) => show(text + ' '.repeat(i % 2)));
      result[name] = await middle(times, (i) => show(text + ' '.repeat(i % 2)));
      isPlain = true;
      result[`${name}Plain`] = await middle(times, (i) => show(text + ' '.repeat(i % 2)));
    }
    isPlain = false;
    await middle(5, (i) => show(long + ' '.repeat(i % 2)));
    const area = element.shadowRoot.querySelector('textarea');
    area.focus();
    area.setSelectionRange(area.value.length / 2, area.value.length / 2);
    result.typing = await middle(15, async (i) => {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      const started = performance.now();
      const done = highlighted();
      document.execCommand('insertText', false, 'tariffs '[i % 8]); // as a key does
      await done;
      await frame();
      return { took: performance.now() - started, spans: element.shadowRoot.querySelectorAll('mark').length };
    });
    return result;
  }, articles[2], megabyte, megabyte.slice(0, 60_000));
  await tab.close();
  return result;
}

const kinds = ['engine', 'wink', 'compromise', 'natural', 'retext', 'plain'];
const results = Object.fromEntries(kinds.map((kind) => [kind, { load: [], first: [], other: [], repeat: [], megabyte: [], issues: [], ten: [], memory: {} }]));
// Who comes first would pay for the start of the browser: everyone comes once before it counts.
for (const kind of kinds) await (await contestant(kind)).page.close();
// Each round starts each contestant anew: what it has learnt of the texts is not carried over.
for (let round = 0; round < Number(ROUNDS); round++) {
  for (const kind of kinds) {
    const r = results[kind];
    const isSlow = r.megabyte.length > 0 && r.megabyte[0] > SLOW;
    if (isSlow && round > 0) continue;
    const c = await contestant(kind);
    r.load.push(c.load);
    r.memory.ready ??= await c.memory();
    await new Promise((rested) => { setTimeout(rested, PAUSE); });
    r.first.push(await c.time(corpus.article));
    for (let i = 0; i < 20; i++) await c.time(articles[(i % 8) + 2]); // what a reader has read before
    r.other.push(await c.time(corpus.other));
    await c.time(corpus.other);
    r.repeat.push(await c.time(corpus.other));
    // Warm: browsers compile what runs often in the background. Never the same text.
    if (!isSlow) for (let i = 0; i < WARM; i++) await c.time(corpus.megabyte.slice(i * 50_000, i * 50_000 + MB / 2));
    r.megabyte.push(await c.time(corpus.megabyte));
    r.memory.megabyte ??= await c.memory();
    for (let i = 1; i < TIMES && r.megabyte[0] < SLOW; i++) r.megabyte.push(await c.time(corpus.megabyte.slice(i)));
    for (let i = 0; i < TIMES && kind === 'engine'; i++) r.issues.push(await c.time(corpus.megabyte.slice(i), 'issues'));
    if (round === 0 && r.megabyte[0] < SLOW) {
      r.ten.push(await c.time(corpus.ten));
      r.memory.ten = await c.memory();
    }
    await c.page.close();
  }
}
const page = await drawing();
await browser.close();
server.close();

const transfer = {
  engine: ['web/rubricator.wasm', 'web/news-en.pack', 'web/worker.js'].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(DIST, file))).length, 0),
  ...Object.fromEntries(Object.entries(bundles).map(([name, content]) => [name.replace('.js', ''), brotliCompressSync(content).length])),
};
const names = { engine: 'Rubricator', wink: 'wink-nlp', compromise: 'compromise', natural: 'natural, tokenize and stem', retext: 'retext-keywords', plain: 'RegExp, porter2, Map' };
const middle = (list) => (list.length ? [...list].sort((a, b) => a - b)[list.length >> 1] : null);
const summary = kinds.map((kind) => ({
  kind, name: names[kind], transfer: transfer[kind],
  ...Object.fromEntries(['load', 'first', 'other', 'repeat', 'megabyte', 'issues', 'ten'].map((what) => [what, middle(results[kind][what])])),
  memory: results[kind].memory, rounds: results[kind],
}));
const machine = `${cpus().length} cores, ${cpus()[0].model.trim()}; ${await version()}; ${ROUNDS} rounds; ${articles.source}`;
print();
mkdirSync(BENCH, { recursive: true });
writeFileSync(join(BENCH, 'bench.json'), `${JSON.stringify({ machine, date: new Date().toISOString(), summary, page }, null, 2)}\n`);
writeFileSync(join(BENCH, 'bench.svg'), plot(summary, machine));
console.log(`\n${join(BENCH, 'bench.json')}, bench.svg`);

function print() {
  const number = (value, unit = 'ms') => (value === null || value === undefined ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`).padStart(10);
  console.log(`${machine}\n`);
  console.log(`${''.padEnd(28)}${['transfer', 'load', 'first', 'another', 'repeat', '1 MB', '10 MB', 'memory'].map((head) => head.padStart(10)).join('')}`);
  for (const s of summary) {
    console.log(s.name.padEnd(28) + number(s.transfer / 1000, 'KB') + [s.load, s.first, s.other, s.repeat, s.megabyte, s.ten].map((value) => number(value)).join('') + number(s.memory.megabyte / 1024 / 1024, 'MB'));
  }
  const [engine, ...others] = summary;
  console.log(`${'  issues and evidence alone'.padEnd(28)}${' '.repeat(50)}${number(engine.issues)}`);
  console.log(`\n1 MB, times as fast as ${others.map(({ name, megabyte }) => `${name} ${(megabyte / engine.megabyte).toFixed(1)}`).join(', ')}`);
  console.log(`issues alone, times as fast as ${others.map(({ name, megabyte }) => `${name} ${(megabyte / engine.issues).toFixed(1)}`).join(', ')}`);
  if (engine.ten) console.log(`time for a byte, 10 MB beside 1 MB: ${(engine.ten / engine.megabyte / 10).toFixed(2)}`);
  const ms = (value) => `${Math.round(value)} ms`;
  for (const [name, plain, what] of [['article', 'articlePlain', 'an article'], ['megabyte', 'megabytePlain', '1 MB']]) {
    console.log(`${what} from report to frame: ${ms(page[name].took)} with ${page[name].spans} highlights, ${ms(page[plain].took)} without`);
  }
  console.log(`10,000 words, from a key to the frame: ${ms(page.typing.took)} with ${page.typing.spans} highlights`);
  console.log(`memory of the instance, MB: ready ${(engine.memory.ready / 1024 / 1024).toFixed(1)}, after 1 MB ${(engine.memory.megabyte / 1024 / 1024).toFixed(1)}, after 10 MB ${((engine.memory.ten ?? 0) / 1024 / 1024).toFixed(1)}`);
}

async function version() {
  const probe = await puppeteer.launch({ executablePath: CHROME, args: ['--no-sandbox'] });
  const name = await probe.version();
  await probe.close();
  return name;
}

/** News of ../shared, else the project's own articles, which are few: the source is named with the figures. */
function texts() {
  const shared = join(here, '../../../shared/corpus/bbc-articles.csv.gz');
  const own = join(here, '../../internal/article/testdata/headed');
  const isShared = existsSync(shared);
  const list = isShared ? [...rows(gunzipSync(readFileSync(shared)).toString('utf8'))].slice(1).map((row) => row.reduce((longest, cell) => (cell.length > longest.length ? cell : longest)))
    : readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(join(own, name), 'utf8'));
  list.sort((a, b) => Math.abs(a.length - 6500) - Math.abs(b.length - 6500));
  list.source = isShared ? 'BBC articles' : 'own articles';
  return list;
}

/** So many characters of texts, one after the other. */
function fill(list, length) {
  let text = '';
  for (let i = 0; text.length < length; i++) text += `${list[i % list.length]}\n\n`;
  return text.slice(0, length);
}

/** The same news with other names and numbers each time round, or a cache of whole paragraphs would be measured. */
function varied(list) {
  return Array.from({ length: 12 }, (_, round) => list.map((text) => text.replace(/\b(\d+)\b/g, (digits) => `${Number(digits) + round}`).replace(/\b([A-Z][a-z]{6,})\b/g, (name) => (round ? name + 'aeiouklmnrst'[round] : name)))).flat();
}
