// What the client does when the engine dies, hangs or grows: every failure there is, in an engine that fails
// when it is asked to (PROBE, never shipped). SOAK asks for the long runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, analysed, openBrowser, openPage, seen, settled, startProbe } from './harness.js';

const { PROBE, SOAK } = process.env;
const browser = await openBrowser(test);

// Stands between the worker and the engine: a text "fail HOW" makes the engine fail, or the worker.
const trap = `{
  let ready;
  const ways = {
    throw() { throw new Error('as asked'); },
    garbled() { return 'no JSON'; },
    lost() { isLost = true; self.close(); return '{}'; },
  };
  // A lost worker answers nothing at all, not even that it is lost.
  let isLost = false;
  const post = self.postMessage.bind(self);
  self.postMessage = (message) => { if (!isLost) post(message); };
  const probed = (api) => ({
    ...api,
    analyze(bytes, ...rest) {
      const [, how] = /^fail (\\w+)/.exec(new TextDecoder().decode(bytes.subarray(0, 30))) ?? [];
      if (how in ways) return ways[how]();
      return how ? api.fail(how) : api.analyze(bytes, ...rest);
    },
  });
  Object.defineProperty(globalThis, 'rubricatorReady', { set: (value) => { ready = value; }, get: () => (api) => ready(probed(api)) });
}\n`;
const host = await startProbe(test, trap);

/** A page with `analyzer`, and `workers`: {made, live, most}. */
async function openEngine(deadline) {
  const page = await openPage(browser, `${host}engine.html`);
  await page.waitForFunction(() => globalThis.ready);
  await page.evaluate((milliseconds) => {
    const beside = (name) => new URL(`web/${name}`, location.href).href;
    globalThis.workers = { made: 0, live: 0, most: 0 };
    globalThis.analyzer = globalThis.createAnalyzer({
      deadline: milliseconds,
      assets: {
        createWorker() {
          const worker = new Worker(beside('worker.js'));
          workers.made++;
          workers.most = Math.max(workers.most, ++workers.live);
          const terminate = worker.terminate.bind(worker);
          worker.terminate = () => { workers.live--; terminate(); };
          return worker;
        },
        wasm: async () => beside('rubricator.wasm'),
        pack: async () => beside('news-en.pack'),
      },
    });
    globalThis.ask = (text, options) => analyzer.analyze(text, options).then(({ length }) => `report on ${length}`, ({ name, code }) => `${name} ${code}`);
  }, deadline);
  assert.equal(await page.evaluate(() => ask('Rents rise.')), 'report on 11');
  return page;
}

test('each way to fail is found, and the next text has its report', async (t) => {
  const page = await openEngine(3_000); // short, for what hangs; long, for a report on a busy machine
  const slowest = [];
  for (const [how, code] of [
    ['panic', 'crashed'], ['bounds', 'crashed'], ['exit', 'crashed'], ['deadlock', 'crashed'], ['memory', 'crashed'], ['stack', 'crashed'],
    ['goroutine', 'crashed'], ['throw', 'crashed'], ['garbled', 'crashed'], ['hang', 'timeout'], ['lost', 'timeout'],
  ]) {
    const { failed, then, took, live } = await page.evaluate(async (way) => {
      const failed = await ask(`fail ${way}`);
      const started = performance.now();
      return { failed, then: await ask('Rents rise.'), took: performance.now() - started, live: workers.live };
    }, how);
    assert.deepEqual({ failed, then }, { failed: `EngineError ${code}`, then: 'report on 11' }, how);
    assert.ok(live <= 2, `${live} workers after ${how}`);
    slowest.push([took, how]);
  }
  const [took, how] = slowest.sort(([a], [b]) => b - a)[0];
  t.diagnostic(`${slowest.length} failures of ${slowest.length} found; the next report took ${Math.round(took)} ms at most, after ${how}`);
  await page.close();
});

