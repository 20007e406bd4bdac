// What can be wrong with the files of a site: each names its cause and its cure. Policies have policies.e2e.js.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, analysed, openBrowser, openPage, seen, settled, shoot, startHost } from './harness.js';

const browser = await openBrowser(test);
const part = (name, length) => readFileSync(join(DIST, 'web', name)).subarray(0, length);
const flipped = (name) => {
  const content = Buffer.from(part(name));
  content[content.length >> 1] ^= 0xff;
  return content;
};

for (const [name, options, cause, cure] of [
  ['missing wasm', { files: { 'web/rubricator.wasm': null } }, /rubricator\.wasm.*HTTP 404/, /Put rubricator\.wasm beside/],
  ['missing pack', { files: { 'web/news-en.pack': null } }, /news-en\.pack.*HTTP 404/, /Put news-en\.pack beside/],
  ['missing worker', { files: { 'web/worker.js': null } }, /worker script could not be started/, /worker\.js must lie beside/],
  ['truncated wasm', { files: { 'web/rubricator.wasm': part('rubricator.wasm', 100_000) } }, /rubricator\.wasm is damaged/, /Copy the built folder/],
  ['a page in place of the wasm', { files: { 'web/rubricator.wasm': '<!DOCTYPE html>Not here' } }, /rubricator\.wasm is damaged/, /Copy the built folder/],
  ['truncated pack', { files: { 'web/news-en.pack': part('news-en.pack', 1000) } }, /news-en\.pack is damaged/, /Copy the built folder/],
  ['damaged pack', { files: { 'web/news-en.pack': flipped('news-en.pack') } }, /news-en\.pack is damaged/, /Copy the built folder/],
  ['empty pack', { files: { 'web/news-en.pack': '' } }, /news-en\.pack is damaged/, /Copy the built folder/],
]) {
  test(name, async () => {
    const page = await openPage(browser, `${await startHost(test, options)}index.html`);
    await settled(page);
    const { error, value } = await seen(page);
    assert.match(error, cause);
    assert.match(error, cure);
    assert.ok(value.length > 2500, 'the text is kept');
    await shoot(page, `failure-${name.replaceAll(' ', '-')}`);
    await page.close();
  });
}

test('the one-file page under a policy without wasm-unsafe-eval', async () => {
  const page = await openPage(browser, `${await startHost(test, { headers: { 'Content-Security-Policy': "script-src 'unsafe-inline'; worker-src blob:" } })}rubricator.html`);
  await settled(page);
  assert.match((await seen(page)).error, /forbids WebAssembly.*Add 'wasm-unsafe-eval'/);
  await page.close();
});

test('a site that is mended works on the next try', async () => {
  const files = { 'web/news-en.pack': null };
  const page = await openPage(browser, `${await startHost(test, { files })}index.html`);
  await settled(page);
  delete files['web/news-en.pack'];
  await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.error button').click());
  await page.waitForFunction(() => document.querySelector('article-issues').analysis);
  await page.close();
});

test('an engine that dies or hangs is replaced', async () => {
  // Stands between the worker and the engine: one text kills the engine, another never ends.
  const trap = `{
    let ready;
    const analyze = (api) => (bytes, stages) => {
      const text = new TextDecoder().decode(bytes);
      while (text === 'hang');
      return text === 'die' ? undefined : api.analyze(bytes, stages);
    };
    Object.defineProperty(globalThis, 'rubricatorReady', {
      set: (value) => { ready = value; },
      get: () => (api) => ready({ load: api.load, analyze: analyze(api) }),
    });
  }`;
  const page = await openPage(browser, `${await startHost(test, { files: { 'web/worker.js': trap + part('worker.js') } })}index.html`);
  await settled(page);
  const set = (element, text) => { element.value = text; };
  assert.equal((await analysed(page, set, 'die')).detail.code, 'crashed');
  assert.match((await seen(page)).error, /stopped twice.*still in the box/);
  assert.equal((await analysed(page, set, 'Rents rise.')).type, 'analysis-complete');

  await page.evaluate(() => { document.querySelector('article-issues').value = 'hang'; });
  assert.equal((await analysed(page, set, 'Rents fall.')).type, 'analysis-complete');
  assert.equal((await seen(page)).value, 'Rents fall.');
  while (page.workers().length > 2) await new Promise((gone) => page.once('workerdestroyed', gone));
  await page.close();
});
