import assert from 'node:assert/strict';
import test from 'node:test';
import { blocks } from '../render/blocks.js';

const NOTHING = { title: null, byline: null, published: null, source: null, headings: [], removed: [] };
const at = (text, part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

function drawn(text, article = {}, passages = []) {
  return blocks(text, { article: { ...NOTHING, ...article }, passages })
    .map(({ start, end, kind, reason, passage }) => [text.slice(start, end), reason ?? kind, passage]);
}

test('lines are blocks, blank ones are not, whatever ends them', () => {
  assert.deepEqual(drawn(' One \n\nTwo\r\nThree\rFour\u2028Five '), ['One', 'Two', 'Three', 'Four', 'Five'].map((text) => [text, 'text', -1]));
  assert.deepEqual(drawn(' \n\t\n'), []);
});

test('an inline heading gets its own line', () => {
  const text = 'First sentence. A heading Second sentence.';
  assert.deepEqual(drawn(text, { headings: [{ ...at(text, 'A heading'), inline: true }] }),
    [['First sentence.', 'text', -1], ['A heading', 'heading', -1], ['Second sentence.', 'text', -1]]);
});

test('title, byline, removed parts and passages are told apart', () => {
  const text = 'Title\nNews desk\nTitle\nBody one. Body two.\nRead more';
  const again = text.lastIndexOf('Title');
  assert.deepEqual(drawn(text, {
    title: at(text, 'Title'), byline: { ...at(text, 'News desk'), name: 'News desk' },
    removed: [{ start: again, end: again + 5, reason: 'repeated-title' }, { ...at(text, 'Read more'), reason: 'related' }],
  }, [{ ...at(text, 'Body one.'), heading: null }, { ...at(text, 'Body two.'), heading: null }]), [
    ['Title', 'title', -1], ['News desk', 'meta', -1], ['Title', 'repeated-title', -1],
    ['Body one.', 'text', 0], ['Body two.', 'text', 1], ['Read more', 'related', -1],
  ]);
});

test('a heading belongs to the passage that it heads', () => {
  const text = 'Heading\nBody.';
  assert.deepEqual(drawn(text, { headings: [{ ...at(text, 'Heading'), inline: false }] }, [{ ...at(text, 'Body.'), heading: 0 }]),
    [['Heading', 'heading', 0], ['Body.', 'text', 0]]);
});

test('an endless line is cut up without losing or splitting a character', () => {
  for (const text of ['a'.repeat(50_001), 'word '.repeat(20_000).trim(), '\u{1F600}'.repeat(30_001), 'x' + '\u{1F600}'.repeat(30_001)]) {
    const parts = drawn(text).map(([part]) => part);
    assert.ok(parts.length > 1 && parts.every((part) => part.length <= 20_000 && part.isWellFormed?.() !== false));
    assert.equal(parts.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  }
});

function parts(text, article = {}, passages = []) {
  return blocks(text, { article: { ...NOTHING, ...article }, passages })
    .map(({ part, restored }) => [text.slice(part.start, part.end), restored]);
}

test('a paragraph that passages part is left out as one, headings and other lines by themselves', () => {
  const text = 'One here. Two here. A heading Three here.\nFour.';
  assert.deepEqual(parts(text, { headings: [{ ...at(text, 'A heading'), inline: true }] },
    ['One here.', 'Two here.', 'Three here.'].map((part) => ({ ...at(text, part), heading: null }))), [
    ['One here. Two here.', false], ['One here. Two here.', false], ['A heading', false], ['Three here.', false], ['Four.', false],
  ]);
});

test('each line that was removed is put back by itself', () => {
  const text = 'Body.\nRelated\nOther news';
  assert.deepEqual(parts(text, { removed: [{ start: 6, end: text.length, reason: 'related' }] }).map(([part]) => part), ['Body.', 'Related', 'Other news']);
});

test('what the reader put back or left out is known as such', () => {
  const text = 'Body.\nMore body.\nRelated';
  assert.deepEqual(drawn(text, { removed: [{ ...at(text, 'More body.'), reason: 'boilerplate', edited: true }] }).map(([, kind]) => kind), ['text', 'edited', 'text']);
  assert.deepEqual(parts(text, { restored: [at(text, 'Related')] }), [['Body.', false], ['More body.', false], ['Related', true]]);
});
