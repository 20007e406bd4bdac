// The examples with frameworks, with the frameworks put where they say. They are no part of what is shipped.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { openBrowser, openPage, settled, startHost } from './harness.js';

const modules = new URL('../node_modules/', import.meta.url);
const browser = await openBrowser(test);

/** CommonJS modules as one ES module: `files` by the names they are required by, the first is exported as `names`. */
async function asModule(files, names) {
  const parts = await Promise.all(Object.entries(files).map(async ([name, path]) => `${JSON.stringify(name)}: (module, exports, require) => {${await readFile(new URL(path, modules), 'utf8')}\n}`));
  return `const files = {${parts.join(',\n')}};
    const loaded = {};
    const load = (name) => {
      if (name === 'react' && globalThis.sharedReact) return globalThis.sharedReact;
      if (!loaded[name]) files[name](loaded[name] = { exports: {} }, loaded[name].exports, load);
      return loaded[name].exports;
    };
    const main = load(${JSON.stringify(Object.keys(files)[0])});
    if (${JSON.stringify(Object.keys(files)[0])} === 'react') globalThis.sharedReact = main;
    export const { ${names} } = main;`;
}

const vendor = {
  'web/examples/vendor/vue.js': () => readFile(new URL('vue/dist/vue.esm-browser.prod.js', modules)),
  'web/examples/vendor/react.js': () => asModule({ react: 'react/cjs/react.production.js' }, 'createElement, useState'),
  'web/examples/vendor/react-dom-client.js': () => asModule({
    'react-dom/client': 'react-dom/cjs/react-dom-client.production.js', 'react-dom': 'react-dom/cjs/react-dom.production.js', scheduler: 'scheduler/cjs/scheduler.production.js',
  }, 'createRoot'),
};

for (const [example, issue] of [['vue', /Covered: .*(Ferr|Strike|Wages|Labo|Employ|Union)/i], ['react', /Covered: .*(Rent|Hous)/]]) {
  test(`the element in ${example}: properties go in, events come out`, async () => {
    const files = Object.fromEntries(await Promise.all(Object.entries(vendor).map(async ([name, content]) => [name, await content()])));
    const page = await openPage(browser, `${await startHost(test, { files })}web/examples/${example}.html`);
    await page.waitForSelector('article-issues');
    await settled(page);
    await page.waitForFunction(() => /Covered/.test(document.getElementById('app').textContent));
    assert.match(await page.evaluate(() => document.querySelector('#app p').textContent), issue);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
}
