import assert from 'node:assert/strict';
import test from 'node:test';
import { flattenNode } from '../flatten.js';

// A node as far as flattening looks at it; a string is a text node.
function el(nodeName, attributes, ...children) {
  return {
    nodeType: 1, nodeName,
    hasAttribute: (name) => name in attributes,
    getAttribute: (name) => attributes[name] ?? null,
    childNodes: children.map((child) => (typeof child === 'string' ? { nodeType: 3, nodeName: '#text', nodeValue: child } : child)),
  };
}
const body = (...children) => el('BODY', {}, ...children);

for (const [name, node, want] of [
  ['headings and paragraphs', body(el('H1', {}, 'Title'), '\n  ', el('P', {}, 'One\n  two.'), el('P', {}, 'Three.')), 'Title\n\nOne two.\n\nThree.'],
  ['inline elements', body(el('P', {}, 'A ', el('B', {}, 'bold'), el('I', {}, 'er'), ' word', el('A', {}, ' linked'), '.')), 'A bolder word linked.'],
  ['lists and breaks', body(el('UL', {}, el('LI', {}, 'One'), ' ', el('LI', {}, 'Two')), 'a', el('BR', {}), 'b'), 'One\nTwo\n\na\nb'],
  ['nested blocks add no more gaps', body(el('DIV', {}, el('ARTICLE', {}, el('P', {}, 'A'))), el('SECTION', {}, el('DIV', {}, el('P', {}, 'B')))), 'A\n\nB'],
  ['table cells', body(el('TABLE', {}, el('TR', {}, el('TD', {}, 'a'), el('TD', {}, 'b')), el('TR', {}, el('TD', {}, 'c')))), 'a b\nc'],
  ['preformatted text', body(el('PRE', {}, 'a\n  b\n')), 'a\n  b'],
  ['scripts, styles and navigation', body(el('SCRIPT', {}, 'x()'), el('STYLE', {}, 'p{}'), el('NAV', {}, 'Home'), el('svg', {}, 'icon'), el('P', {}, 'Text')), 'Text'],
  ['hidden elements', body(el('P', { hidden: '' }, 'a'), el('P', { 'aria-hidden': 'true' }, 'b'), el('P', { style: 'DISPLAY:none' }, 'c'), el('P', {}, 'd')), 'd'],
  ['comments', body({ nodeType: 8, nodeName: '#comment', nodeValue: 'x' }, 'Text'), 'Text'],
  ['plain text of its own', body('\n  One\n  line.\n\n  Two.\n'), 'One line.\n\nTwo.'],
  ['characters that are not white space', body(el('P', {}, 'a\u00a0b \u200f\u05d0 \0 \u{1F600}')), 'a\u00a0b \u200f\u05d0 \0 \u{1F600}'],
  ['nothing', body(' \n\n '), ''],
]) {
  test(`flatten ${name}`, () => assert.equal(flattenNode(node), want));
}
