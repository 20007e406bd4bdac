// The page as it is served: its functions, one after the other.
import assert from 'node:assert/strict';
import test from 'node:test';
import { act, analysed, close, drop, openAnalysed, openBrowser, paste, seen, shoot, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

const ARTICLE = `Parliament debates rent freeze

The housing minister presented a bill that freezes rents in large cities for three years. Tenants’ associations welcomed it; landlords said that it would end the construction of new apartments.

The opposition demanded more social housing instead. Mortgage rates have doubled, and affordable homes are scarce in every large city.`;

const openSample = (options) => openAnalysed(browser, address, options);

test('the page opens with the sample analysed, in light and dark, wide and narrow', async () => {
  for (const [name, options] of [
    ['page-light', {}], ['page-dark', { scheme: 'dark' }], ['page-narrow', { width: 320, height: 700 }], ['page-wide', { width: 2560, height: 1400 }],
  ]) {
    const page = await openSample(options);
    const { kind, status, article, box, error } = await seen(page);
    assert.equal(kind, 'covers');
    assert.match(status, /issues? covered/);
    assert.equal(error, null);
    assert.ok(box.length > 2500 && article.includes('Seven governments'));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
    await shoot(page, name);
    await close(page);
  }
});

test('title, headings, removed parts and passages are shown as such', async () => {
  const page = await openSample();
  const shown = await page.evaluate(() => {
    const { analysis, value, shadowRoot } = document.querySelector('article-issues');
    const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((element) => element.textContent);
    const slice = ({ start, end }) => value.slice(start, end).trim();
    return {
      title: texts('h2.title'), wantTitle: slice(analysis.article.title),
      headings: texts('h3.heading'), wantHeadings: analysis.article.headings.map(slice),
      reasons: texts('.removed .reason'),
      margins: texts('.margin'), passages: analysis.passages.length,
    };
  });
  assert.deepEqual(shown.title, [shown.wantTitle]);
  assert.deepEqual(shown.headings, shown.wantHeadings);
  assert.ok(shown.headings.includes('A quarrel over migration'));
  for (const reason of ['repeated title', 'breadcrumb', 'copyright line', 'related articles']) assert.ok(shown.reasons.includes(reason), reason);
  assert.equal(shown.margins.length, shown.passages);
  await close(page);
});

test('highlights are flat and re-slice to the text, and no text is lost', async () => {
  const page = await openSample();
  const wrong = await page.evaluate(() => {
    const { analysis, value, shadowRoot } = document.querySelector('article-issues');
    const places = [...shadowRoot.querySelectorAll('.article [data-start]')];
    const marks = places.filter(({ localName }) => localName === 'mark');
    const isMarked = new Set(marks.flatMap(({ dataset }) => Array.from({ length: dataset.end - dataset.start }, (_, i) => Number(dataset.start) + i)));
    const isDrawn = new Set(places.flatMap(({ dataset }) => Array.from({ length: dataset.end - dataset.start }, (_, i) => Number(dataset.start) + i)));
    const content = (element) => [...element.childNodes].filter((node) => !node.classList?.contains('reason')).map((node) => node.textContent).join('').trim();
    return {
      marks: marks.length,
      nested: marks.filter((mark) => mark.querySelector('mark')).length,
      resliced: places.filter((place) => content(place) !== value.slice(place.dataset.start, place.dataset.end).trim()).length,
      unmarked: analysis.evidence.filter(({ start, end }) => !isMarked.has(start) || !isMarked.has(end - 1)).length,
      lost: [...value].filter((letter, at) => letter.trim() && !isDrawn.has(at)).length,
    };
  });
  assert.ok(wrong.marks > 20);
  assert.deepEqual({ ...wrong, marks: 0 }, { marks: 0, nested: 0, resliced: 0, unmarked: 0, lost: 0 });
  await close(page);
});

test('a highlight says why: term, stem, issue, weight and sentence; arrow keys go on', async () => {
  const page = await openSample();
  const first = await page.evaluate(() => {
    const element = document.querySelector('article-issues');
    const selected = new Promise((resolve) => element.addEventListener('issue-select', ({ detail }) => resolve(detail), { once: true }));
    element.shadowRoot.querySelector('mark').click();
    const why = (selector) => element.shadowRoot.querySelector(`.why ${selector}`)?.textContent;
    return selected.then(({ evidence, issue }) => ({
      evidence, issue, term: why('.term'), stem: why('.stem'), label: why('.label'), weight: why('.weight'), sentence: why('blockquote'), value: element.value,
    }));
  });
  assert.equal(first.term, first.evidence.term);
  assert.equal(first.stem, first.evidence.stem);
  assert.equal(first.issue, first.evidence.issue);
  assert.ok(first.label);
  assert.match(first.weight, new RegExp(`^(strong|moderate|slight) \\(${first.evidence.weight}\\)$`));
  assert.ok(first.sentence.includes(first.value.slice(first.evidence.start, first.evidence.end)));
  await shoot(page, 'why');

  await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('mark').focus());
  const chosen = () => page.evaluate(() => document.querySelector('article-issues').shadowRoot.activeElement.dataset.start);
  const before = await chosen();
  await page.keyboard.press('ArrowRight');
  assert.ok(Number(await chosen()) > Number(before));
  await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.why .close').click());
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.why').textContent), '');
  await close(page);
});

