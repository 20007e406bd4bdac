// The other views of the page: comparing, many articles, own issues; settings, links, what is kept, sealed mode, offline.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, openAnalysed, openBrowser, openPage, settled, shoot, startHost, startServe, withoutPolicy } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

const opened = (fragment, options) => openAnalysed(browser, address + fragment, options);

test('views follow the address and the links; what is not shown is hidden', async () => {
  const page = await opened('#view=issues');
  const shown = () => page.evaluate(() => [...document.querySelectorAll('main > *')].filter((element) => element.checkVisibility()).map(({ localName }) => localName));
  assert.deepEqual(await shown(), ['issue-editor']);
  for (const [label, element] of [['Many articles', 'article-batch'], ['Compare', 'article-comparison'], ['Read', 'article-issues']]) {
    await page.evaluate((name) => [...document.querySelectorAll('nav a')].find(({ textContent }) => textContent === name).click(), label);
    await page.waitForFunction((name) => document.querySelector(name)?.checkVisibility(), {}, element);
    assert.deepEqual(await shown(), [element]);
  }
  await close(page);
});

test('two articles stand side by side: what both have, and what one leaves out', async () => {
  const page = await opened('#view=compare');
  const table = await page.evaluate(async () => {
    const element = document.querySelector('article-comparison');
    element.values = ['Tariffs rise\n\nTariffs on steel were raised. Tenants protest against higher rents.', 'Rents rise\n\nRents and social housing worry tenants. Tenants asked for a rent freeze.'];
    while (!element.comparison) await new Promise((resolve) => setTimeout(resolve, 20));
    return { groups: [...element.shadowRoot.querySelectorAll('.group')].map(({ textContent }) => textContent), rows: element.comparison.map(({ id, shares }) => [id, ...shares.map(Boolean)]) };
  });
  assert.deepEqual(table.groups, ['In both', 'Only in “Tariffs rise”', 'Only in “Rents rise”']);
  assert.ok(table.rows.some(([id, a, b]) => id === 'tariffs' && a && !b));
  await shoot(page, 'compare', { fullPage: true });
  await close(page);
});

test('a thousand articles are analysed without a stutter; the table sorts, filters, opens and gives CSV', async (t) => {
  const page = await opened('#view=many');
  const run = await page.evaluate(async () => {
    const topics = [['Rents', 'Tenants asked the mayor for a rent freeze and more social housing.'], ['Tariffs', 'Exporters warned that tariffs on steel would start a trade war.'], ['Hospitals', 'Nurses at the hospital wait for better pay, and patients wait for months.'], ['Recipes', 'Stir the butter into the flour and bake the pie for an hour.']];
    const long = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
    const rows = Array.from({ length: 1000 }, (_, i) => `"${topics[i % 4][0]} ""${i}""","${`${topics[i % 4][1]} `.repeat(20 + (i % 7))}"`);
    const element = document.querySelector('article-batch');
    const started = performance.now();
    await element.open([new File([`title,text\n${rows.join('\n')}\nno text,\n`], 'news.csv')]);
    const seconds = (performance.now() - started) / 1000;
    await new Promise(requestAnimationFrame);
    return { count: element.rows.length, errors: element.rows.filter(({ error }) => error).length, rate: Math.round(1000 / seconds), long, stuttered: long.reduce((sum, duration) => sum + duration, 0) / 1000 / seconds, drawn: element.shadowRoot.querySelectorAll('tbody tr:not(.spacer)').length };
  });
  t.diagnostic(`${run.rate} articles a second; longest task ${Math.max(0, ...run.long)} ms, blocked for ${(100 * run.stuttered).toFixed(0)} % of the time`);
  assert.deepEqual([run.count, run.errors], [1001, 1]);
  assert.ok(run.drawn < 100, `${run.drawn} rows are drawn`);
  // Of the time of the run, so that a busy machine does not fail: a page that drew every row would be blocked for most of it.
  assert.ok(run.stuttered < 0.5, `blocked for ${run.stuttered} of the time, ${run.long}`);
  const look = (action) => page.evaluate(`(async () => {
    const element = document.querySelector('article-batch');
    const root = element.shadowRoot;
    const titles = () => [...root.querySelectorAll('tbody .place')].slice(0, 3).map(({ textContent }) => textContent);
    return (${action})(element, root, titles);
  })()`);
  const sorted = await look((element, root, titles) => {
    root.querySelector('th.title button').click();
    const up = [titles(), root.querySelector('th.title').ariaSort];
    root.querySelector('th.title button').click();
    return [...up, titles(), root.querySelector('th.title').ariaSort];
  });
  assert.deepEqual(sorted, [['Hospitals "2"', 'Hospitals "6"', 'Hospitals "10"'], 'ascending', ['Tariffs "997"', 'Tariffs "993"', 'Tariffs "989"'], 'descending']);
  const filtered = await look((element, root) => {
    const bars = [...root.querySelectorAll('.leader')].map(({ textContent }) => textContent);
    root.querySelector('.leader').click();
    return { bars, rows: root.querySelector('table').getAttribute('aria-rowcount') };
  });
  assert.match(filtered.bars[0], /250$/);
  assert.equal(filtered.rows, '251');
  await shoot(page, 'many');
  await page.evaluate(() => document.querySelector('article-batch').shadowRoot.querySelector('tbody .place').click());
  await page.waitForFunction(() => document.querySelector('article-issues').checkVisibility() && document.querySelector('article-issues').analysis);
  assert.match(await page.evaluate(() => document.querySelector('article-issues').value), /^(Tenants|Exporters|Nurses)/);
  await close(page);
});

