// Exploring an article: the map, solo, hide and step, why, repair chips, panels, shortcuts, own issues, exports.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { act, analysed, close, openAnalysed, openBrowser, openPage, shoot, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

const openSample = (options) => openAnalysed(browser, address, options);

test('the map shows each passage, tells about the one that is pointed at, and goes there by mouse and keyboard', async () => {
  const page = await openSample();
  const shape = await act(page, ({ analysis }, root) => ({
    rows: root.querySelectorAll('.map .row').length, cells: root.querySelectorAll('.map .cell').length, passages: analysis.passages.length,
    tabbable: root.querySelectorAll('.map [tabindex="0"]').length,
  }));
  assert.equal(shape.cells, shape.rows * shape.passages);
  assert.equal(shape.tabbable, 1);
  await act(page, (_, root) => root.querySelectorAll('.map .cell')[1].dispatchEvent(new PointerEvent('pointerenter')));
  assert.match(await act(page, (_, root) => root.querySelector('.map .card').textContent), /Passage 2 of 6.*Energy prices before everything.*Energy bills and prices/);
  const selected = await act(page, (element, root) => new Promise((resolve) => {
    element.addEventListener('passage-select', ({ detail }) => resolve({ ...detail, focused: root.activeElement.textContent }), { once: true });
    root.querySelectorAll('.map .cell')[1].click();
  }));
  assert.equal(selected.passage, 1);
  assert.match(selected.focused, /Heating bills set the agenda/);
  await act(page, (_, root) => root.querySelector('.map [tabindex="0"]').focus());
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  assert.match(await act(page, (_, root) => root.activeElement.getAttribute('aria-label')), /passage \d of 6: \d+%/);
  await page.keyboard.press('Enter');
  assert.ok(await act(page, (_, root) => root.activeElement.matches('.passage')));
  assert.ok(await act(page, (_, root) => root.querySelector('.map').getBoundingClientRect().top < 5), 'the map is out of view');
  await shoot(page, 'map');
  await close(page);
});

test('next and previous go round the highlights of the selected issue, and say where', async () => {
  const page = await openSample();
  const walk = await act(page, (element, root) => {
    const { id } = element.analysis.issues.find(({ status }) => status === 'covered');
    element.selectedIssue = id;
    const first = element.next();
    const said = root.querySelector('.steps:not([hidden]) .place').textContent;
    const back = element.previous();
    const again = element.next();
    const focus = root.activeElement.matches('mark.chosen');
    return { id, attribute: element.getAttribute('issue'), first, said, back, again, focus };
  });
  assert.equal(walk.attribute, walk.id);
  assert.deepEqual(walk.first, { place: 1, count: walk.first.count });
  assert.equal(walk.said, `1 of ${walk.first.count}`);
  assert.deepEqual([walk.back.place, walk.again.place, walk.focus], [walk.first.count, 1, true]);
  await close(page);
});

test('a hidden issue leaves article and map, and comes back', async () => {
  const page = await openSample();
  const [before, hidden, shown] = await act(page, (element, root) => {
    const { id } = element.analysis.issues[0];
    const count = () => root.querySelectorAll('mark:not(.off)').length;
    const counts = [count()];
    element.selectedIssue = id;
    const steps = root.querySelector(`[data-issue="${id}"] + .steps`);
    steps.lastElementChild.click();
    counts.push(count());
    steps.lastElementChild.click();
    counts.push(count());
    return counts;
  });
  assert.ok(hidden < before);
  assert.equal(shown, before);
  await close(page);
});

test('a highlight says what every word of its sentence says for and against, and what comes second', async () => {
  const page = await openSample();
  await act(page, (element, root) => { root.querySelector('.issue').click(); element.next(); });
  await page.waitForFunction(() => document.querySelector('article-issues').shadowRoot.querySelector('.balance li'));
  const balance = await act(page, (_, root) => ({
    words: [...root.querySelectorAll('.balance .word')].map(({ textContent }) => textContent), signed: [...root.querySelectorAll('.balance .signed')].map(({ textContent }) => textContent),
    sentence: root.querySelector('.why blockquote').textContent.toLowerCase(), second: root.querySelector('.runner-up').textContent,
  }));
  for (const word of balance.words) assert.ok(balance.sentence.includes(word), word);
  for (const number of balance.signed) assert.match(number, /^[+-][\d,]+$/);
  assert.match(balance.second, /speaks/);
  await shoot(page, 'balance');
  await close(page);
});

