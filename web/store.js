import { isSealed } from './sealed.js';

// What the browser keeps for the reader, and only if the reader says so.

/** All pages from disk share one store, and a sealed page has none: there nothing is kept. */
export const canKeep = () => location.protocol !== 'file:' && !isSealed();

/** What is kept under a name, or null. */
export function kept(name) {
  try {
    return canKeep() ? localStorage.getItem(name) : null;
  } catch {
    return null;
  }
}

/** Keeps a text under a name, or nothing any more where it is null; returns whether the browser did so. */
export function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else if (canKeep()) localStorage.setItem(name, text);
    else return false;
    return true;
  } catch {
    return false;
  }
}
