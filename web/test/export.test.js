import Ajv from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { selectionText, titleOf, urn } from '../export/article.js';
import { csvRow } from '../export/csv.js';
import { FORMATS, write } from '../export/index.js';
import { plain } from '../export/markdown.js';
import { markup } from '../export/markup.js';
import { Legend } from '../render/results.js';
import { sample } from '../sample.js';
import { fileName } from '../save.js';
import { catalogue, fakeReport } from './report.js';

const NOW = '2026-03-15T12:00:00.000Z';
const HOSTILE = `=cmd|'/C calc'!A0 </script><script>alert(1)</script>
"quoted", 👩‍👩‍👧 | **bold** [link](javascript:alert(1)) \u202eevil\u202c \u0000 \ud800

Household electricity prices rose 👩‍👩‍👧 and asylum seekers waited, +1,000 said. שלום refugees.`;

/** A report with everything in it, on a text. */
function article(text) {
  const report = fakeReport(text);
  const span = (words) => { const start = text.indexOf(words); return { start, end: start + words.length }; };
  const [first, second = first] = report.evidence;
  report.article.byline = { ...span(text.slice(0, 4)), name: 'Ada "Q" <b>' };
  report.article.published = { ...span(text.slice(0, 4)), date: '2026-03-14' };
  report.article.source = { ...span(text.slice(0, 4)), name: 'Lakes Courier' };
  report.issues[0].mediatopic = '20000373';
  report.claims = [{ actor: { ...first, name: '@mayor' }, verb: second, content: second, kind: 'wants', issue: first.issue }, { actor: { ...first, name: 'B' }, verb: first, content: first, kind: 'says', issue: null }];
  report.actors = [{ name: 'UNHCR', aliases: ['UN refugee agency'], type: 'organisation', mentions: [first] }, { name: '-Minus', aliases: [], type: 'person', mentions: [first] }, { name: 'Spain', aliases: [], type: 'country', mentions: [] }, { name: 'mayor', aliases: [], type: 'office', mentions: [] }];
  report.figures = [{ ...first, kind: 'money', value: 18e9, unit: 'EUR' }, { ...first, kind: 'date', value: '--09-01', unit: null }];
  report.quotes = [{ ...first, speaker: null }];
  report.phrases = [{ text: '=SUM(A1)', score: 1, count: 2, mentions: [first] }];
  return { text, report, legend: new Legend(report, catalogue), now: NOW };
}

const cases = { 'an article': article(sample), 'a hostile text': article(HOSTILE), 'no issue': { text: '', report: { ...fakeReport('x'), length: 0 }, legend: new Legend(fakeReport('x'), catalogue), now: NOW } };

