// The reader's changes to the repair of the paste: put back, leave out, undo, reset.
import assert from 'node:assert/strict';
import test from 'node:test';
import { analysed, close, openAnalysed, openBrowser, shoot, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

const openSample = (options) => openAnalysed(browser, address, options);

const inRoot = (page, action, argument) => page.evaluate(`(${action})(document.querySelector('article-issues').shadowRoot, ${JSON.stringify(argument)})`);

/** In the page: clicks the button of the block with these words. */
const clickAt = (element, words) => {
  const block = [...element.shadowRoot.querySelectorAll('.article .block')].find(({ textContent }) => textContent.includes(words));
  const button = block.querySelector('.edit');
  button.focus();
  button.click();
};
const click = (element, selector) => {
  const button = element.shadowRoot.querySelector(selector);
  button.focus();
  button.click();
};

/** How a block stands in the article, where it is in the window, and what has the focus. */
const look = (page, words) => inRoot(page, (root, part) => {
  const block = [...root.querySelectorAll('.article .block')].find(({ textContent }) => textContent.includes(part));
  const [line, button] = block.children;
  return { kind: line.classList[0], reason: line.querySelector('.reason')?.textContent ?? null, label: button.textContent, top: line.getBoundingClientRect().top, focused: root.activeElement === button };
}, words);

const line = (page) => inRoot(page, (root) => {
  const bar = root.querySelector('.repair');
  return [...bar.querySelectorAll(':scope > span > span, :scope > span > button, :scope > button')].filter((part) => part.checkVisibility()).map((part) => part.textContent);
});

/** In the page: what the engine answers to edits, in place of the engine: spans change sides, nothing else. */
const standIn = (element) => {
  const engine = element.analyzer;
  window.asked = [];
  element.analyzer = {
    catalogue: () => engine.catalogue(),
    analyze: async (text, { signal, edits }) => {
      window.asked.push(edits);
      const report = await engine.analyze(text, { signal });
      const { article } = report;
      article.restored = [];
      for (const { start, end, action } of edits) {
        const apart = (span) => span.end <= start || end <= span.start;
        const rest = (span) => (apart(span) ? [span] : [{ ...span, end: start }, { ...span, start: end }].filter((part) => part.end - part.start > 1));
        article.removed = article.removed.flatMap(rest);
        if (action === 'put-back') article.restored.push({ start, end });
        else {
          article.removed = [...article.removed, { start, end, reason: 'boilerplate', edited: true }].sort((a, b) => a.start - b.start);
          report.evidence = report.evidence.filter(apart);
          report.passages = report.passages.flatMap(rest);
        }
      }
      return report;
    },
  };
  element.value += ' ';
};

for (const [name, prepare] of [['a stand-in for the engine', standIn], ['the engine', null]]) {
  test(`what was removed is put back, a paragraph left out, and the reader stays in place: ${name}`, async () => {
    const page = await openSample({ height: 600 });
    if (prepare) await analysed(page, prepare);
    await inRoot(page, (root) => root.querySelector('.put-back').scrollIntoView({ block: 'center' }));
    const removed = await look(page, 'Copyright Lakes Courier');
    assert.deepEqual([removed.kind, removed.label], ['removed', 'Put back']);
    await analysed(page, clickAt, 'Copyright Lakes Courier');
    const restored = await look(page, 'Copyright Lakes Courier');
    assert.notEqual(restored.kind, 'removed');
    assert.deepEqual([restored.label, restored.focused], ['Leave out again', true]);
    assert.ok(Math.abs(restored.top - removed.top) < 2, 'the reader lost their place');

    await inRoot(page, (root) => [...root.querySelectorAll('.text')].find(({ textContent }) => textContent.includes('border had no access')).scrollIntoView({ block: 'center' }));
    const kept = await look(page, 'border had no access');
    await analysed(page, clickAt, 'border had no access');
    const leftOut = await look(page, 'border had no access');
    assert.deepEqual([leftOut.kind, leftOut.reason, leftOut.label, leftOut.focused], ['removed', 'left out by you', 'Put back', true]);
    assert.ok(Math.abs(leftOut.top - kept.top) < 2, 'the reader lost their place');
    assert.deepEqual(await line(page), ['You put back 1 and left out 1.', 'Undo', 'Reset', 'Edit the paste']);
    const inside = await page.evaluate(() => {
      const { analysis, value } = document.querySelector('article-issues');
      const start = value.indexOf('The longest session');
      const end = value.indexOf('\n', start);
      return analysis.evidence.filter((entry) => entry.start < end && start < entry.end).length;
    });
    assert.equal(inside, 0);
    await shoot(page, 'edits');

    await analysed(page, click, '.undo');
    assert.equal((await look(page, 'border had no access')).kind, 'text');
    assert.deepEqual(await line(page), ['You put back 1.', 'Undo', 'Reset', 'Edit the paste']);
    await analysed(page, click, '.reset');
    assert.deepEqual(await line(page), ['Edit the paste']);
    assert.equal(await inRoot(page, (root) => root.activeElement.textContent), 'Edit the paste');
    assert.equal((await look(page, 'Copyright Lakes Courier')).reason, removed.reason);
    await close(page);
  });
}

test('an analyzer gets the edits that hold; a new text has none', async () => {
  const page = await openSample();
  await analysed(page, standIn);
  await analysed(page, clickAt, 'Copyright Lakes Courier');
  await analysed(page, clickAt, 'Copyright Lakes Courier');
  await analysed(page, clickAt, 'Energy prices before everything');
  const start = await page.evaluate(() => document.querySelector('article-issues').value.indexOf('Copyright Lakes Courier'));
  const copyright = { start, end: start + 'Copyright Lakes Courier'.length };
  const asked = await page.evaluate(() => window.asked);
  assert.deepEqual(asked.slice(0, 3), [[], [{ ...copyright, action: 'put-back' }], [{ ...copyright, action: 'leave-out' }]]);
  assert.equal(asked[3].length, 2);
  await analysed(page, (element) => { element.value = 'Rents rise in the city.'; });
  assert.deepEqual(await page.evaluate(() => window.asked.at(-1)), []);
  assert.deepEqual(await line(page), ['Edit the paste']);
  await close(page);
});

test('unfolded lines stay unfolded, and a selected issue stays selected', async () => {
  const page = await openSample();
  await analysed(page, standIn);
  await inRoot(page, (root) => {
    root.querySelector('details.removed').open = true;
    root.querySelector('.issue').click();
  });
  const last = await inRoot(page, (root) => root.querySelectorAll('details.removed .block').length - 1);
  const before = await inRoot(page, (root, place) => {
    const block = root.querySelectorAll('details.removed .block')[place];
    block.scrollIntoView({ block: 'center' });
    return block.getBoundingClientRect().top;
  }, last);
  await analysed(page, `(element) => element.shadowRoot.querySelectorAll('details.removed .put-back')[${last}].click()`);
  const after = await inRoot(page, (root) => ({
    top: root.activeElement.parentElement.getBoundingClientRect().top,
    folded: root.querySelectorAll('details.removed:not([open])').length,
    selected: root.querySelectorAll('.issue[aria-pressed="true"]').length,
  }));
  assert.ok(Math.abs(after.top - before) < 2);
  assert.deepEqual([after.folded, after.selected], [0, 1]);
  await close(page);
});

test('what can be left out shows when it is pointed at, has the focus, or on demand', async () => {
  const page = await openSample();
  const visible = () => inRoot(page, (root) => [...root.querySelectorAll('.leave-out')].filter((button) => getComputedStyle(button).visibility === 'visible').length);
  await page.mouse.move(0, 0);
  assert.equal(await visible(), 0);
  const { x, y } = await inRoot(page, (root) => {
    const text = root.querySelector('.article .text');
    text.scrollIntoView({ block: 'center' });
    return text.getBoundingClientRect().toJSON();
  });
  await page.mouse.move(x + 20, y + 10);
  assert.equal(await visible(), 1);
  await page.mouse.move(0, 0);
  await inRoot(page, (root) => root.querySelector('.article .text mark').focus());
  assert.equal(await visible(), 1);
  await inRoot(page, (root) => root.querySelector('.edit-mode').click());
  assert.equal(await visible(), await inRoot(page, (root) => root.querySelectorAll('.leave-out').length));
  await close(page);
});
