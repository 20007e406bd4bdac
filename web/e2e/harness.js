// What the end-to-end tests share: the browser, the servers, and how to act on an <article-issues>.
// CHROME, FIREFOX, SERVE, DIST and PROBE come from the environment (see the Makefile); without FIREFOX its tests are
// skipped. SHOTS asks for screenshots.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';

const { CHROME, FIREFOX, PROBE, SERVE, SHOTS } = process.env;
export const { DIST } = process.env;

/** Resolves with a browser of a fresh profile; it ends with the test file. */
export async function openBrowser(test) {
  const browser = await puppeteer.launch({
    executablePath: CHROME,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  test.after(() => browser.close());
  return browser;
}

/** The same of Firefox, over WebDriver BiDi; null where there is none. */
export async function openFirefox(test) {
  if (!FIREFOX) return null;
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: FIREFOX, headless: true,
    // Without this, pages from disk may read each other here, and nowhere else.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
  test.after(() => browser.close());
  return browser;
}

/** Starts the development server; resolves with its address. */
export async function startServe(test) {
  const child = spawn(SERVE, ['-dir', DIST, '-addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  test.after(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) return line.match(/http\S+/)[0];
  throw new Error(`${SERVE} did not start`);
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/**
 * A careless static host: dist below /any/path/, wasm and pack without a type of their own.
 * `files` replaces a file's content (null for a missing one), `headers` go with every answer, or are a function of its URL.
 */
export async function startHost(test, { files = {}, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://host');
    const path = url.pathname.replace(/^\/any\/path\//, '');
    try {
      const content = path in files ? files[path] : await readFile(join(DIST, path));
      if (content === null) throw new Error('missing');
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', ...(typeof headers === 'function' ? headers(url) : headers) }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  test.after(() => server.close());
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${server.address().port}/any/path/`;
}

/**
 * A host with an engine that fails when it is asked to (PROBE, never shipped), `trap` being code that its
 * worker runs first; engine.html there has `createAnalyzer` once it is `ready`.
 */
export async function startProbe(test, trap) {
  return startHost(test, { files: {
    'web/worker.js': trap + await readFile(join(DIST, 'web/worker.js'), 'utf8'),
    'web/rubricator.wasm': await readFile(PROBE),
    'engine.html': '<!DOCTYPE html><link rel="icon" href="data:,"><script type="module">import { createAnalyzer } from "./web/rubricator.js"; globalThis.createAnalyzer = createAnalyzer; globalThis.ready = true;</script>',
  } });
}

/** A built page without its policy, as text: for a host to serve, where the code alone is to hold. */
export async function withoutPolicy(name) {
  const page = await readFile(join(DIST, name), 'utf8');
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  assert.notEqual(open, page, `${name} has a policy`);
  return open;
}

/** A page whose errors and foreign requests fail the test: `page.problems` must stay empty. */
export async function openPage(browser, url, { width = 1280, height = 900, scheme = 'light', bypass = false } = {}) {
  const page = await browser.newPage();
  if (bypass) await page.setBypassCSP(true); // for scripts of the test's own
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:') && new URL(request.url()).origin !== new URL(url).origin) page.problems.push(request.url());
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url);
  return page;
}

/** Closes a page that has had no problems. */
export async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.close();
}

/** Runs `action(element, root, argument)` in the page, with the <article-issues> and its shadow root. */
export function act(page, action, argument) {
  return page.evaluate(`(${action})(document.querySelector('article-issues'), document.querySelector('article-issues').shadowRoot, ${JSON.stringify(argument) ?? 'undefined'})`);
}

/** Opens a page of the served site once its article is analysed. */
export async function openAnalysed(browser, url, options) {
  const page = await openPage(browser, url, options);
  await settled(page);
  return page;
}

/** Waits until each <article-issues> has a report or shows an error. */
export function settled(page) {
  return page.waitForFunction(() => [...document.querySelectorAll('article-issues')].every((element) =>
    element.analysis || element.shadowRoot?.querySelector('.error:not([hidden])')), { timeout: 60_000 });
}

/**
 * Runs `action(element, argument)` in the page and resolves with the first of the events
 * analysis-complete and analysis-error that follows: {type, detail}.
 */
export function analysed(page, action, argument) {
  return page.evaluate(`(async () => {
    const element = document.querySelector('article-issues');
    const ended = new Promise((resolve) => {
      for (const type of ['analysis-complete', 'analysis-error']) {
        document.addEventListener(type, ({ detail }) => resolve({ type, detail }), { once: true });
      }
    });
    await (${action})(element, ${JSON.stringify(argument) ?? 'undefined'});
    return ended;
  })()`);
}

/** What the reader sees of an <article-issues>. */
export function seen(page) {
  return page.evaluate(() => {
    const element = document.querySelector('article-issues');
    const root = element.shadowRoot;
    const text = (selector) => root.querySelector(selector)?.textContent ?? null;
    const shown = (selector) => (root.querySelector(selector)?.hidden ? null : text(selector));
    return {
      value: element.value,
      box: root.querySelector('textarea').value,
      status: text('.status'),
      notice: shown('.notice'),
      error: shown('.error'),
      verdict: text('.verdict'),
      kind: root.querySelector('.verdict')?.dataset.verdict ?? null,
      article: root.querySelector('.results').hidden ? null : text('.article'),
    };
  });
}

/** Writes a screenshot into the folder SHOTS, if that is set. */
export async function shoot(page, name, options = {}) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), ...options });
}

/** In the page: pastes into the box, as the browser would; in place of `all` that is in it, or at the caret. */
export const paste = (element, { text = '', html = '', all = false }) => {
  if (all) element.shadowRoot.querySelector('textarea').select();
  const clipboardData = new DataTransfer();
  if (text) clipboardData.setData('text/plain', text);
  if (html) clipboardData.setData('text/html', html);
  element.shadowRoot.querySelector('textarea')
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
};

/** In the page: drops a file of such bytes or text onto the box. */
export const drop = (element, { name, type, content }) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([Array.isArray(content) ? new Uint8Array(content) : content], name, { type }));
  element.shadowRoot.querySelector('textarea')
    .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
};