test('a worker that stands by takes over', async (t) => {
  const page = await openEngine(20_000);
  await page.waitForFunction(() => workers.live === 2);
  const took = await page.evaluate(async () => {
    await new Promise((resolve) => { setTimeout(resolve, 500); }); // it starts
    const abort = new AbortController();
    const hanging = ask('fail hang', { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    if (await hanging !== 'EngineError aborted') return null;
    const started = performance.now();
    return await ask('Rents rise.') === 'report on 11' && workers.made === 2 ? performance.now() - started : null;
  });
  assert.notEqual(took, null);
  t.diagnostic(`a report ${took.toFixed(1)} ms after a cancelled one`);
  await page.close();
});

test('crashes and cancels in any order leave no promise open, and two workers at most', { timeout: 900_000 }, async (t) => {
  const page = await openEngine(20_000);
  const times = SOAK ? 1_000 : 60;
  const result = await page.evaluate(async (count) => {
    const counts = {};
    let seed = 7;
    const random = (below) => { seed = (seed * 16807) % 2147483647; return seed % below; };
    const ways = ['panic', 'exit', 'deadlock', 'throw', 'goroutine'];
    let waiting = [];
    for (let i = 0; i < count; i++) {
      const abort = new AbortController();
      const isCrash = i % 2 === 0;
      waiting.push(ask(isCrash ? `fail ${ways[random(ways.length)]}` : random(2) ? 'fail hang' : 'Rents rise.', { signal: abort.signal }));
      if (!isCrash) setTimeout(() => abort.abort(), random(150));
      if (waiting.length > random(4)) {
        for (const answer of await Promise.all(waiting)) counts[answer] = (counts[answer] ?? 0) + 1;
        waiting = [];
      }
    }
    for (const answer of await Promise.all(waiting)) counts[answer] = (counts[answer] ?? 0) + 1;
    return { counts, last: await ask('Rents rise.'), most: workers.most, made: workers.made };
  }, times);
  const { 'EngineError crashed': crashed, 'EngineError aborted': aborted, 'report on 11': reports = 0, ...others } = result.counts;
  assert.deepEqual(others, {});
  assert.equal(crashed, times / 2);
  assert.equal(crashed + aborted + reports, times);
  assert.equal(result.last, 'report on 11');
  assert.ok(result.most <= 2, `${result.most} workers at once`);
  t.diagnostic(`${crashed} crashes, ${aborted} cancels, ${reports} reports before their cancel; ${result.made} workers, ${result.most} at once`);
  await page.close();
});

test('pastes of 2 MB in a row: memory is given back, and the page lives', { timeout: 1_800_000 }, async (t) => {
  const page = await openPage(browser, `${host}index.html`);
  await settled(page);
  const times = SOAK ? 500 : 6;
  const text = `${(await seen(page)).value}\n\n`;
  let peak = 0;
  for (let i = 0; i < times; i++) {
    const end = await analysed(page, (element, { of, round }) => {
      if (!globalThis.memories) {
        // What each answer says of the engine's memory.
        globalThis.memories = [];
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (...message) {
          this.addEventListener('message', ({ data }) => data.type === 'answer' && globalThis.memories.push(data.memory));
          return post.apply(this, message);
        };
      }
      element.value = of.repeat(Math.ceil(2_000_000 / of.length)).slice(round, 1_990_000 + round);
    }, { of: text, round: i });
    assert.equal(end.type, 'analysis-complete', `paste ${i}: ${JSON.stringify(end.detail).slice(0, 200)}`);
    peak = Math.max(peak, ...await page.evaluate(() => globalThis.memories.splice(0)));
  }
  assert.ok(peak > 0 && peak < 160 * 1024 * 1024, `${peak} bytes`);
  assert.equal((await analysed(page, (element) => { element.value = 'Rents rise.'; })).type, 'analysis-complete');
  t.diagnostic(`${times} pastes of 2 MB; the engine had ${Math.round(peak / 1024 / 1024)} MB at most`);
  await page.close();
});

test('the engine that is shipped cannot be asked to fail', () => {
  const shipped = readFileSync(join(DIST, 'web/rubricator.wasm'));
  assert.ok(readFileSync(PROBE).includes('unknown failure'), 'the probe is not recognised any more');
  assert.ok(!shipped.includes('unknown failure'));
});
