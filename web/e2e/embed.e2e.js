// The element on other people's pages, and the built folder on other people's hosts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, analysed, openBrowser, openPage, seen, settled, shoot, startHost, startServe } from './harness.js';

const address = await startServe(test);
const host = await startHost(test);
const browser = await openBrowser(test);

test('an intranet page needs one script tag and one element', async () => {
  const page = await openPage(browser, `${address}web/examples/intranet.html`);
  await settled(page);
  const { value, kind } = await seen(page);
  assert.match(value, /^City buses to run on electricity by the end of the decade\n\nThe city council/);
  assert.equal(kind, 'covers');
  await shoot(page, 'embed');
  assert.deepEqual(page.problems, []);
  await page.close();
});

test('the built folder works below any path of a plain static host', async () => {
  for (const path of ['index.html', 'web/examples/intranet.html', 'rubricator.html']) {
    const page = await openPage(browser, host + path);
    await settled(page);
    const { error, kind } = await seen(page);
    assert.deepEqual({ error, kind, problems: page.problems }, { error: null, kind: 'covers', problems: [] }, path);
    await page.close();
  }
});

async function openBlank(files) {
  const page = await openPage(browser, `${await startHost(test, { files })}blank.html`);
  await page.waitForFunction(() => customElements.get('article-issues'));
  return page;
}
const blank = (body) => ({ 'blank.html': `<!DOCTYPE html><meta charset="utf-8"><script type="module" src="web/article-issues.js"></script>${body}` });

test('the text may be the element’s content, and may change', async () => {
  const page = await openBlank(blank('<article-issues>\n  Rents rise in the city.\n\n  Tenants protest.\n</article-issues>'));
  await settled(page);
  assert.equal((await seen(page)).value, 'Rents rise in the city.\n\nTenants protest.');
  await analysed(page, (element) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Parliament votes on a rent freeze.';
    element.replaceChildren(paragraph);
  });
  assert.equal((await seen(page)).value, 'Parliament votes on a rent freeze.');
  await analysed(page, (element) => { element.value = 'A value counts for more.'; });
  await page.evaluate(() => { document.querySelector('article-issues').textContent = 'Ignored.'; });
  assert.equal((await seen(page)).value, 'A value counts for more.');
  await page.close();
});

test('a value set before the element is defined is kept', async () => {
  const page = await openBlank({
    ...blank('<article-issues></article-issues><script src="early.js"></script>'), // module scripts run last
    'early.js': "document.querySelector('article-issues').value = 'Rents rise in the city.';",
  });
  await settled(page);
  assert.equal((await seen(page)).value, 'Rents rise in the city.');
  await page.close();
});

test('two elements share one worker, keep apart, and survive being moved', async () => {
  const page = await openBlank(blank('<article-issues>Rents rise in the city.</article-issues><article-issues>Asylum seekers wait at the border.</article-issues>'));
  await settled(page);
  assert.ok(page.workers().length <= 2, 'one at work, and one that may stand by');
  const verdicts = () => page.evaluate(() => [...document.querySelectorAll('article-issues')].map(({ analysis, value }) => [value, analysis?.length]));
  assert.deepEqual(await verdicts(), [['Rents rise in the city.', 23], ['Asylum seekers wait at the border.', 34]]);
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('article-issues');
    document.body.append(first);
  });
  await settled(page);
  assert.deepEqual(await verdicts(), [['Asylum seekers wait at the border.', 34], ['Rents rise in the city.', 23]]);
  await page.close();
});

test('a second script tag is harmless', async () => {
  const page = await openBlank({
    ...blank('<article-issues>Rents rise.</article-issues><script type="module" src="again.js"></script>'),
    'again.js': readFileSync(join(DIST, 'web/article-issues.js')),
  });
  await settled(page);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test('events bubble out of any shadow root, with plain JSON', async () => {
  const page = await openBlank(blank('<div></div>'));
  const events = await page.evaluate(() => new Promise((resolve) => {
    const events = [];
    for (const type of ['analysis-start', 'analysis-complete']) {
      document.addEventListener(type, (event) => {
        events.push({ type, json: JSON.stringify(event.detail) === JSON.stringify(structuredClone(event.detail)) });
        if (type === 'analysis-complete') resolve(events);
      });
    }
    const element = document.createElement('article-issues');
    element.value = 'Rents rise in the city.';
    document.querySelector('div').attachShadow({ mode: 'open' }).append(element);
  }));
  assert.deepEqual(events, [{ type: 'analysis-start', json: true }, { type: 'analysis-complete', json: true }]);
  await page.close();
});
