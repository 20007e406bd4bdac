import { parseInert } from './trusted.js';

const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'NAV', 'HEAD', 'SVG', 'MATH', 'IFRAME', 'OBJECT', 'CANVAS',
  'AUDIO', 'VIDEO', 'BUTTON', 'SELECT', 'TEXTAREA', 'INPUT', 'DIALOG']);
const PARAGRAPHS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'DL', 'TABLE', 'FIGURE',
  'ARTICLE', 'SECTION', 'HEADER', 'FOOTER', 'ASIDE', 'MAIN', 'HR']);
const LINES = new Set(['DIV', 'LI', 'DT', 'DD', 'TR', 'FIGCAPTION', 'ADDRESS', 'DETAILS', 'SUMMARY', 'FORM', 'FIELDSET', 'CAPTION', 'BR']);
const CELLS = new Set(['TD', 'TH']);

const LINE = 1;
const PARAGRAPH = 2;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** HTML source to plain text, by the browser's inert parser: nothing in it runs or is fetched. */
export function flattenHtml(html) {
  // An image or form of that name would hide the document's own "body".
  return flattenNode(Document.prototype.querySelector.call(parseInert(html), 'body'));
}

/**
 * The readable text below a node: paragraphs and headings parted by a blank line, items and rows by
 * a line break; scripts, styles, navigation and hidden elements left out. Blank lines in the node's
 * own text part paragraphs too, so that plain text may be put into an element.
 */
export function flattenNode(root) {
  const lines = new Lines();
  for (const child of root.childNodes) {
    if (child.nodeType !== TEXT_NODE) {
      walk(child, lines, false);
      continue;
    }
    child.nodeValue.split(/\n[ \t]*\r?\n/).forEach((part, index) => {
      if (index) lines.part(PARAGRAPH);
      lines.add(part, false);
    });
  }
  return lines.text;
}

function walk(node, lines, verbatim) {
  if (isForm(node)) node = unhidden(node);
  if (node.nodeType === TEXT_NODE) return lines.add(node.nodeValue, verbatim);
  if (node.nodeType !== ELEMENT_NODE || isLeftOut(node)) return;
  const name = node.nodeName.toUpperCase();
  const gap = PARAGRAPHS.has(name) ? PARAGRAPH : LINES.has(name) ? LINE : 0;
  lines.part(gap);
  if (CELLS.has(name)) lines.add(' ', false);
  for (const child of node.childNodes) walk(child, lines, verbatim || name === 'PRE');
  lines.part(gap);
}

/** A form's fields hide its members by their names ("childNodes"), but not what its prototype says it is. */
const isForm = (node) => Object.prototype.toString.call(node) === '[object HTMLFormElement]';

/** A form as flattening looks at it, whatever its fields are called. */
const unhidden = (form) => ({
  nodeType: ELEMENT_NODE, nodeName: 'FORM',
  hasAttribute: (name) => Element.prototype.hasAttribute.call(form, name),
  getAttribute: (name) => Element.prototype.getAttribute.call(form, name),
  childNodes: Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes').get.call(form),
});

function isLeftOut(element) {
  return DROPPED.has(element.nodeName.toUpperCase())
    || element.hasAttribute('hidden')
    || element.getAttribute('aria-hidden') === 'true'
    || /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** Collects text; white space collapses as on a page, and gaps never add up. */
class Lines {
  text = '';
  #gap = 0;
  #space = false;

  part(gap) {
    this.#gap = Math.max(this.#gap, gap);
  }

  add(text, verbatim) {
    const words = verbatim ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words.trim() === '') {
      this.#space ||= words !== '';
      return;
    }
    if (this.text && this.#gap) this.text += '\n'.repeat(this.#gap);
    else if (this.text && (this.#space || words.startsWith(' ')) && !verbatim) this.text += ' ';
    this.text += verbatim ? words.replace(/\s+$/, '') : words.trim();
    this.#gap = 0;
    this.#space = /[ \t\r\n\f]$/.test(words);
  }
}