test('chips say what was left out and split off; a part is put back, a heading joined, both undone', async () => {
  const page = await openSample();
  const chips = () => act(page, (_, root) => [...root.querySelectorAll('.repair summary')].map(({ textContent }) => textContent));
  assert.deepEqual(await chips(), ['2 repeated titles', '1 breadcrumb', '1 byline', '1 copyright line', '1 block of related articles', '1 heading']);
  await analysed(page, (element) => element.shadowRoot.querySelectorAll('.repair .chip')[1].querySelector('.edit').click());
  assert.ok(!(await chips()).includes('1 breadcrumb'));
  const inline = () => act(page, ({ analysis }) => analysis.article.headings.filter((heading) => heading.inline).length);
  assert.equal(await inline(), 1);
  await analysed(page, (element) => [...element.shadowRoot.querySelectorAll('.repair .chip')].at(-1).querySelector('.edit').click());
  assert.equal(await inline(), 0);
  assert.match(await act(page, (_, root) => root.querySelector('.repair').textContent), /You put back 1 and joined 1\./);
  await analysed(page, (element) => element.shadowRoot.querySelector('.repair .undo').click());
  assert.equal(await inline(), 1);
  await analysed(page, (element) => element.shadowRoot.querySelector('.repair .reset').click());
  assert.ok((await chips()).includes('1 breadcrumb'));
  await act(page, (_, root) => root.querySelectorAll('.repair summary')[4].click());
  await act(page, (_, root) => root.querySelector('.repair .chip[open] .place').click());
  assert.match(await act(page, (_, root) => root.activeElement.closest('details.removed[open]')?.textContent ?? root.activeElement.outerHTML), /Museum of glass/);
  await close(page);
});

test('every entry of the panels leads to its place, and one with several to each in turn', async () => {
  const page = await openSample();
  const led = await act(page, (element, root) => {
    const button = [...root.querySelectorAll('.panel .place')].find(({ textContent }) => /2 ×/.test(textContent));
    const texts = [];
    for (let i = 0; i < 3; i++) {
      button.click();
      texts.push(`${root.activeElement.dataset.start} ${button.querySelector('.count').textContent}`);
    }
    return { kinds: [...root.querySelectorAll('.panel h2')].map(({ textContent }) => textContent), texts };
  });
  assert.deepEqual(led.kinds, ['Actors', 'Key phrases', 'Figures']);
  assert.deepEqual(led.texts.map((entry) => entry.split(' ').slice(1).join(' ')), ['1 of 2', '2 of 2', '1 of 2']);
  assert.equal(led.texts[0], led.texts[2]);
  await close(page);
});

test('shortcuts work in the widget, not while typing, and can be turned off', async () => {
  const page = await openSample();
  const focused = () => act(page, (_, root) => root.activeElement?.localName ?? null);
  await act(page, (_, root) => root.querySelector('.issue').focus());
  await page.keyboard.press('n');
  assert.equal(await focused(), 'mark');
  await page.keyboard.press('w');
  assert.equal(await act(page, (_, root) => root.activeElement.textContent), 'Who wants what');
  await page.keyboard.press('?');
  assert.ok(await act(page, (_, root) => root.querySelector('dialog').open));
  await page.keyboard.press('Escape');
  await act(page, (_, root) => root.querySelector('textarea').focus());
  const length = await act(page, ({ value }) => value.length);
  await page.keyboard.press('n');
  assert.equal(await focused(), 'textarea');
  assert.equal(await act(page, ({ value }) => value.length), length + 1);
  await page.waitForFunction(() => document.querySelector('article-issues').analysis);
  await act(page, (element, root) => { element.setAttribute('shortcuts', 'off'); root.querySelector('.issue').focus(); });
  await page.keyboard.press('n');
  assert.equal(await focused(), 'button');
  await close(page);
});