test('a run that is cancelled keeps what it has', async () => {
  const page = await opened('#view=many');
  const result = await page.evaluate(async () => {
    const element = document.querySelector('article-batch');
    const text = 'Exporters warned that tariffs on steel would start a trade war. '.repeat(200);
    const running = element.open(Array.from({ length: 3000 }, (_, i) => new File([text], `${i}.txt`)));
    while (element.rows.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    element.shadowRoot.querySelector('.running button').click();
    await running;
    return { rows: element.rows.length, said: element.shadowRoot.querySelector('.status').textContent, running: element.shadowRoot.querySelector('.running').hidden };
  });
  assert.ok(result.rows >= 5 && result.rows < 3000);
  assert.match(result.said, /^Cancelled after \d+ articles; they stay in the table\.$/);
  assert.ok(result.running);
  await close(page);
});

test('an own issue written in the editor counts in the article at once, and its test sentences are run', async () => {
  const page = await opened('#view=issues');
  const inEditor = (action, argument) => page.evaluate(`(${action})(document.querySelector('issue-editor').shadowRoot, ${JSON.stringify(argument)})`);
  await inEditor((root) => root.querySelector('.add').click());
  const write = (selector, words) => inEditor((root, [at, value]) => {
    const field = root.querySelector(at);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, [selector, words]);
  await write('.field input', 'Mayors');
  await write('.rows .text', 'mayor');
  await page.waitForFunction(() => document.querySelector('article-issues').analysis?.evidence.some(({ issue }) => issue.startsWith('own-')));
  await inEditor((root) => root.querySelectorAll('.add-row')[1].click());
  await write('fieldset:last-of-type .rows .text', 'Every mayor spoke.');
  await page.waitForFunction(() => /passed/.test(document.querySelector('issue-editor').shadowRoot.querySelector('.own-tests').textContent));
  await write('.rows .text', 'baker');
  await page.waitForFunction(() => /Mayors was not found in\s*Every mayor spoke/.test(document.querySelector('issue-editor').shadowRoot.querySelector('.own-tests').textContent));
  await page.evaluate(() => document.querySelector('issue-editor').take('{"kind": "other"}'));
  assert.match(await inEditor((root) => root.querySelector('.notice').textContent), /no file of own issues/);
  await page.evaluate(() => document.querySelector('issue-editor').take('{"@graph": [{"@type": "skos:Concept", "skos:prefLabel": "Ferries", "skos:altLabel": ["car ferry"]}]}'));
  assert.equal(await inEditor((root) => root.querySelector('.own-issue .label').textContent), 'Ferries');
  await shoot(page, 'own');
  const names = () => inEditor((root) => [...root.querySelectorAll('.own-issue .label')].map(({ textContent }) => textContent));
  await inEditor((root) => root.querySelector('.remove-issue').click());
  assert.deepEqual(await names(), []);
  await inEditor((root) => root.activeElement.click());
  assert.deepEqual(await names(), ['Ferries']);
  await close(page);
});

test('own issues and the text are kept only when the reader asks, and forgotten when they ask', async () => {
  const page = await opened('');
  const store = () => page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(await store(), []);
  const tick = (index) => page.evaluate((at) => document.querySelectorAll('.page-tools input')[at].click(), index);
  await tick(1);
  await page.evaluate(() => { document.querySelector('issue-editor').shadowRoot.querySelector('.keep input').click(); document.querySelector('issue-editor').pack = { issues: [{ label: 'A', terms: [{ text: 'b' }] }] }; });
  await page.evaluate(() => { document.querySelector('article-issues').value = 'A kept text on tariffs.'; });
  await page.waitForFunction(() => localStorage.getItem('rubricator-text') === 'A kept text on tariffs.' && localStorage.getItem('rubricator-own-issues')?.includes('own-a'));
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').value), 'A kept text on tariffs.');
  assert.equal(await page.evaluate(() => document.querySelector('issue-editor').pack.issues[0].label), 'A');
  await tick(1);
  await page.evaluate(() => document.querySelector('issue-editor').shadowRoot.querySelector('.keep input').click());
  assert.deepEqual(await store(), []);
  await close(page);
});

test('a link carries the text, the selected issue and the labels; the address of the page then lets go of the text', async () => {
  const page = await opened('');
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }); // a page without the focus may not
  await page.evaluate(() => { const element = document.querySelector('article-issues'); element.value = 'Tariffs 👩‍👩‍👧\r\non steel were raised again.'; });
  await settled(page);
  await page.evaluate(() => document.querySelectorAll('.page-tools input')[0].click());
  await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('[data-issue="tariffs"]').click());
  await page.evaluate(() => [...document.querySelectorAll('.page-tools button')].find(({ textContent }) => textContent === 'Copy a link with the text').click());
  await page.waitForFunction(() => /Copied/.test(document.querySelector('.page-tools [role="status"]').textContent));
  const link = await page.evaluate(() => window.copied);
  await close(page);
  const other = await openPage(browser, link);
  await settled(other);
  const got = await other.evaluate(() => { const element = document.querySelector('article-issues'); return { value: element.value, issue: element.selectedIssue, labels: element.hasAttribute('labels'), hash: location.hash }; });
  assert.deepEqual(got, { value: 'Tariffs 👩‍👩‍👧\r\non steel were raised again.', issue: 'tariffs', labels: true, hash: '#labels=1&issue=tariffs' });
  await close(other);
});

