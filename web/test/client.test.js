import assert from 'node:assert/strict';
import test from 'node:test';
import { EngineClient, LIMIT } from '../client.js';

/** A worker of the worker's protocol, run by `answer(message, post)`; every one made is in `workers`. */
function fakeAssets(answer) {
  const workers = [];
  return {
    workers,
    createWorker() {
      const worker = {
        messages: [],
        ended: false,
        postMessage(message) {
          this.messages.push(message);
          const post = (data) => queueMicrotask(() => this.ended || this.onmessage({ data }));
          if (message.type === 'start') post({ type: 'ready', module: 'module', pack: 'pack', catalogue: { issues: [] } });
          else answer(message, post, this);
        },
        terminate() {
          this.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    wasm: async () => 'rubricator.wasm',
    pack: async () => 'news-en.pack',
  };
}

const report = (message, memory = 0) => ({ type: 'answer', id: message.id, json: JSON.stringify({ length: message.text?.length ?? 0, asked: message.type }), memory });
const works = (message, post) => post(report(message));
const crash = (message, post) => post({ type: 'error', id: message.id, code: 'crashed', message: 'panic' });
const hasCode = (code) => (error) => error.name === 'EngineError' && error.code === code;

test('each text gets its own report, from one worker', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  const reports = await Promise.all(['a', 'bb', 'ccc'].map((text) => client.analyze(text)));
  assert.deepEqual(reports.map(({ length }) => length), [1, 2, 3]);
  assert.equal(assets.workers.length, 1);
  const ids = assets.workers[0].messages.slice(1).map(({ id }) => id);
  assert.equal(new Set(ids).size, 3);
});

test('the reader’s edits go with the text', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  await client.analyze('abc', { edits: [{ start: 0, end: 1, action: 'put-back' }, { start: 2, end: 3, action: 'leave-out' }] });
  await client.analyze('abc');
  assert.deepEqual(assets.workers[0].messages.slice(1).map(({ edits }) => edits), ['+0-1 -2-3', '']);
});

test('how far a long text is comes to who asked, and not once they let go of it', async () => {
  const assets = fakeAssets((message, post) => {
    for (const percent of [10, 55]) post({ type: 'progress', id: message.id, percent });
    works(message, post);
    post({ type: 'progress', id: message.id, percent: 90 });
  });
  const client = new EngineClient(assets);
  const parts = [];
  await client.analyze('abc', { onProgress: (part) => parts.push(part) });
  await client.analyze('abc');
  assert.deepEqual(parts, [0.1, 0.55]);
  const stopped = new AbortController();
  const late = client.analyze('abc', { signal: stopped.signal, onProgress: (part) => { parts.push(part); stopped.abort(); } });
  await assert.rejects(late, hasCode('aborted'));
  assert.deepEqual(parts, [0.1, 0.55, 0.1]);
});

test('explain and the catalogue with own issues are asked as a text is', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  assert.equal((await client.explain('abc', 2, { own: 'issue' })).asked, 'explain');
  assert.equal((await client.catalogue({ own: 'issue' })).asked, 'listIssues');
  const [, explain, list] = assets.workers[0].messages;
  assert.deepEqual([explain.at, explain.edits, explain.own, list.own], [2, '', 'issue', 'issue']);
});

test('close ends the worker and what is pending; the next text gets a new worker', async () => {
  const assets = fakeAssets((message, post) => message.text === 'hang' || works(message, post));
  const client = new EngineClient(assets);
  const pending = ['hang', 'abc'].map((text) => client.analyze(text));
  await client.catalogue();
  client.close();
  for (const promise of pending) await assert.rejects(promise, hasCode('aborted'));
  assert.equal((await client.analyze('abc')).length, 3);
  assert.deepEqual(assets.workers.map(({ ended }) => ended), [true, false]);
});

