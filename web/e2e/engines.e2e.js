// The main path through the page in each browser engine: Chromium, and Firefox where there is one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, act, analysed, close, openBrowser, openFirefox, settled, startServe } from './harness.js';

const address = await startServe(test);
const disk = pathToFileURL(join(DIST, 'rubricator.html')).href;
const engines = { chromium: await openBrowser(test), firefox: await openFirefox(test) };

const ARTICLE = `Council votes on bus fares
Council votes on bus fares

The mayor wants lower bus fares and a rent freeze. Landlords warned that it would end the building of new homes, and tariffs on steel made trams dearer.`;
for (const [engine, browser] of Object.entries(engines)) {
  const skip = !browser && 'no Firefox here, and none could be installed';
  const opened = async (url) => {
    const page = await browser.newPage();
    page.problems = [];
    // Firefox asks for the icon that a strict policy forbids it.
    page.on('pageerror', (error) => /favicon\.ico/.test(error) || page.problems.push(String(error)));
    await page.goto(url);
    await settled(page);
    return page;
  };

  for (const [where, url] of [['served', address], ['from disk', disk]]) {
    test(`${engine}, ${where}: a text, issues, highlights, why, claims, repair and its undo`, { skip }, async () => {
      const page = await opened(url);
      assert.match(await act(page, (_, root) => root.querySelector('.verdict').textContent), /covers 5 issues/);
      await analysed(page, (element, text) => {
        const box = element.shadowRoot.querySelector('textarea');
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true })); // a clipboard of a script's own is empty in Firefox
      }, ARTICLE);
      assert.ok(await act(page, ({ analysis }) => analysis.issues.some(({ id }) => id === 'tariffs')));
      const typed = await act(page, async (element, root) => {
        const box = root.querySelector('textarea');
        const first = root.querySelector('.article > *');
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
        const highlighted = new Promise((resolve) => { element.addEventListener('analysis-progress', ({ detail }) => detail.phase === 'highlighted' && resolve()); });
        document.execCommand('insertText', false, ' Refugees protested.'); // as keys do
        await highlighted;
        return { kept: root.querySelector('.article > *') === first, marked: [...root.querySelectorAll('mark')].some((mark) => mark.textContent === 'Refugees'), analysis: element.analysis };
      });
      assert.deepEqual(typed, { kept: true, marked: true, analysis: null });
      await settled(page);
      const walked = await act(page, (element, root) => {
        element.selectedIssue = 'tariffs';
        const place = element.next();
        return { place, mark: root.activeElement.textContent, why: root.querySelector('.why .term').textContent };
      });
      assert.deepEqual([walked.place, walked.mark, walked.why], [{ place: 1, count: walked.place.count }, 'tariffs', 'tariffs']);
      await page.waitForFunction(() => document.querySelector('article-issues').shadowRoot.querySelector('.balance li'));
      await act(page, (_, root) => root.querySelector('.quote').click());
      assert.ok(await act(page, (_, root) => root.querySelector('.why .back') !== null));
      await analysed(page, (element) => element.shadowRoot.querySelector('.repair .chip .edit').click());
      assert.deepEqual(await act(page, ({ analysis }) => analysis.article.removed), []);
      await analysed(page, (element) => element.shadowRoot.querySelector('.repair .undo').click());
      assert.equal(await act(page, ({ analysis }) => analysis.article.removed.length), 1);
      assert.ok((await act(page, (element) => element.export('html'))).includes('<mark'));
      await close(page);
    });

    test(`${engine}, ${where}: map, hiding, keys, panels, every export, the editor, German`, { skip }, async () => {
      const page = await opened(url);
      const seen = await act(page, (element, root) => {
        root.querySelectorAll('.map .cell')[1].click();
        const passage = root.activeElement.matches('.passage');
        const { id } = element.analysis.issues[0];
        element.selectedIssue = id;
        const marks = root.querySelectorAll('mark.off').length;
        root.querySelector('.steps:not([hidden])').lastElementChild.click();
        const hidden = root.querySelectorAll('mark.off').length > marks;
        root.querySelector('.panel .place').click();
        const place = root.activeElement.matches('[data-start]');
        root.querySelector('.issue').focus();
        const formats = ['json', 'csv', 'markdown', 'html', 'annotations', 'ninjs', 'newsarticle'].map((format) => element.export(format).length > 500);
        return { passage, hidden, place, formats };
      });
      assert.deepEqual(seen, { passage: true, hidden: true, place: true, formats: Array(7).fill(true) });
      await page.keyboard.press('n');
      assert.ok(await act(page, (_, root) => root.activeElement.matches('mark')));
      await page.evaluate(() => { location.hash = '#view=issues'; });
      await page.waitForFunction(() => document.querySelector('issue-editor').checkVisibility());
      await page.evaluate(() => document.querySelector('issue-editor').take('{"@graph": [{"@type": "skos:Concept", "skos:prefLabel": "Mayors", "skos:altLabel": ["mayor"]}]}'));
      await page.waitForFunction(() => document.querySelector('article-issues').analysis?.issues.some(({ id }) => id === 'own-mayors'));
      await page.evaluate(() => { location.hash = '#lang=de'; });
      await page.waitForFunction(() => document.documentElement.lang === 'de' && document.querySelector('article-issues')?.analysis);
      assert.match(await act(page, (_, root) => root.querySelector('.verdict').textContent), /^Dieser Artikel/);
      await close(page);
    });

    test(`${engine}, ${where}: sealed mode`, { skip }, async () => {
      const page = await opened(url);
      await act(page, (element) => { element.value = 'A draft on tariffs.'; });
      await page.evaluate(() => [...document.querySelectorAll('.page-tools button')].find(({ textContent }) => textContent === 'Sealed mode').click());
      const frame = await (await page.waitForSelector('dialog.sealed iframe')).contentFrame();
      await frame.waitForFunction(() => document.querySelector('article-issues')?.analysis);
      assert.deepEqual(await frame.evaluate(() => [origin, document.querySelector('article-issues').value]), ['null', 'A draft on tariffs.']);
      await frame.evaluate(() => [...document.querySelectorAll('.page-tools button')].find(({ textContent }) => textContent === 'Prove that it is sealed').click());
      await frame.waitForSelector('.proof');
      assert.deepEqual(await frame.evaluate(() => [...document.querySelectorAll('.proof li.open')].map(({ textContent }) => textContent)), []);
      await page.close(); // Firefox takes each attempt for an error of the page
    });

    test(`${engine}, ${where}: own issues, comparison, many articles`, { skip }, async () => {
      const page = await opened(url);
      await analysed(page, (element) => { element.pack = { issues: [{ label: 'Mayors', terms: [{ text: 'mayor', weight: 9 }] }] }; });
      assert.ok(await act(page, ({ analysis }) => analysis.issues.some(({ id }) => id === 'own-mayors')));
      await page.evaluate(() => { location.hash = '#view=compare'; });
      await page.waitForFunction(() => document.querySelector('article-comparison'));
      await page.evaluate(() => { document.querySelector('article-comparison').values = ['Rents rise for tenants.', 'Tariffs on steel rise.']; });
      await page.waitForFunction(() => document.querySelector('article-comparison').comparison?.length);
      await page.evaluate(() => { location.hash = '#view=many'; });
      await page.waitForFunction(() => document.querySelector('article-batch'));
      const rows = await page.evaluate(async () => {
        const element = document.querySelector('article-batch');
        await element.open([new File(['title,text\nA,Tariffs on steel rise again.\nB,"Rents rise, tenants protest."'], 'a.csv')]);
        return element.rows.map(({ issues }) => issues.length > 0);
      });
      assert.deepEqual(rows, [true, true]);
      await close(page);
    });
  }

  for (const example of ['intranet', 'plain']) {
    test(`${engine}: the element in the example ${example}`, { skip }, async () => {
      const page = await opened(`${address}web/examples/${example}.html`);
      assert.ok(await act(page, ({ analysis, value }, root) => analysis.issues.length > 0 && root.querySelectorAll('mark').length > 2 && value.length > 200));
      await close(page);
    });
  }

  test(`${engine}: the example of a sandboxed frame`, { skip }, async () => {
    const page = await browser.newPage();
    await page.goto(`${address}web/examples/sandbox.html`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForFunction(() => document.querySelector('article-issues')?.value === '');
    await frame.evaluate(() => { document.querySelector('article-issues').value = 'Tariffs on steel rise again, exporters said.'; });
    await frame.waitForFunction(() => document.querySelector('article-issues').analysis);
    await page.close();
  });
}
