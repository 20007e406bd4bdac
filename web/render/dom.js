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

/** A list of which all but the first few items are folded up under `more(count)`. */
export function folded(tag, items, first, more) {
  const rest = items.slice(first);
  const list = h(tag, {}, ...items.slice(0, first));
  return rest.length ? [list, h('details', { class: 'more' }, h('summary', {}, more(rest.length)), h(tag, {}, ...rest))] : [list];
}
