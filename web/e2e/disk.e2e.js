// The built files opened from disk.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, analysed, openBrowser, seen, settled, shoot } from './harness.js';

const browser = await openBrowser(test);
const onDisk = (name) => pathToFileURL(join(DIST, name)).href;

async function open(name) {
  const page = await browser.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('request', (request) => /^https?:/.test(request.url()) && page.problems.push(request.url()));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(onDisk(name));
  return page;
}

test('rubricator.html works by double click', async () => {
  const page = await open('rubricator.html');
  await settled(page);
  assert.equal((await seen(page)).kind, 'covers');
  const { type } = await analysed(page, (element) => { element.value = 'Rents rise in the city, and tenants protest.'; });
  assert.equal(type, 'analysis-complete');
  await shoot(page, 'one-file');
  assert.deepEqual(page.problems, []);
  await page.close();
});

test('from disk nothing is kept, since all pages from disk share one store', async () => {
  const page = await open('rubricator.html');
  await settled(page);
  await page.evaluate(() => { location.hash = '#view=issues'; });
  const offered = await page.evaluate(() => [...document.querySelectorAll('label'), ...document.querySelector('issue-editor').shadowRoot.querySelectorAll('.keep')]
    .filter((label) => /keep/i.test(label.textContent) && label.checkVisibility()).map(({ textContent }) => textContent));
  assert.deepEqual(offered, []);
  await page.close();
});

test('index.html says in one sentence which file to open instead', async () => {
  const page = await open('index.html');
  await page.waitForSelector('#disk:not([hidden])');
  const [sentence, link] = await page.$eval('#disk', (element) => [element.innerText, element.querySelector('a').href]);
  assert.match(sentence, /^[^.]*rubricator\.html[^]*\.$/);
  assert.equal(link, onDisk('rubricator.html'));
  await page.close();
});
