/** A piece of markup that is safe: made by `markup` alone. */
class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML; controls that HTML does not allow become spaces. */
const escaped = (text) => String(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, ' ').toWellFormed();

/** Template tag: what is filled in becomes text, but for markup made by this tag and lists of it. */
export function markup(strings, ...values) {
  const shown = (value) => (value instanceof Markup ? value.text : Array.isArray(value) ? value.map(shown).join('') : value === null || value === undefined || value === false ? '' : escaped(value));
  return new Markup(strings.reduce((text, part, place) => text + shown(values[place - 1]) + part));
}
