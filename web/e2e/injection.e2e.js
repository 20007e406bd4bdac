// Hostile text at every entry, in each browser engine: it stays text. The pages have no policy here, so that
// what holds is the code alone. SOAK asks for one string at a time everywhere, not several in one text.
import assert from 'node:assert/strict';
import test from 'node:test';
import { acting, hasCollection, own, payloads } from './hostile.js';
import { openBrowser, openFirefox, settled, startHost, withoutPolicy } from './harness.js';

const { SOAK } = process.env;
const host = await startHost(test, { files: {
  'index.html': await withoutPolicy('index.html'),
  'rubricator.html': await withoutPolicy('rubricator.html'),
  'empty.html': '<!DOCTYPE html><title>Empty</title><body>',
  'blank.html': '<!DOCTYPE html><meta charset="utf-8"><title>Blank</title><body>',
  'frame.html': '<!DOCTYPE html><meta charset="utf-8"><iframe src="rubricator.html" sandbox="allow-scripts"></iframe>',
} });

/** In each document, before anything else: what hostile code would call tells the page around it. */
const hooks = `{
  globalThis.hits = [];
  if (top === self) addEventListener('message', ({ data, source }) => data?.called && globalThis.hits.push({ called: data.called, source }));
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    globalThis[name] = () => { if (top === self) globalThis.hits.push({ called: name, source: self }); else top.postMessage({ called: name }, '*'); };
  }
  // What the page may have in it: text, and elements that it makes itself.
  const ALLOWED = new Set(('html head meta title sup link script style body header main footer nav p h1 h2 h3 h4 h5 a button input select option label textarea slot '
    + 'article-issues article-batch article-comparison issue-editor div span section article aside details summary mark b i em strong small q cite ul ol li dl dt dd '
    + 'table caption thead tbody tr th td svg rect line path title g text figure figcaption dialog time kbd code iframe fieldset legend hr br progress blockquote output meter abbr noscript').split(' '));
  globalThis.foreign = () => {
    const found = [];
    const look = (root) => {
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        const inShadow = root !== document;
        if (!ALLOWED.has(name) || (inShadow && /^(script|style|iframe|meta|link)$/.test(name))) found.push(name);
        for (const { name: attribute, value } of element.attributes) {
          if (/^on/i.test(attribute) || attribute === 'srcdoc') found.push(name + ' ' + attribute);
          if (/^(href|src|action|formaction|data|xlink:href)$/i.test(attribute) && /^\\s*(javascript|vbscript|data):/i.test(value) && value !== 'data:,') found.push(name + ' ' + attribute + '=' + value);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    if ({}.polluted !== undefined) found.push('a polluted prototype');
    return found;
  };
}`;

/** Opens a page that notes what hostile text brings about: `problems` are requests, navigations, dialogs. */
async function openWatched(browser, path) {
  const page = await browser.newPage();
  page.problems = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host) && !/^(blob:|about:|data:(image\/svg|font))/.test(url) && !/favicon\.ico$/.test(url)) page.problems.push(url);
  });
  page.on('dialog', (dialog) => { page.problems.push(dialog.message()); dialog.dismiss(); });
  page.on('popup', () => page.problems.push('popup'));
  await page.evaluateOnNewDocument(hooks);
  await page.goto(host + path);
  return page;
}

/** Fails if anything came of the strings; `frame` is where they went. */
async function untouched(page, path, frame = page) {
  const hits = await page.evaluate(() => globalThis.hits.map(({ called }) => called)); // those of its frames, too
  const { foreign, address } = await frame.evaluate(() => ({ foreign: globalThis.foreign(), address: location.href.split('#')[0] }));
  assert.deepEqual({ hits, foreign, address, problems: page.problems }, { hits: [], foreign: [], address: host + path, problems: [] });
}

/**
 * In the page: runs `give(element, string)` with each string, and waits for what the element says of it;
 * returns those on which it said nothing.
 */
const each = (give) => `(async (strings) => {
  const give = ${give};
  const silent = [];
  for (const string of strings) {
    const ended = new Promise((resolve) => {
      for (const type of ['analysis-complete', 'analysis-error']) document.addEventListener(type, resolve, { once: true });
      // A file that is no text is refused, and the text stays.
      new MutationObserver((_, observer) => { observer.disconnect(); resolve(true); })
        .observe(document.querySelector('article-issues').shadowRoot.querySelector('.error'), { childList: true });
      setTimeout(resolve, 20_000);
    });
    await give(document.querySelector('article-issues'), string);
    if (!await ended) silent.push(string);
    if (silent.length > 3) break;
    const element = document.querySelector('article-issues');
    if (!element.analysis) continue;
    const { issues, evidence } = element.analysis;
    if (issues.length) element.selectedIssue = issues[0].id;
    if (evidence.length) element.next();
  }
  return silent;
})`;
const START = 'Tariffs on steel rise, and the minister wants a rent freeze. ';
const start = JSON.stringify(START);