test('an issue in the list shows its evidence alone, a second click all again', async () => {
  const page = await openSample();
  const choose = () => page.evaluate(() => {
    const element = document.querySelector('article-issues');
    const button = element.shadowRoot.querySelector('.issue');
    button.click();
    const { evidence } = element.analysis;
    const marks = [...element.shadowRoot.querySelectorAll('mark')].map((mark) => ({
      bright: getComputedStyle(mark).borderBottomColor !== 'rgba(0, 0, 0, 0)',
      own: evidence.some(({ issue, start, end }) => issue === button.dataset.issue && start < mark.dataset.end && mark.dataset.start < end),
    }));
    return { pressed: button.getAttribute('aria-pressed'), dimmed: marks.filter(({ bright }) => !bright).length, wrong: marks.filter(({ bright, own }) => bright !== own).length };
  });
  const on = await choose();
  assert.deepEqual({ ...on, dimmed: on.dimmed > 0 }, { pressed: 'true', dimmed: true, wrong: 0 });
  await shoot(page, 'issue-selected');
  assert.deepEqual(await choose().then(({ pressed, dimmed }) => ({ pressed, dimmed })), { pressed: 'false', dimmed: 0 });
  await close(page);
});

test('keywords show stems with forms and counts, and light up all their mentions', async () => {
  const page = await openSample();
  const result = await page.evaluate(async () => {
    const { analysis, shadowRoot, value } = document.querySelector('article-issues');
    const fold = shadowRoot.querySelector('.keywords details');
    const folded = shadowRoot.querySelectorAll('.keyword').length;
    const unfolded = new Promise((done) => { fold.addEventListener('toggle', done, { once: true }); });
    fold.firstChild.click();
    await unfolded;
    const buttons = [...shadowRoot.querySelectorAll('.keyword')];
    const lit = () => [...(CSS.highlights.get('rubricator-lit') ?? [])].map((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    const states = [];
    for (const place of [0, 1, 0]) {
      buttons[place].click();
      states.push(lit());
    }
    const [first, second] = analysis.keywords;
    const mentions = (...keywords) => keywords.flatMap((keyword) => keyword.mentions.map(({ start, end }) => value.slice(start, end)));
    return { text: buttons[0].textContent, first, folded, count: buttons.length, all: analysis.keywords.length, states, want: [mentions(first), mentions(first, second), mentions(second)] };
  });
  assert.equal(result.count, result.all);
  assert.ok(result.folded < result.all);
  assert.ok(result.text.startsWith(result.first.stem) && result.text.includes(`${result.first.forms[0].text} ${result.first.forms[0].count}`));
  assert.deepEqual(result.states, result.want);
  await close(page);
});

test('a paste replaces the sample at once; the reader’s own text is pasted into', async () => {
  const page = await openSample();
  await browser.defaultBrowserContext().overridePermissions(new URL(address).origin, ['clipboard-read', 'clipboard-sanitized-write']);
  await page.evaluate((text) => {
    document.querySelector('article-issues').shadowRoot.querySelector('textarea').focus();
    return navigator.clipboard.writeText(text);
  }, ARTICLE);
  await page.evaluate(() => { window.completed = new Promise((resolve) => document.addEventListener('analysis-complete', resolve, { once: true })); });
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.evaluate(() => window.completed.then(() => {}));
  assert.equal((await seen(page)).value, ARTICLE);

  await analysed(page, paste, { text: ' And more.' });
  const { value, article } = await seen(page);
  assert.equal(value, `${ARTICLE} And more.`);
  assert.ok(article.includes('And more.'));

  await page.evaluate(() => document.execCommand('undo'));
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').value), ARTICLE);
  await close(page);
});

test('what is pasted arrives unchanged, but for line ends', async () => {
  const page = await openSample();
  const text = 'Rents\0 rise.\r\n\ufeffNai\u0308ve \u202Ecity\u202C \u{1F468}\u200D\u{1F469}\u00AD\u00A0“here”\r\t.';
  await analysed(page, paste, { text, all: true });
  assert.equal((await seen(page)).value, text.replaceAll(/\r\n?/g, '\n'));
  await close(page);
});

test('pasted HTML is flattened and does not execute', async () => {
  const page = await openSample();
  const html = `<!--StartFragment--><nav>Home</nav><h1>Rent freeze</h1><script>window.pwned = 1</script><img src="/x.png" onerror="window.pwned = 2">
    <p onclick="window.pwned = 3">Parliament debates <b>rents</b> &amp; housing.</p><svg onload="window.pwned = 4"><text>x</text></svg>
    <iframe srcdoc="<script>parent.pwned = 5</script>"></iframe><p style="display:none">hidden</p><ul><li>One<li>Two</ul><a href="javascript:window.pwned = 6">Link</a>`;
  await analysed(page, paste, { html, text: 'ignored' });
  assert.equal((await seen(page)).value, 'Rent freeze\n\nParliament debates rents & housing.\n\nOne\nTwo\n\nLink');
  const tags = '<img src=x onerror="window.pwned = 7"><script>window.pwned = 8</script><b>Rents</b> rise in the city.';
  await analysed(page, paste, { text: tags, all: true });
  const { value, article } = await seen(page);
  assert.equal(value, tags);
  assert.ok(article.includes(tags));
  assert.equal(await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelectorAll('.article :is(img, script, b)').length), 0);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  await close(page);
});

test('text, Markdown and HTML files are read; a binary or empty one is refused, and the text stays', async () => {
  const page = await openSample();
  for (const [file, want] of [
    [{ name: 'a.txt', type: 'text/plain', content: ARTICLE }, ARTICLE],
    [{ name: 'a.md', type: '', content: '# Rents\n\nRents rise.' }, '# Rents\n\nRents rise.'],
    [{ name: 'a.html', type: 'text/html', content: '<title>x</title><h1>Rents</h1><p>Rents rise.' }, 'Rents\n\nRents rise.'],
  ]) {
    await analysed(page, drop, file);
    assert.equal((await seen(page)).value, want);
  }
  for (const [file, want] of [
    [{ name: 'photo.png', type: 'image/png', content: [0x89, 0x50, 0x4e, 0x47, 0, 0, 1] }, /photo\.png.*not a text file/],
    [{ name: 'paper.pdf', type: 'application/pdf', content: '%PDF-1.4 text' }, /paper\.pdf.*not a text file/],
    [{ name: 'empty.txt', type: 'text/plain', content: '' }, /empty\.txt.*no text/],
  ]) {
    await page.evaluate(`(${drop})(document.querySelector('article-issues'), ${JSON.stringify(file)})`);
    await page.waitForFunction((name) => document.querySelector('article-issues').shadowRoot.querySelector('.error:not([hidden])')?.textContent.includes(name), {}, file.name);
    const { value, error, kind } = await seen(page);
    assert.match(error, want);
    assert.equal(value, 'Rents\n\nRents rise.');
    assert.notEqual(kind, null);
  }
  await close(page);
});

test('sample and clear', async () => {
  const page = await openSample();
  await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.clear').click());
  assert.deepEqual(await seen(page).then(({ value, box, article, status }) => ({ value, box, article, status })),
    { value: '', box: '', article: null, status: 'Paste an article to see its issues.' });
  await analysed(page, (element) => element.shadowRoot.querySelector('.sample').click());
  assert.ok((await seen(page)).article.includes('Seven governments'));
  await close(page);
});

test('bad input gives a clear result, nothing is lost, the page stays usable', async (t) => {
  const page = await openSample();
  const results = [
    ['an emoji', '\u{1F600}', (after) => assert.equal(after.kind, 'none')],
    ['NUL', 'Rents\0 rise in the city.'],
    ['CRLF', ARTICLE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${ARTICLE}`],
    ['right-to-left text', 'ارتفعت الإيجارات في المدينة.'],
    ['bidi controls', 'Rents \u202Erise\u202C in \u2066the\u2069 city.'],
    ['a foreign language', 'Le parlement a débattu hier soir du gel des loyers dans les grandes villes, et les locataires ont demandé plus de logements sociaux pour les familles qui ne peuvent pas payer.',
      (after) => assert.match(after.notice, /French/)],
    ['two megabytes of one letter', 'a'.repeat(2_000_000), (after) => assert.equal(after.kind, 'none')],
  ];
  for (const [name, text, check] of results) {
    await t.test(name, async () => {
      const { type, detail } = await analysed(page, (element, value) => { element.value = value; }, text);
      assert.equal(type, 'analysis-complete', JSON.stringify(detail));
      const after = await seen(page);
      assert.equal(after.value, text);
      assert.equal(after.box, text.replaceAll('\r\n', '\n'));
      assert.ok(after.verdict);
      check?.(after);
    });
  }
  await t.test('a lone surrogate', async () => {
    const { type } = await analysed(page, (element) => { element.value = `Rents rise ${String.fromCharCode(0xd83d)} in the city.`; });
    assert.equal(type, 'analysis-complete');
    assert.equal(await page.evaluate(() => {
      const { value, analysis, shadowRoot } = document.querySelector('article-issues');
      return value.charCodeAt(11) === 0xd83d && analysis.length === value.length && shadowRoot.querySelector('.article').textContent.includes('in the city.');
    }), true);
  });
  await t.test('only white space', async () => {
    await page.evaluate(() => { document.querySelector('article-issues').value = ' \n\t\u00a0 '; });
    const { value, status, article } = await seen(page);
    assert.deepEqual({ value, article }, { value: ' \n\t\u00a0 ', article: null });
    assert.match(status, /blank/);
  });
  await t.test('more than two megabytes', async () => {
    const { type, detail } = await analysed(page, (element) => { element.value = 'a'.repeat(3 * 1024 * 1024); });
    assert.equal(type, 'analysis-error');
    assert.equal(detail.code, 'too-large');
    const { error, box } = await seen(page);
    assert.match(error, /3 MB.*limit is 2 MB.*still in the box/);
    assert.equal(box.length, 3 * 1024 * 1024);
  });
  await t.test('an article after all that', async () => {
    const { type } = await analysed(page, (element, value) => { element.value = value; }, ARTICLE);
    assert.equal(type, 'analysis-complete');
    const { error, article } = await seen(page);
    assert.equal(error, null);
    assert.ok(article.includes('rent freeze'));
  });
  await close(page);
});

test('a long text shows how far its analysis is, and can be cancelled: it stays, and the next one is read', async () => {
  const page = await openSample();
  const long = `${ARTICLE}\n\n`.repeat(2_500);
  const start = (element, text) => {
    window.parts = [];
    element.addEventListener('analysis-progress', ({ detail }) => detail.part !== undefined && window.parts.push(detail.part));
    element.value = text;
  };
  await analysed(page, start, long);
  const parts = await page.evaluate(() => window.parts);
  assert.ok(parts.length >= 6 && parts.every((part, place) => part > (parts[place - 1] ?? 0) && part <= 1), String(parts));
  assert.equal(await act(page, (element, root) => root.querySelector('.running').checkVisibility()), false);
  const seenThen = await act(page, async (element, root, text) => {
    const progress = root.querySelector('progress');
    const told = new Promise((resolve) => { element.addEventListener('analysis-progress', ({ detail }) => detail.part && resolve(), { capture: true }); });
    element.value = text;
    await told;
    const meanwhile = { shown: progress.checkVisibility(), isPart: progress.value > 0 && progress.value < 1, name: progress.ariaLabel };
    root.querySelector('.running .cancel').click();
    return { ...meanwhile, after: root.querySelector('.running').checkVisibility(), status: root.querySelector('.status').textContent, box: root.querySelector('textarea').value === text };
  }, `${long}!`);
  assert.deepEqual(seenThen, { shown: true, isPart: true, name: 'How far the analysis is', after: false, status: 'The analysis was stopped.', box: true });
  assert.equal((await analysed(page, (element) => { element.value = 'Rents rise.'; })).type, 'analysis-complete');
  await close(page);
});

test('more evidence than elements could show is painted, and still says why', async () => {
  const page = await openSample();
  const { type } = await analysed(page, (element, text) => { element.value = text; }, Array.from({ length: 2500 }, () => ARTICLE.split('\n\n')[1]).join('\n\n'));
  assert.equal(type, 'analysis-complete');
  const { marks, painted, evidence } = await page.evaluate(() => {
    const { shadowRoot, analysis } = document.querySelector('article-issues');
    const names = [...CSS.highlights.keys()].filter((name) => name !== 'rubricator-lit');
    return { marks: shadowRoot.querySelectorAll('.article mark').length, painted: names.reduce((sum, name) => sum + CSS.highlights.get(name).size, 0), evidence: analysis.evidence.length };
  });
  assert.ok(evidence > 4000);
  assert.deepEqual({ marks, painted }, { marks: 0, painted: evidence });

  const place = await page.evaluate(() => {
    const [range] = [...CSS.highlights].find(([name, ranges]) => name !== 'rubricator-lit' && ranges.size)[1];
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    live.startContainer.parentElement.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = live.getClientRects()[0];
    return { x: x + width / 2, y: y + height / 2, text: live.toString() };
  });
  await page.mouse.click(place.x, place.y);
  assert.ok((await page.evaluate(() => document.querySelector('article-issues').shadowRoot.querySelector('.why blockquote')?.textContent))?.includes(place.text));
  await close(page);
});

test('each error of an analyzer is shown with its cure, and can be tried again', async () => {
  const page = await openSample();
  for (const code of ['timeout', 'crashed', 'unsupported-language', 'load-failed']) {
    const { type, detail } = await analysed(page, `(element) => {
      element.analyzer = { analyze: () => Promise.reject({ code: '${code}', message: 'The cause.', hint: 'The cure.' }) };
      element.value += ' ';
    }`);
    assert.deepEqual({ type, code: detail.code }, { type: 'analysis-error', code });
    assert.match((await seen(page)).error, /The cause\..*The cure\./);
  }
  const { type } = await analysed(page, (element) => {
    element.analyzer = null;
    element.shadowRoot.querySelector('.error button').click();
  });
  assert.equal(type, 'analysis-complete');
  await close(page);
});