test('an answer with another id is passed over', async () => {
  const assets = fakeAssets((message, post) => {
    post({ ...report(message), id: message.id + 1, json: '{"length": -1}' });
    post(report(message));
  });
  assert.equal((await new EngineClient(assets).analyze('abc')).length, 3);
});

test('the catalogue is what the pack says', async () => {
  assert.deepEqual(await new EngineClient(fakeAssets(works)).catalogue(), { issues: [] });
});

test('a text over the limit is refused with both sizes, and no worker is started', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  await assert.rejects(client.analyze('a'.repeat(LIMIT + 1)), (error) => hasCode('too-large')(error) && /2\.01 MB.*2 MB/.test(error.message));
  await assert.rejects(client.analyze('é'.repeat(LIMIT / 2 + 1)), hasCode('too-large'));
  assert.equal(assets.workers.length, 0);
  assert.equal((await client.analyze('a'.repeat(LIMIT))).length, LIMIT);
});

test('a crash is tried once more, with the module and the pack of the first worker', async () => {
  let crashes = 1;
  const assets = fakeAssets((message, post) => (crashes-- > 0 ? crash : works)(message, post));
  assert.equal((await new EngineClient(assets).analyze('abc')).length, 3);
  assert.deepEqual(assets.workers.map(({ ended }) => ended), [true, false]);
  const [first, second] = assets.workers.map(({ messages }) => messages[0]);
  assert.deepEqual([first.module, first.wasm, first.pack], [null, 'rubricator.wasm', 'news-en.pack']);
  assert.deepEqual([second.module, second.wasm, second.pack], ['module', null, 'pack']);
});

test('a second crash is an error, and the next text gets a new worker', async () => {
  const assets = fakeAssets((message, post) => (message.text === 'bad' ? crash : works)(message, post));
  const client = new EngineClient(assets);
  const results = await Promise.allSettled([client.analyze('bad'), client.analyze('good')]);
  assert.ok(hasCode('crashed')(results[0].reason));
  assert.equal(results[1].value.length, 4);
  assert.equal(assets.workers.length, 3);
});

test('an error event of the worker counts as a crash', async () => {
  const assets = fakeAssets((message, post, worker) => queueMicrotask(() => worker.onerror({ preventDefault() {} })));
  await assert.rejects(new EngineClient(assets).analyze('a'), hasCode('crashed'));
  assert.equal(assets.workers.length, 2);
});

test('an error of the engine keeps the worker', async () => {
  const assets = fakeAssets((message, post) => post({ type: 'error', id: message.id, code: 'unsupported-language', message: 'no' }));
  await assert.rejects(new EngineClient(assets).analyze('a'), hasCode('unsupported-language'));
  assert.equal(assets.workers[0].ended, false);
});

test('an answer that is no JSON is a crash', async () => {
  const assets = fakeAssets((message, post) => post({ ...report(message), json: '{"length":' }));
  await assert.rejects(new EngineClient(assets).analyze('a'), hasCode('crashed'));
  assert.equal(assets.workers.length, 2);
});

test('a hang ends at the deadline, which grows with the text', async () => {
  const assets = fakeAssets((message, post) => message.text === 'hang' || setTimeout(() => post(report(message)), 60));
  const client = new EngineClient(assets, { deadline: 40 });
  await assert.rejects(client.analyze('hang'), hasCode('timeout'));
  assert.equal(assets.workers[0].ended, true);
  assert.equal((await client.analyze('a'.repeat(LIMIT))).length, LIMIT);
});

test('an abort ends the text that runs, and spares those that wait', { timeout: 5000 }, async () => {
  const assets = fakeAssets((message, post) => message.text === 'hang' || works(message, post));
  const client = new EngineClient(assets);
  const abort = new AbortController();
  const hanging = client.analyze('hang', { signal: abort.signal });
  const waiting = client.analyze('abc');
  const dropped = client.analyze('drop', { signal: AbortSignal.abort() });
  await client.catalogue();
  abort.abort();
  await assert.rejects(hanging, hasCode('aborted'));
  await assert.rejects(dropped, hasCode('aborted'));
  assert.equal((await waiting).length, 3);
  assert.deepEqual(assets.workers.map(({ ended }) => ended), [true, false]);
});

