// What axe-core finds against accessibility: nothing, in any view or state, light, dark and forced colours.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { openBrowser, openPage, settled, startServe } from './harness.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = await startServe(test);
const browser = await openBrowser(test);

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.ok(passes.length > 10, 'axe saw next to nothing');
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, any, all }) => `${target.flat().join(' ')} ${[...any, ...all].map(({ message }) => message).join('; ')}`).join(' | ')}`);
}

async function opened(path, { scheme = 'light', forced = false, width = 1280 } = {}) {
  const page = await openPage(browser, address + path, { width, scheme, bypass: true });
  if (forced) await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await settled(page);
  return page;
}

const looks = [['light', {}], ['dark', { scheme: 'dark' }], ['forced colours', { forced: true }], ['narrow', { width: 340 }]];
const inWidget = (page, action) => page.evaluate(`(${action})(document.querySelector('article-issues'), document.querySelector('article-issues').shadowRoot)`);
const states = {
  'the sample': null,
  'a chosen highlight, an open chip, an open menu': (element, root) => { root.querySelector('.issue').click(); element.next(); root.querySelector('.chip').open = true; root.querySelector('.export').open = true; },
  'the shortcuts': (element, root) => root.querySelector('.help').click(),
  'an error': (element) => new Promise((resolve) => {
    element.addEventListener('analysis-error', resolve, { once: true });
    element.analyzer = { analyze: async () => { throw new Error('broken'); }, catalogue: async () => ({}) };
    element.analyze().catch(() => {});
  }),
};

for (const [look, options] of looks) {
  test(`page and embed, ${look}: no violation`, async () => {
    const page = await opened('', options);
    for (const [state, action] of Object.entries(states)) {
      if (action) await inWidget(page, action);
      assert.deepEqual(await violations(page), [], state);
    }
    await page.close();
    const embed = await opened('web/examples/intranet.html', options);
    assert.deepEqual(await violations(embed), [], 'embed');
    await embed.close();
  });

  test(`the other views, ${look}: no violation`, async () => {
    const page = await opened('', options);
    for (const [view, action] of Object.entries({
      compare: () => { document.querySelector('article-comparison').values = ['Rents rise. Tenants protest against their landlords.', 'Tariffs rise. Exporters protest. Rents fall.']; return new Promise((resolve) => setTimeout(resolve, 800)); },
      many: () => document.querySelector('article-batch').open([new File(['title,text\nA,Rents rise and tenants protest.\nB,Tariffs on steel are raised again.\nC,'], 'a.csv')]),
      issues: () => {
        const editor = document.querySelector('issue-editor');
        editor.pack = { issues: [{ label: 'Wind', terms: [{ text: 'offshore wind', weight: 9 }], tests: [{ text: 'Calm.', expected: true }] }] };
        editor.shadowRoot.querySelector('details').open = true;
      },
    })) {
      await page.evaluate((name) => { location.hash = `#view=${name}`; }, view);
      await page.waitForFunction((name) => document.querySelector(`[aria-current="page"]`).href.includes(name), {}, view);
      await page.evaluate(action);
      assert.deepEqual(await violations(page), [], view);
    }
    await page.close();
  });
}