for (const [name, given] of Object.entries(cases)) {
  for (const { id } of FORMATS) {
    test(`${id} of ${name} is the same twice`, () => assert.equal(write(id, given), write(id, given)));
  }

  test(`annotations of ${name}: each selector gives back its words, by code points too`, () => {
    const page = JSON.parse(write('annotations', given));
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(page.type, 'AnnotationPage');
    const points = [...given.text];
    assert.equal(page.items.length, given.report.evidence.length + given.report.claims.length);
    assert.equal(new Set(page.items.map(({ id }) => id)).size, page.items.length);
    const motivations = ['classifying', 'describing'];
    for (const { id, type, motivation, body, target, created, creator } of page.items) {
      assert.equal(type, 'Annotation');
      assert.match(id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}#/);
      assert.ok(motivations.includes(motivation) && created === NOW && creator.type === 'Software');
      for (const part of body) assert.ok(part.type === 'TextualBody' ? typeof part.value === 'string' : part.source.startsWith('http'));
      const [quote, position] = target.selector;
      assert.deepEqual([quote.type, position.type], ['TextQuoteSelector', 'TextPositionSelector']);
      assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
      assert.ok(given.text.includes(quote.prefix + quote.exact + quote.suffix));
      assert.ok([...quote.prefix].length <= 32 && [...quote.suffix].length <= 32);
    }
  });

  test(`ninjs of ${name} is valid`, { skip: !existsSync(SCHEMA()) && 'the schema is not here' }, () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
    const schema = JSON.parse(readFileSync(SCHEMA(), 'utf8'));
    const validate = ajv.compile(schema);
    assert.ok(validate(JSON.parse(write('ninjs', given))), JSON.stringify(validate.errors));
    assert.equal(validate({ ...JSON.parse(write('ninjs', given)), subjects: [{ relevance: 0.5 }] }), false, 'the schema refuses nothing');
  });

  test(`ninjs of ${name}: subjects are Media Topics where there are some, relevance in percent`, () => {
    const item = JSON.parse(write('ninjs', given));
    assert.match(item.uri, /^urn:uuid:/);
    assert.equal(item.subjects.length, given.report.issues.length);
    for (const [place, { relevance, confidence, uri, literal }] of item.subjects.entries()) {
      const issue = given.report.issues[place];
      assert.deepEqual([relevance, confidence, literal], [Math.round(issue.share * 100), Math.round(issue.confidence * 100), issue.id]);
      assert.equal(uri, issue.mediatopic ? `http://cv.iptc.org/newscodes/mediatopic/${issue.mediatopic}` : undefined);
    }
  });

  test(`schema.org of ${name}: a NewsArticle that may stand in a script element`, () => {
    const json = write('newsarticle', given);
    assert.ok(!json.includes('<'));
    const item = JSON.parse(json);
    assert.deepEqual([item['@context'], item['@type']], ['https://schema.org', 'NewsArticle']);
    assert.equal(item.headline, titleOf(given.text, given.report));
    for (const about of item.about) assert.ok(about['@type'] === 'DefinedTerm' ? about.termCode && about.inDefinedTermSet : about['@type'] === 'Thing');
    for (const { '@type': type } of item.mentions) assert.ok(['DefinedTerm', 'Thing', 'Person', 'Organization', 'Country'].includes(type));
  });

  test(`CSV of ${name}: every row has all columns, and no cell is a formula`, () => {
    const table = rowsOf(write('csv', given));
    for (const row of table) {
      assert.equal(row.length, 17);
      for (const cell of row) assert.ok(!/^[=+@\t\r]/.test(cell) && !/^-[^\d.]/.test(cell), cell);
    }
    const records = table.slice(1).map(([record]) => record);
    assert.equal(records.filter((record) => record === 'evidence').length, given.report.evidence.length);
    assert.equal(records.filter((record) => record === 'claim').length, given.report.claims.length);
  });

  test(`HTML of ${name}: the reader's words are text, and the policy allows nothing`, () => {
    const page = write('html', given);
    assert.ok(page.startsWith('<!DOCTYPE html>') && page.includes("default-src 'none'"));
    assert.ok(!/<script|<img|<iframe|\son\w+=|javascript:/i.test(page.replace(/&[#\w]+;/g, '').replace(/\[link\]\(javascript:alert\(1\)\)/, '')));
    const body = page.slice(page.indexOf('</style>'));
    const tags = new Set([...body.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    for (const tag of tags) assert.ok('head body html h1 h2 h3 p a table thead tbody tr th td mark sup span svg rect'.split(' ').includes(tag), tag);
  });
}

function SCHEMA() {
  return new URL('../../../shared/reference/ninjs-schema_3.1.json', import.meta.url);
}

/** The rows of strict RFC 4180. */
function rowsOf(csv) {
  const rows = [];
  let row = [];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('cells that a spreadsheet would run get an apostrophe; numbers stay numbers', () => {
  assert.equal(csvRow(['=1+1', '+1', '-x', '@a', '\tb', 'plain', -3, 0.5, null, undefined, 'a,"b"']), `"'=1+1","'+1","'-x","'@a","'\tb",plain,-3,0.5,,,"a,""b"""\r\n`);
});

test('Markdown shows text as text', () => assert.equal(plain('*a* [b](c)\n# <d> | `e`'), '\\*a\\* \\[b\\]\\(c\\) \\# \\<d\\> \\| \\`e\\`'));

test('markup takes in nothing but text and markup', () => {
  assert.equal(String(markup`<p>${'<b>&"\'\u0001\ud800'}${markup`<i>${1}</i>`}${[markup`<u></u>`, null, false]}</p>`), '<p>&lt;b&gt;&amp;&quot;&#39; \ufffd<i>1</i><u></u></p>');
});

test('an unknown form is refused by name', () => assert.throws(() => write('pdf', cases['an article']), /“pdf”.*json/));

test('a URN is that of the text', () => {
  assert.equal(urn('a'), urn('a'));
  assert.notEqual(urn('a'), urn('b'));
});

test('file names are harmless', () => {
  assert.equal(fileName('../Über "alles": <a>/b?', 'article'), 'u-ber-alles-a-b');
  assert.equal(fileName('???', 'article'), 'article');
});

test('a copied selection says where it stands and what it is about', () => {
  const { text, report, legend } = cases['an article'];
  const start = text.indexOf('Household electricity');
  assert.match(selectionText({ text, report, legend }, { start, end: start + 28 }), /^“Household electricity prices”\n\(Lakes summit.*; \d+–\d+; Energy prices\)\n$/);
});