test('an abort while a text waits leaves the worker alone', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  const abort = new AbortController();
  const first = client.analyze('abc');
  const second = client.analyze('never', { signal: abort.signal });
  abort.abort();
  await assert.rejects(second, hasCode('aborted'));
  assert.equal((await first).length, 3);
  assert.equal(assets.workers[0].ended, false);
  assert.equal(assets.workers[0].messages.some(({ text }) => text === 'never'), false);
});

test('a worker that fails to load is not kept: the next text tries again', async () => {
  const assets = fakeAssets(works);
  const { createWorker } = assets;
  let broken = true;
  assets.createWorker = () => {
    const worker = createWorker();
    if (broken) worker.postMessage = () => queueMicrotask(() => worker.onmessage({ data: { type: 'failed', reason: ['missing', 'worker.js', 404] } }));
    return worker;
  };
  const client = new EngineClient(assets);
  await assert.rejects(client.analyze('a'), (error) => hasCode('load-failed')(error) && error.message === 'worker.js could not be fetched (HTTP 404).' && error.hint.startsWith('Put worker.js'));
  broken = false;
  assert.equal((await client.analyze('a')).length, 1);
});

test('a worker that cannot be made at all is load-failed', async () => {
  const assets = { ...fakeAssets(works), createWorker() { throw new Error('SecurityError'); } };
  await assert.rejects(new EngineClient(assets).analyze('a'), hasCode('load-failed'));
});

test('a worker that holds much memory is let go', async () => {
  const assets = fakeAssets((message, post) => post(report(message, (message.text === 'much' ? 200 : 100) * 1024 * 1024)));
  const client = new EngineClient(assets);
  await client.analyze('little');
  assert.equal(assets.workers[0].ended, false);
  await client.analyze('much');
  assert.equal(assets.workers[0].ended, true);
});

/** Longer than a client rests before it starts a second worker. */
const idle = () => new Promise((resolve) => { setTimeout(resolve, 1_300); });
const until = async (holds) => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 20); }); };

test('after a rest a second worker stands by, and takes over', { timeout: 20_000 }, async () => {
  const assets = fakeAssets((message, post) => message.text === 'hang' || works(message, post));
  const client = new EngineClient(assets);
  await client.analyze('abc');
  assert.equal(assets.workers.length, 1);
  await until(() => assets.workers.length === 2);
  const abort = new AbortController();
  const hanging = client.analyze('hang', { signal: abort.signal });
  await client.catalogue();
  abort.abort();
  await assert.rejects(hanging, hasCode('aborted'));
  assert.equal((await client.analyze('abc')).length, 3);
  assert.equal(assets.workers.length, 2, 'a third worker was started');
  await until(() => assets.workers.length === 3);
  assert.deepEqual(assets.workers.map(({ ended }) => ended), [true, false, false]);
  client.close();
  assert.ok(assets.workers.every(({ ended }) => ended));
  await idle();
  assert.equal(assets.workers.length, 3, 'a closed client started a worker');
});

test('a client without stand-by has one worker', async () => {
  const assets = fakeAssets(works);
  await new EngineClient(assets, { standby: false }).analyze('abc');
  await new EngineClient(assets).sibling().analyze('abc');
  await idle();
  assert.equal(assets.workers.length, 2);
});

test('a stand-by that cannot start is no error', async () => {
  const assets = fakeAssets(works);
  const client = new EngineClient(assets);
  await client.analyze('abc');
  const { createWorker } = assets;
  assets.createWorker = () => { throw new Error('no more workers'); };
  await idle();
  assert.equal((await client.analyze('abc')).length, 3);
  assets.createWorker = createWorker;
  client.close();
});
