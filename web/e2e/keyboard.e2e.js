// The main path with the keyboard alone: the focus is always somewhere, and always seen.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, openPage, settled, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

/** Where the focus is, through shadow roots, and whether it shows. */
const focus = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const led = at.tabIndex < 0; // led there by a choice: what was chosen is lit in its place
  return { tag: at.localName, classes: at.className, text: at.textContent.trim().slice(0, 60), seen: led || (outlineStyle !== 'none' && outlineWidth !== '0px'), box: at.getBoundingClientRect().height > 0 };
});

/** Presses Tab until the focus meets a condition; every stop on the way must be seen. */
async function tabTo(page, name, condition, most = 80) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    assert.notEqual(at.tag, 'body', `the focus is lost on the way to ${name}`);
    assert.ok(at.seen && at.box, `the focus is not seen: ${JSON.stringify(at)}`);
    if (condition(at)) return at;
  }
  throw new Error(`${name} was not reached`);
}

test('text, issues, highlights, why, claims and back, by keys alone', async () => {
  const page = await openPage(browser, address);
  await settled(page);
  await tabTo(page, 'the box', ({ tag }) => tag === 'textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type('The mayor wants lower bus fares. Landlords warned that a rent freeze would end the building of new homes.\n\nTariffs on steel made trams dearer, exporters said.');
  await page.waitForFunction(() => document.querySelector('article-issues').analysis?.issues.some(({ id }) => id === 'tariffs'));
  await tabTo(page, 'the first issue', ({ classes }) => classes === 'issue');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.activeElement.ariaPressed), 'true');
  await page.keyboard.press('n');
  assert.equal((await focus(page)).tag, 'mark');
  assert.ok(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.why.open') !== null));
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.why.open') === null));
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').selectedIssue), null);
  const quote = await tabTo(page, 'a quotation', ({ classes }) => classes === 'quote');
  await page.keyboard.press('Enter');
  assert.ok((await focus(page)).tag === 'p');
  await page.keyboard.press('Escape');
  assert.deepEqual((await focus(page)).text, quote.text);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test('every stop of the page can be reached and left, there and back', async () => {
  const page = await openPage(browser, address);
  await settled(page);
  const stops = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at.tag === 'body') break;
    assert.ok(at.seen && at.box, JSON.stringify(at));
    stops.push(at.text);
  }
  assert.ok(stops.length > 60 && stops.length < 200, `${stops.length} stops`);
  await page.close();
});