test('what proves sealed mode says so where ways out are open: a frame without the policy', async () => {
  const host = await startHost(test, { files: { 'rubricator.html': await withoutPolicy('rubricator.html'), 'frame.html': '<!DOCTYPE html><iframe src="rubricator.html" sandbox="allow-scripts allow-forms allow-popups"></iframe>' } });
  const around = await browser.newPage();
  await around.goto(`${host}frame.html`);
  const frame = await (await around.waitForSelector('iframe')).contentFrame();
  await frame.waitForFunction(() => [...document.querySelectorAll('.page-tools button')].some(({ textContent }) => textContent === 'Prove that it is sealed'));
  await frame.evaluate(() => [...document.querySelectorAll('.page-tools button')].find(({ textContent }) => textContent === 'Prove that it is sealed').click());
  await frame.waitForSelector('.proof', { timeout: 60_000 });
  const found = await frame.evaluate(() => [...document.querySelectorAll('.proof li.open')].map(({ textContent }) => textContent.split(':')[0]));
  for (const way of ['fetch', 'XMLHttpRequest', 'beacon', 'WebSocket', 'EventSource', 'image', 'style sheet', 'frame', 'sound', 'font', 'form']) assert.ok(found.includes(way), `${way} is not found open: ${found}`);
  await around.close();
});

test('the page opens without a network after the first visit', async () => {
  const page = await opened('');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.keys()).length === 1 && (await (await caches.open((await caches.keys())[0])).keys()).length === 10);
  await page.setOfflineMode(true);
  await page.reload();
  await settled(page);
  assert.match(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.status').textContent), /issues covered/);
  await page.setOfflineMode(false);
  await close(page);
});

test('the page speaks German where its address says so', async () => {
  const page = await opened('#lang=de');
  const said = await page.evaluate(() => ({ lang: document.documentElement.lang, lead: document.querySelector('header p').textContent, verdict: document.querySelector('article-issues').shadowRoot.querySelector('.verdict').textContent, links: [...document.querySelectorAll('nav a')].map(({ textContent }) => textContent) }));
  assert.equal(said.lang, 'de');
  assert.match(said.lead, /^Fügen Sie/);
  assert.match(said.verdict, /^Dieser Artikel behandelt 5 Themen, vor allem /);
  assert.deepEqual(said.links, ['Lesen', 'Vergleichen', 'Viele Artikel', 'Eigene Themen']);
  await shoot(page, 'german');
  await close(page);
});

test('an article written from right to left stands so', async () => {
  const page = await opened('');
  const direction = await page.evaluate(() => new Promise((resolve) => {
    const element = document.querySelector('article-issues');
    element.addEventListener('analysis-complete', () => resolve([...element.shadowRoot.querySelectorAll('.article .text')].map((block) => getComputedStyle(block).direction)), { once: true });
    element.value = 'שלום לכולם\n\nהממשלה החליטה להעלות את המכסים על פלדה, והיצואנים הזהירו מפני מלחמת סחר ארוכה ויקרה לכולם.';
  }));
  assert.ok(direction.length > 0 && direction.every((value) => value === 'rtl'), direction.join());
  await close(page);
});
