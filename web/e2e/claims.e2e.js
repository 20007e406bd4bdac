// Who wants what: the grid of claims, and the way from a quotation to its place and back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { analysed, close, openBrowser, openPage, settled, shoot, startServe } from './harness.js';

const address = await startServe(test);
const browser = await openBrowser(test);

const TEXT = `Parliament debates rent freeze

The housing minister offered a bill that freezes rents in large cities for three years, with exceptions for every landlord who builds, renovates or lets to families. Landlords warned that it would end the construction of new apartments.

The tenants’ association demanded more social housing. “Mortgage rates have doubled,” the builders’ guild said. <b>Farmers</b> hope for rain.`;

/** [side, verb, content, kind, issue], each the words of TEXT. */
const CLAIMS = [
  ['The housing minister', 'offered', 'a bill that freezes rents in large cities for three years, with exceptions for every landlord who builds, renovates or lets to families', 'offers', 0],
  ['Landlords', 'warned', 'that it would end the construction of new apartments', 'warns', 0],
  ['The tenants’ association', 'demanded', 'more social housing', 'demands', 0],
  ['the builders’ guild', 'said', 'Mortgage rates have doubled,', 'says', 1],
  ['<b>Farmers</b>', 'hope', 'for rain', 'hopes', null],
];

/** In the page: the engine's reports, with these claims in place of its own; issues by their place in the list, which is long enough. */
const withClaims = (element, { text, claims }) => {
  const engine = element.analyzer;
  element.analyzer = {
    catalogue: () => engine.catalogue(),
    analyze: async (...call) => {
      const report = await engine.analyze(...call);
      const more = (await engine.catalogue()).issues.filter(({ id }) => report.issues.every((issue) => issue.id !== id));
      report.issues.push(...more.slice(0, 10).map((issue) => ({ ...issue, share: 0, confidence: 0.1, status: 'mentioned' })));
      const span = (part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
      const listed = report.issues.toSorted((a, b) => (b.status === 'covered') - (a.status === 'covered'));
      report.claims = claims.map(([side, verb, content, kind, issue]) => ({
        actor: { ...span(side), name: side }, verb: span(verb), content: span(content), kind, issue: issue === null ? null : listed[issue].id,
      }));
      report.actors = claims.map(([name]) => ({ name, aliases: [], type: 'group', mentions: [] }));
      return report;
    },
  };
  element.value = text;
};

async function openClaims({ claims = CLAIMS, ...options } = {}) {
  const page = await openPage(browser, address, options);
  await settled(page);
  const { type } = await analysed(page, withClaims, { text: TEXT, claims });
  assert.equal(type, 'analysis-complete');
  return page;
}

const inRoot = (page, action, argument) => page.evaluate(`(${action})(document.querySelector('article-issues').shadowRoot, ${JSON.stringify(argument)})`);

test('issues stand beside sides, with quotations as they are in the text', async () => {
  const page = await openClaims();
  const table = await inRoot(page, (root) => ({
    sides: [...root.querySelectorAll('.claims thead th .name')].map((name) => name.textContent),
    scopes: [...root.querySelectorAll('.claims th')].every((head) => head.scope === (head.closest('thead') ? 'col' : 'row')),
    rows: [...root.querySelectorAll('.claims tbody tr')].map((row) => [...row.cells].map((cell) => cell.querySelector('.words')?.textContent ?? cell.textContent)),
    kinds: [...root.querySelectorAll('.claims .kind')].map((kind) => kind.textContent),
    tags: root.querySelectorAll('.claims b').length,
    link: root.querySelector('.to-claims').textContent,
  }));
  const issues = await page.evaluate(() => [...document.querySelector('article-issues').shadowRoot.querySelectorAll('.issue .label')].map((label) => label.textContent));
  assert.deepEqual(table.sides, CLAIMS.map(([side]) => side));
  assert.ok(table.scopes);
  assert.deepEqual(table.rows, [
    [issues[0], `offered ${CLAIMS[0][2]}`, `warned ${CLAIMS[1][2]}`, `demanded ${CLAIMS[2][2]}`, '', ''],
    [issues[1], '', '', '', 'Mortgage rates have doubled, … said', ''],
    ['No issue', '', '', '', '', 'hope for rain'],
  ]);
  assert.deepEqual(table.kinds, ['offers', 'warns', 'demands', 'says', 'hopes']);
  assert.equal(table.tags, 0);
  assert.equal(table.link, 'Who wants what: 5 claims by 5 sides');
  await close(page);
});

test('a quotation leads to its place, by keyboard too, and back', async () => {
  const page = await openClaims({ height: 500 });
  await inRoot(page, (root) => root.querySelector('.to-claims').click());
  assert.equal(await inRoot(page, (root) => root.activeElement.textContent), 'Who wants what');
  await inRoot(page, (root) => root.querySelectorAll('.quote')[2].focus());
  await page.keyboard.press('Enter');
  const there = await inRoot(page, (root) => {
    const ranges = [...CSS.highlights.get('rubricator-claim')].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range;
    });
    const { top, bottom } = ranges[1].getBoundingClientRect();
    return { lit: ranges.map(String), seen: top > 0 && bottom < innerHeight, focus: root.activeElement.textContent, why: root.querySelector('.why').textContent };
  });
  assert.deepEqual(there.lit, CLAIMS[2].slice(0, 3));
  assert.ok(there.seen);
  assert.match(there.focus, /^The tenants’ association demanded/);
  assert.match(there.why, /The tenants’ association demands/);
  await shoot(page, 'claim');

  await inRoot(page, (root) => root.querySelector('.why .back').click());
  assert.match(await inRoot(page, (root) => root.activeElement.textContent), /more social housing/);
  await inRoot(page, (root) => root.querySelector('.why .close').click());
  assert.equal(await page.evaluate(() => CSS.highlights.get('rubricator-claim').size), 0);
  await close(page);
});