test('own issues are found with their evidence at once, in their colour, and go again', async () => {
  const page = await openSample();
  const detail = (await analysed(page, (element) => { element.pack = { issues: [{ label: 'Mayors <b>', colour: 6, terms: [{ text: 'mayor', weight: 9 }] }] }; })).detail;
  const found = detail.report.evidence.filter(({ issue }) => issue === 'own-mayors-b');
  assert.deepEqual(found.map(({ stem }) => stem), ['mayor', 'mayor']);
  const shown = await act(page, (element, root) => {
    element.selectedIssue = 'own-mayors-b';
    return { label: root.querySelector('[data-issue="own-mayors-b"] .label').textContent, colours: [...root.querySelectorAll('mark.chosen')].map(({ dataset }) => dataset.colour) };
  });
  assert.equal(shown.label, 'Mayors <b>');
  assert.deepEqual(shown.colours, ['6', '6']);
  const refused = await act(page, (element) => { try { element.pack = { issues: [{ label: 7 }] }; } catch (error) { return error.message; } });
  assert.match(refused, /issues\[0\]\.label/);
  await analysed(page, (element) => { element.pack = null; });
  assert.equal(await act(page, ({ analysis }) => analysis.evidence.filter(({ issue }) => issue.startsWith('own-')).length), 0);
  await close(page);
});

test('reports are saved as files, and the HTML one is inert: it shows the article, and nothing of it runs or is fetched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'exports-'));
  try {
    const page = await openSample();
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    await analysed(page, (element) => { element.value = element.value.replace('Seven governments', `Seven <img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script> &amp; governments`); });
    for (let place = 0; place < 7; place++) {
      const saved = new Promise((resolve) => client.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()));
      await act(page, (_, root, at) => root.querySelectorAll('.export li')[at].querySelector('button').click(), place);
      await saved;
    }
    const names = (await readdir(folder)).sort();
    assert.deepEqual(names.map((name) => name.replace(/^lakes-summit-agrees-on-shared-gas-reserve-but-splits-over-mi[a-z]*/, '')), ['.annotations.jsonld', '.csv', '.html', '.json', '.md', '.newsarticle.jsonld', '.ninjs.json']);
    assert.deepEqual(JSON.parse(await readFile(join(folder, names.find((name) => name.endsWith('mi.json') || /mi[a-z]*\.json$/.test(name))), 'utf8')), await act(page, ({ analysis }) => analysis));
    await close(page);
    for (const scheme of ['light', 'dark']) {
      const report = await openPage(browser, pathToFileURL(join(folder, names[2])).href, { scheme });
      assert.ok(await report.evaluate(() => document.querySelectorAll('mark').length > 20 && document.body.textContent.includes('onerror=')));
      assert.match(await report.title(), /^Lakes summit/);
      await shoot(report, `export-${scheme}`, { fullPage: true });
      await close(report);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('selected words are copied with where they stand and what they are about', async () => {
  const page = await openSample();
  const copied = await act(page, async (_, root) => {
    let text = '';
    navigator.clipboard.writeText = async (words) => { text = words; };
    const marks = [...root.querySelectorAll('.article .text mark')].filter(({ textContent }) => textContent.length > 5);
    getSelection().setBaseAndExtent(marks[0].firstChild, 0, marks[0].firstChild, marks[0].textContent.length);
    root.querySelector('.export li:last-child button').click();
    await new Promise((resolve) => setTimeout(resolve));
    return { text, words: marks[0].textContent, start: marks[0].dataset.start };
  });
  assert.match(copied.text, new RegExp(`^“${copied.words}”\\n\\(Lakes summit.*; ${copied.start}–\\d+; .+\\)\\n$`));
  await close(page);
});

test('the element’s methods keep to what the reference says', async () => {
  const page = await openSample();
  const said = await act(page, async (element) => {
    const code = async (promise) => promise.then(() => 'done', (error) => error.code ?? error.name);
    const abort = new AbortController();
    const running = element.analyze({ signal: abort.signal });
    abort.abort();
    const aborted = await code(running);
    const cancelled = element.analyze();
    element.cancel();
    const results = [aborted, await code(cancelled), await code(element.analyze({ signal: AbortSignal.abort() }))];
    try { element.export('json'); } catch (error) { results.push(error.code); }
    results.push((await element.analyze()).schema);
    try { element.export('pdf'); } catch (error) { results.push(error.name); }
    element.value = '';
    results.push(await element.analyze(), element.next());
    return results;
  });
  assert.deepEqual(said, ['aborted', 'aborted', 'aborted', 'no-report', 1, 'RangeError', null, null]);
  await close(page);
});
