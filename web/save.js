import { h } from './render/dom.js';

/** Lets the reader save a text, a Blob or an array of parts as a file. */
export function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content].flat(), { type }));
  const link = h('a', { href: url, download: name });
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A file name of a title: letters, digits and hyphens; `fallback` if it has none. */
export function fileName(title, fallback) {
  return title.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase() || fallback;
}
