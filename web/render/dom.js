/** An element with attributes, `on…` listeners and children; strings become text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * A list of entries, `draw(entry, place)` making the item of each, of which all but the first few are
 * folded up under `more(count)`, and drawn when they are unfolded, unless all are drawn `atOnce`.
 */
export function folded(tag, entries, draw, first, more, { atOnce = false } = {}) {
  const list = h(tag, {}, ...entries.slice(0, first).map(draw));
  if (entries.length <= first) return [list];
  const rest = h(tag);
  const unfold = () => rest.append(...entries.slice(first).map((entry, place) => draw(entry, first + place)));
  const fold = h('details', { class: 'more' }, h('summary', {}, more(entries.length - first)), rest);
  if (atOnce) unfold();
  else fold.addEventListener('toggle', unfold, { once: true });
  return [list, fold];
}
