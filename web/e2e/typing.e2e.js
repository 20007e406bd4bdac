// What is typed: its highlights first, the whole report once typing rests, and what stays is not drawn anew.
import assert from 'node:assert/strict';
import test from 'node:test';
import { act, analysed, close, openAnalysed, openBrowser, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

/**
 * In the page: selects all in the box, and takes reports from an analyzer that is so many milliseconds slower, by
 * a clock of its own, so that a busy machine counts for nothing. `asked` has each question and whether typing had
 * rested before it.
 */
function typingInto({ longer }) {
  const element = document.querySelector('article-issues');
  const { analyzer } = element;
  let clock = 0;
  performance.now = () => clock;
  window.asked = [];
  element.analyzer = {
    catalogue: (options) => analyzer.catalogue(options),
    async analyze(text, options) {
      window.asked.push({ text, stages: options.stages ?? '', rested: window.rested });
      options.signal.addEventListener('abort', () => { window.isAborted = true; });
      const report = await analyzer.analyze(text, options);
      await new Promise((resolve) => { setTimeout(resolve, longer); });
      clock += longer;
      return report;
    },
  };
  const box = element.shadowRoot.querySelector('textarea');
  // Timers come in the order in which they are due, however late: "rested" is due before a rest of typing is over.
  box.addEventListener('input', () => { window.rested = false; setTimeout(() => { window.rested = true; }, 300); }, { once: true, capture: true });
  box.select();
  box.focus();
}

/** In the page: types letters, one after the other, without a rest. */
const type = (letters) => [...letters].forEach((letter) => document.execCommand('insertText', false, letter));
const report = (page) => page.waitForFunction(() => document.querySelector('article-issues').analysis);

test('typing is followed at once where that is quick, and goes on while it is, by the same worker', async () => {
  const page = await openAnalysed(browser, address);
  await page.evaluate(typingInto, { longer: 20 });
  await page.keyboard.type('R');
  await page.waitForFunction(() => window.asked.length > 0);
  await page.keyboard.type('ents rise.');
  await page.waitForFunction(() => window.asked.at(-1).text === 'Rents rise.');
  await report(page);
  const { asked, isAborted } = await page.evaluate(() => ({ asked: window.asked, isAborted: window.isAborted }));
  assert.deepEqual(asked[0], { text: 'R', stages: '', rested: false });
  assert.deepEqual({ text: asked.at(-1).text, stages: asked.at(-1).stages }, { text: 'Rents rise.', stages: '' });
  assert.equal(isAborted, undefined);
  await close(page);
});

test('typing is followed when it rests where that takes long', async () => {
  const page = await openAnalysed(browser, address);
  await page.evaluate(typingInto, { longer: 200 });
  await page.evaluate(type, 'R');
  await report(page); // 200 ms, as is known now
  for (const letters of ['ents rise.', ' Taxes']) {
    await page.evaluate(type, letters);
    await report(page);
  }
  const asked = await page.evaluate(() => window.asked.map(({ text, stages }) => [text, stages]));
  // What is mostly new has no highlights that could be kept.
  assert.deepEqual(asked, [['R', ''], ['Rents rise.', ''], ['Rents rise. Taxes', 'issues'], ['Rents rise. Taxes', '']]);
  await close(page);
});

test('while a text is typed, sections that stay keep their elements, what stands around waits, and all ends as if drawn anew', async () => {
  const page = await openAnalysed(browser, address);
  await page.evaluate(`window.type = ${type}`);
  await page.evaluate(() => {
    window.marks = () => [...document.querySelector('article-issues').shadowRoot.querySelectorAll('.article mark')].map(({ dataset: { start, end } }) => `${start}-${end}`);
  });
  for (const [where, letters] of [[0.5, ' Tariffs on steel fell.'], [0.1, '\n\nA line of its own\n\n'], [1, ' The end.'], [0, 'New: ']]) {
    const meanwhile = await page.evaluate(async ({ where, letters }) => {
      const element = document.querySelector('article-issues');
      const root = element.shadowRoot;
      const box = root.querySelector('textarea');
      const sections = () => [...root.querySelectorAll('.article > *')];
      const before = sections();
      const at = box.value.indexOf('. ', Math.floor((box.value.length - 1) * where)) + 1 || box.value.length;
      box.focus();
      box.setSelectionRange(where && at, where && at);
      const highlighted = new Promise((resolve) => {
        element.addEventListener('analysis-progress', ({ detail }) => detail.phase === 'highlighted' && element.value === box.value && resolve());
      });
      window.type(letters);
      await highlighted;
      const now = sections();
      return {
        kept: now.filter((section) => before.includes(section)).length, of: before.length, article: root.querySelector('.article').textContent.includes(letters.trim()),
        marks: window.marks(), waits: ['.map', '.claims', '.issues'].map((part) => root.querySelector(part).inert), analysis: element.analysis,
      };
    }, { where, letters });
    assert.ok(meanwhile.kept >= meanwhile.of - 3, `${meanwhile.kept} of ${meanwhile.of} at ${where}`);
    const { marks } = meanwhile;
    assert.deepEqual({ ...meanwhile, kept: 0, of: 0, marks: 0 }, { marks: 0, kept: 0, of: 0, article: true, waits: [true, true, true], analysis: null });
    await report(page);
    if (where) assert.deepEqual(marks, await page.evaluate(() => window.marks())); // what repeats a title does so no longer once that is typed on
    // Which passages are in sight is told a little later.
    const drawn = () => act(page, (element, root) => [
      root.querySelector('.results').outerHTML.replaceAll(/ class="(here)?"/g, ''), element.value, JSON.stringify(element.analysis),
    ]);
    const typed = await drawn();
    await analysed(page, (element) => {
      const { value } = element;
      element.value = '';
      element.value = value;
    });
    assert.deepEqual(typed, await drawn());
  }
  await close(page);
});