// In the page: how a string comes in. Scripts have no clipboard in Firefox, so that the event brings its own.
const pasteAs = (type) => `(element, string) => {
  const box = element.shadowRoot.querySelector('textarea');
  const clipboardData = new DataTransfer();
  clipboardData.setData('${type}', ${start} + string);
  box.select();
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  box.dispatchEvent(event);
}`;
const ENTRIES = {
  'pasted text': pasteAs('text/plain'),
  'pasted HTML': pasteAs('text/html'),
  'dropped files': `(element, string) => {
      const dataTransfer = new DataTransfer();
      const html = string.length % 2;
      dataTransfer.items.add(new File([${start} + string], html ? string.slice(0, 40) + '.html' : 'a.txt', { type: html ? 'text/html' : 'text/plain' }));
      const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      element.shadowRoot.querySelector('textarea').dispatchEvent(event);
    }`,
  'the element’s content': `(element, string) => {
      if (!globalThis.second) {
        globalThis.second = document.createElement('article-issues');
        element.replaceWith(globalThis.second);
      }
      globalThis.second.textContent = ${start} + (globalThis.round = (globalThis.round ?? 0) + 1) + ' ' + string;
    }`,
  'the value property': `(element, string) => { element.value = ${start} + string; }`,
};

for (const [engine, browser] of Object.entries({ chromium: await openBrowser(test), firefox: await openFirefox(test) })) {
  const skip = !browser && 'no Firefox here, and none could be installed';
  /** The strings as texts: the project's own each in one, the others `size` in one to be quick. */
  const texts = (size) => {
    if (SOAK) return payloads;
    const others = payloads.slice(own.length);
    return [...own, ...Array.from({ length: Math.ceil(others.length / size) }, (_, i) => others.slice(i * size, (i + 1) * size).join('\n\n'))];
  };
  /** The project's own, and one of so many of the others. */
  const sample = (step) => (SOAK ? payloads : payloads.filter((_string, place) => place < own.length || place % step === 0));
  /** All in a few texts, for what needs a new page each time. */
  const fewTexts = () => {
    const count = SOAK ? 150 : 5;
    return Array.from({ length: count }, (_, i) => payloads.filter((_string, place) => place % count === i).join('\n\n'));
  };

  for (const [entry, give] of Object.entries(ENTRIES)) {
    test(`${engine}: hostile strings as ${entry}`, { skip, timeout: 1_200_000 }, async (t) => {
      const page = await openWatched(browser, 'index.html');
      await settled(page);
      const list = texts(100);
      for (let i = 0; i < list.length; i += 50) {
        assert.deepEqual(await page.evaluate(`${each(give)}(${JSON.stringify(list.slice(i, i + 50))})`), []);
        await untouched(page, 'index.html');
      }
      t.diagnostic(`${payloads.length} strings in ${list.length} texts`);
      await page.close();
    });
  }

  test(`${engine}: hostile strings as attributes, and as own issues`, { skip, timeout: 1_200_000 }, async (t) => {
    const page = await openWatched(browser, 'index.html');
    await settled(page);
    await page.evaluate((strings) => {
      const element = document.querySelector('article-issues');
      for (const string of strings) for (const name of ['issue', 'labels', 'shortcuts', 'title', 'lang']) element.setAttribute(name, string);
    }, payloads);
    await untouched(page, 'index.html');
    const size = SOAK ? 1 : 60;
    for (let at = 0; at < payloads.length; at += size) {
      await page.evaluate(async (strings, text) => {
        const element = document.querySelector('article-issues');
        const word = (string) => string.replace(/[^\p{L}]+/gu, '').slice(0, 60) || 'steel';
        element.pack = {
          title: strings[0].slice(0, 120),
          issues: strings.map((string) => ({
            id: string, label: string.slice(0, 60).trim() && string.slice(0, 60), definition: string.slice(0, 500),
            terms: [{ text: 'steel', weight: 9, note: string.slice(0, 500) }, { text: word(string) }], tests: [{ text: string.slice(0, 1000) }],
          })).filter(({ label }) => label?.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()),
        };
        document.querySelector('issue-editor').pack = element.pack;
        element.value = text;
        await element.analyze();
        element.selectedIssue = element.analysis.issues.find(({ id }) => id.startsWith('own-'))?.id;
        element.next();
      }, payloads.slice(at, at + size), START + at);
      await untouched(page, 'index.html');
    }
    t.diagnostic(`${payloads.length} strings`);
    await page.close();
  });

  test(`${engine}: hostile strings in the page’s address`, { skip, timeout: 1_200_000 }, async (t) => {
    const page = await openWatched(browser, 'index.html');
    await settled(page);
    const settings = sample(10);
    // Each setting as it is; the address changes without a new page.
    await page.evaluate(async (strings) => {
      for (const string of strings) {
        location.replace(`#${['view', 'issue', 'labels', 'text'].map((name) => `${name}=${string}`).join('&')}`);
        await new Promise((resolve) => { setTimeout(resolve); });
      }
    }, settings);
    await untouched(page, 'index.html');
    let opened = 0;
    for (const text of fewTexts()) {
      const packed = await page.evaluate(async (value) => {
        const bytes = new Uint8Array(await new Response(new Blob([value]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
        return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      }, START + text);
      await page.goto('about:blank');
      await page.goto(`${host}index.html#text=${packed}`);
      await settled(page);
      assert.ok(await page.evaluate((value) => document.querySelector('article-issues').value.startsWith(value), START));
      await untouched(page, 'index.html');
      opened++;
    }
    t.diagnostic(`${settings.length} strings as settings, and all as the text of ${opened} links`);
    await page.close();
  });

  test(`${engine}: hostile strings in what was stored`, { skip, timeout: 1_200_000 }, async (t) => {
    const page = await openWatched(browser, 'index.html');
    await settled(page);
    const list = fewTexts();
    for (const [i, text] of list.entries()) {
      await page.evaluate((value, pack) => {
        localStorage.setItem('rubricator-text', value);
        localStorage.setItem('rubricator-own-issues', pack);
      }, START + text, i % 2 ? text : JSON.stringify({ kind: 'rubricator-issues', title: text.slice(0, 120), issues: [{ label: text.slice(0, 60).trim() || 'x', definition: text.slice(0, 500), terms: [{ text: 'steel' }] }] }));
      await page.reload();
      await settled(page);
      assert.ok(await page.evaluate((value) => document.querySelector('article-issues').value.startsWith(value), START));
      await untouched(page, 'index.html');
    }
    t.diagnostic(`${payloads.length} strings in ${list.length} visits`);
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  test(`${engine}: hostile strings as many articles, compared, in files of own issues and in exports`, { skip, timeout: 1_200_000 }, async (t) => {
    const page = await openWatched(browser, 'index.html#view=many');
    const some = sample(4);
    await settled(page);
    const seen = await page.evaluate(async (strings, beginning) => {
      const batch = document.querySelector('article-batch');
      const cell = (text) => `"${text.replaceAll('"', '""').replace(/[\0-\x08\x0e-\x1f]/g, '')}"`; // a file with these is no text
      await batch.open([
        new File([`title,text\n${strings.map((string) => `${cell(string)},${cell(beginning + string)}`).join('\n')}`], 'a.csv'),
        new File([strings.map((string) => JSON.stringify({ title: string, text: beginning + string })).join('\n')], 'a.ndjson'),
        ...strings.slice(0, 100).map((string) => new File([string], `${string}.txt`)),
      ]);
      const scroller = [...batch.shadowRoot.querySelectorAll('*')].find((element) => element.scrollHeight > element.clientHeight + 200);
      let drawn = 0;
      for (let at = 0; scroller && at < scroller.scrollHeight; at += scroller.clientHeight) {
        scroller.scrollTop = at;
        await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
        drawn += batch.shadowRoot.querySelectorAll('tbody tr').length;
      }
      return { rows: batch.rows.length, drawn };
    }, some, START);
    assert.ok(seen.rows >= 2 * some.length, JSON.stringify(seen));
    assert.ok(seen.drawn >= 2 * some.length, JSON.stringify(seen));
    await untouched(page, 'index.html');

    await page.evaluate(() => { location.hash = '#view=compare'; });
    await page.waitForFunction(() => document.querySelector('article-comparison'));
    await page.evaluate(async (strings, beginning) => {
      const element = document.querySelector('article-comparison');
      for (const string of strings) {
        element.values = [beginning + string, `${string} Rents rise.`];
        while (!element.comparison) await new Promise((resolve) => { setTimeout(resolve, 2); });
      }
    }, SOAK ? payloads : fewTexts(), START);
    await untouched(page, 'index.html');

    await page.evaluate((strings) => {
      const editor = document.querySelector('issue-editor');
      for (const string of strings) {
        editor.take(string);
        editor.take(JSON.stringify({ '@graph': [{ '@id': string, '@type': 'skos:Concept', 'skos:prefLabel': string.slice(0, 60), 'skos:definition': string, 'skos:altLabel': [string.slice(0, 60), 'steel'] }] }));
        editor.pack = { issues: [] };
      }
    }, payloads);
    await untouched(page, 'index.html');

    // An exported page is opened as a page would be; its own policy is taken off as well.
    const pages = await page.evaluate(async (strings, beginning) => {
      const element = document.querySelector('article-issues');
      const list = [];
      for (const string of strings) {
        element.value = beginning + string;
        await element.analyze().catch(() => element.analyze()); // the editor’s change may come in between
        list.push(element.export('html', { url: string }));
      }
      return list;
    }, texts(100), START);
    const exported = await openWatched(browser, 'blank.html');
    for (const source of pages) {
      assert.match(source, /default-src 'none'/);
      await exported.evaluate((html) => {
        document.open();
        document.write(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
        document.close();
      }, source);
      const found = await exported.evaluate(() => globalThis.foreign().filter((name) => name !== 'style'));
      assert.deepEqual([found, await exported.evaluate(() => globalThis.hits), exported.problems], [[], [], []]);
    }
    t.diagnostic(`${seen.rows} rows, ${pages.length} exported pages`);
    await exported.close();
    await page.close();
  });

  test(`${engine}: hostile strings as messages, to the page and to its sealed frame`, { skip, timeout: 1_200_000 }, async (t) => {
    const page = await openWatched(browser, 'index.html');
    await settled(page);
    const before = await page.evaluate(() => document.querySelector('article-issues').value);
    await page.evaluate((strings) => {
      for (const string of strings) for (const data of [string, { type: 'rubricator-sealed-text', text: string }]) postMessage(data, '*');
    }, payloads);
    assert.equal(await page.evaluate(() => document.querySelector('article-issues').value), before, 'an open page takes no text by messages');
    await untouched(page, 'index.html');
    await page.close();

    const around = await openWatched(browser, 'frame.html');
    const frame = await (await around.waitForSelector('iframe')).contentFrame();
    await frame.waitForFunction(() => document.querySelector('article-issues')?.shadowRoot);
    const list = texts(100);
    for (const text of list) {
      await around.evaluate((value) => document.querySelector('iframe').contentWindow.postMessage({ type: 'rubricator-sealed-text', text: value }, '*'), START + text);
      await frame.waitForFunction((value) => { const element = document.querySelector('article-issues'); return element.value === value && element.analysis; }, {}, START + text);
    }
    await untouched(around, 'rubricator.html', frame);
    t.diagnostic(`${payloads.length} strings in ${list.length} messages`);
    await around.close();
  });

  test(`${engine}: the same strings do act where text is taken for markup`, { skip, timeout: 600_000 }, async (t) => {
    const page = await openWatched(browser, 'blank.html');
    const tried = SOAK ? payloads : own;
    const caught = [];
    for (let at = 0; at < tried.length; at += 60) {
      caught.push(...await page.evaluate(async (strings) => {
        // One document for each string as content of an element, one where it is written: only there scripts run.
        const frames = strings.flatMap((string) => [false, true].map((isWritten) => {
          const frame = document.createElement('iframe');
          frame.sandbox = 'allow-scripts allow-same-origin';
          frame.src = 'empty.html';
          document.body.append(frame);
          return new Promise((resolve) => {
            frame.addEventListener('load', () => {
              const { contentDocument: inner } = frame;
              if (isWritten) inner.write(string);
              else inner.body.innerHTML = string;
              if (isWritten) inner.close();
              resolve({ frame, string });
            }, { once: true });
          });
        }));
        const list = await Promise.all(frames);
        await new Promise((resolve) => { setTimeout(resolve, 500); });
        for (const { frame } of list) { // what waits for a reader
          for (const element of frame.contentDocument?.querySelectorAll('*') ?? []) {
            for (const type of ['mouseover', 'mousemove', 'mouseout', 'focus', 'blur', 'keydown', 'click']) element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
          }
        }
        await new Promise((resolve) => { setTimeout(resolve, 200); });
        const around = (window) => (window.parent === top ? window : around(window.parent));
        const acted = new Set(globalThis.hits.splice(0).filter(({ source }) => source && source !== top).map(({ source }) => around(source)));
        const found = new Set(list.filter(({ frame }) => acted.has(frame.contentWindow)).map(({ string }) => string));
        for (const { frame } of list) frame.remove();
        return [...found];
      }, tried.slice(at, at + 60)));
    }
    t.diagnostic(`${caught.length} of ${tried.length} strings act`);
    const silent = acting.filter((string) => !caught.includes(string));
    assert.ok(silent.length <= acting.length / 4, `of the project's own, these do not act: ${silent.join('\n')}`);
    assert.ok(!SOAK || !hasCollection || caught.length >= 200, `only ${caught.length}`);
    await page.close();
  });
}
