// The widget under policies of sites, in each browser engine: it works, or it names the directive that is missing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, openFirefox, seen, settled, startHost } from './harness.js';

const other = await startHost(test, { headers: { 'Access-Control-Allow-Origin': '*' } }); // the widget's files on another origin
const from = new URL(other).origin;
const embed = (script) => `<!DOCTYPE html><meta charset="utf-8"><title>Press review</title>${script}<article-issues>Tariffs on steel rise again, and rents with them.</article-issues>`;
const PAGES = {
  module: embed('<script type="module" src="web/article-issues.js" nonce="r4nd0m"></script>'),
  plain: embed('<script src="web/script.js" nonce="r4nd0m"></script>'),
  'another origin': embed(`<script type="module" src="${other}web/article-issues.js" nonce="r4nd0m"></script>`),
  'a sandboxed frame': `<!DOCTYPE html><title>Frame</title><iframe src="rubricator.html" sandbox="allow-scripts"></iframe>`,
};
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types rubricator";
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
const ELSEWHERE = `default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; connect-src ${from}; worker-src blob:`;

// [page, policy, its text, what the widget says]; where it says nothing it works.
const MATRIX = [
  ...['module', 'plain'].flatMap((page) => [
    [page, 'none', ''],
    [page, "default-src 'self' alone", "default-src 'self'", /forbids WebAssembly.*'wasm-unsafe-eval' to script-src/],
    [page, "default-src 'self' with WebAssembly", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"],
    [page, 'strict', STRICT],
    [page, 'strict with Trusted Types', STRICT + TRUSTED],
    [page, 'a nonce and strict-dynamic, with Trusted Types', `script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'${TRUSTED}`],
    [page, 'unsafe-eval, as old sites have it', "default-src * 'unsafe-inline' 'unsafe-eval'"],
    [page, 'strict with the Trusted Types of others', `${STRICT}; require-trusted-types-for 'script'; trusted-types other`, /worker script could not be started[^]*trusted-types rubricator/],
    [page, 'without connect-src', "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'", /could not be fetched[^]*connect-src/],
    [page, 'without worker-src', "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'", /worker script could not be started[^]*worker-src/],
  ]),
  ['another origin', 'none', ''],
  ['another origin', 'strict', ELSEWHERE],
  ['another origin', 'strict with Trusted Types', ELSEWHERE + TRUSTED],
  ['another origin', 'without WebAssembly', ELSEWHERE.replace(" 'wasm-unsafe-eval'", ''), /forbids WebAssembly.*'wasm-unsafe-eval' to script-src/],
  ['another origin', 'without worker-src', ELSEWHERE.replace('worker-src blob:', "worker-src 'none'"), /worker script could not be started[^]*worker-src/],
  ['another origin', 'without connect-src', ELSEWHERE.replace(`connect-src ${from}; `, ''), /could not be fetched[^]*connect-src/],
  ['a sandboxed frame', 'none', ''],
  ['a sandboxed frame', 'strict', "default-src 'none'; frame-src 'self'"],
];

for (const [engine, browser] of Object.entries({ chromium: await openBrowser(test), firefox: await openFirefox(test) })) {
  const skip = !browser && 'no Firefox here, and none could be installed';
  for (const [kind, name, policy, says] of MATRIX) {
    test(`${engine}, ${kind}, policy ${name}: ${says ? 'names what is missing' : 'works'}`, { skip, timeout: 60_000 }, async () => {
      // A site sends its policy with every file; but the frame's has its own.
      const isFramed = kind === 'a sandboxed frame';
      const host = await startHost(test, { files: { 'embed.html': PAGES[kind] }, headers: ({ pathname }) => (policy && !(isFramed && pathname.endsWith('rubricator.html')) ? { 'Content-Security-Policy': policy } : {}) });
      const page = await browser.newPage();
      await page.goto(`${host}embed.html`);
      if (isFramed) {
        const frame = await (await page.waitForSelector('iframe')).contentFrame();
        await frame.waitForFunction(() => document.querySelector('article-issues')?.shadowRoot);
        await frame.evaluate(() => { document.querySelector('article-issues').value = 'Tariffs on steel rise again.'; });
        await frame.waitForFunction(() => document.querySelector('article-issues').analysis?.issues.length);
      } else {
        await settled(page);
        const { error, kind: verdict } = await seen(page);
        if (says) assert.match(error ?? 'nothing', says);
        else assert.deepEqual([error, verdict], [null, 'covers']);
        assert.match(await page.evaluate(() => document.querySelector('article-issues').value), /^Tariffs on steel/);
      }
      await page.close();
    });
  }

  // A worker has the policy of its own file. Where that has none, Chromium needs nothing of the page's; Firefox
  // hands no compiled module to a page that may not have one.
  test(`${engine}: a policy of the page alone, without WebAssembly`, { skip, timeout: 60_000 }, async () => {
    const host = await startHost(test, { files: { 'embed.html': PAGES.module }, headers: ({ pathname }) => (pathname.endsWith('embed.html') ? { 'Content-Security-Policy': "default-src 'self'" } : {}) });
    const page = await browser.newPage();
    await page.goto(`${host}embed.html`);
    await settled(page);
    const { error, kind } = await seen(page);
    if (engine === 'chromium') assert.deepEqual([error, kind], [null, 'covers']);
    else assert.match(error, /forbids WebAssembly.*'wasm-unsafe-eval' to script-src/);
    await page.close();
  });
}