test('an issue that is selected, in the list or the grid, has its row marked', async () => {
  const page = await openClaims();
  const chosen = (selector) => inRoot(page, (root, button) => {
    root.querySelector(button).click();
    return {
      rows: [...root.querySelectorAll('.claims tbody tr')].map((row) => row.classList.contains('chosen')),
      pressed: [...root.querySelectorAll('.claims tbody th button')].map((head) => head.getAttribute('aria-pressed')),
      list: root.querySelectorAll('.issue[aria-pressed="true"]').length,
    };
  }, selector);
  assert.deepEqual(await chosen('.issue'), { rows: [true, false, false], pressed: ['true', 'false'], list: 1 });
  assert.deepEqual(await chosen('.claims tr:nth-child(2) th button'), { rows: [false, true, false], pressed: ['false', 'true'], list: 1 });
  assert.deepEqual(await chosen('.claims tr:nth-child(2) th button'), { rows: [false, false, false], pressed: ['false', 'false'], list: 0 });
  await close(page);
});

test('it fits wide, middling and narrow pages; where it does not, it scrolls by itself', async () => {
  const many = Array.from({ length: 9 }, (_, place) => [`Side ${place}`, ...CLAIMS[0].slice(1)]);
  for (const [name, width, stacked] of [['claims-wide', 1440, false], ['claims-middle', 820, false], ['claims-narrow', 360, true]]) {
    for (const scheme of ['light', 'dark']) {
      const page = await openClaims({ claims: many, width, scheme });
      const layout = await inRoot(page, (root) => {
        const scroll = root.querySelector('.claims .scroll');
        const others = root.querySelectorAll('.claims .shared .quote');
        return {
          sideways: document.documentElement.scrollWidth > innerWidth,
          region: [scroll.getAttribute('role'), scroll.tabIndex, Boolean(scroll.getAttribute('aria-label'))],
          stacked: getComputedStyle(root.querySelector('.claims td')).display === 'block',
          others: [...others].map((quote) => quote.querySelector('.who').textContent),
          named: others[0].querySelector('.who').getBoundingClientRect().width > 1,
          full: others[0].textContent.endsWith('lets to families'),
        };
      });
      assert.deepEqual(layout, { sideways: false, region: ['region', 0, true], stacked, others: ['Side 6', 'Side 7', 'Side 8'], named: true, full: true });
      await inRoot(page, (root) => root.querySelector('.to-claims').click());
      await shoot(page, `${name}-${scheme}`);
      await close(page);
    }
  }
});

test('many issues and many quotations are folded up, and unfold', async () => {
  const claims = Array.from({ length: 10 }, (_, issue) => ['Landlords', 'warned', 'that it would end', 'warns', issue]);
  const page = await openClaims({ claims: [...claims, ...claims.slice(0, 1), ...claims.slice(0, 1), ...claims.slice(0, 1)] });
  const shown = () => inRoot(page, (root) => ({
    rows: [...root.querySelectorAll('.claims tbody tr')].filter((row) => row.checkVisibility()).length,
    quotes: [...root.querySelectorAll('.claims thead + tbody tr:first-child .quote')].filter((quote) => quote.checkVisibility()).length,
    rest: root.querySelector('.claims .rest')?.textContent ?? null,
  }));
  assert.deepEqual(await shown(), { rows: 8, quotes: 3, rest: '2 more issues' });
  await inRoot(page, (root) => {
    root.querySelector('.claims .rest').click();
    root.querySelector('.claims td summary').click();
  });
  assert.deepEqual(await shown(), { rows: 10, quotes: 4, rest: null });
  assert.equal(await inRoot(page, (root) => root.activeElement.closest('tbody').rows.length), 2);
  await close(page);
});

test('no claims, no grid', async () => {
  const page = await openClaims({ claims: [] });
  assert.equal(await inRoot(page, (root) => root.querySelectorAll('.claims, .to-claims').length), 0);
  await close(page);
});

test('the engine’s own claims on the sample are shown, each to be found in the text', async () => {
  const page = await openPage(browser, address);
  await settled(page);
  const { claims, quotes, wrong } = await page.evaluate(() => {
    const { analysis, shadowRoot, value } = document.querySelector('article-issues');
    const quotes = [...shadowRoot.querySelectorAll('.quote')];
    return {
      claims: analysis.claims.length,
      quotes: quotes.length,
      wrong: quotes.flatMap((quote) => [...quote.querySelectorAll('.verb, .content')].map((part) => part.textContent)).filter((part) => !value.includes(part)),
    };
  });
  assert.ok(claims > 5);
  assert.equal(quotes, claims);
  assert.deepEqual(wrong, []);
  await close(page);
});
