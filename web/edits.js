/** What an edit can do, and how the engine is told. */
const SIGNS = { 'put-back': '+', 'leave-out': '-', join: '=' };

/**
 * What the reader changed of the repair: parts of the text that are put back or left out, and headings
 * that are joined to their paragraph again, as {start, end, action}. What was done last can be undone;
 * where a part was changed twice, the later change holds.
 */
export class Edits {
  #done = [];

  add({ start, end, action }) {
    this.#done.push({ start, end, action });
  }

  /** Takes back the last change and returns it. */
  undo() {
    return this.#done.pop();
  }

  clear() {
    this.#done = [];
  }

  /** The changes that hold, one for a part, in the order in which they were made. */
  get list() {
    return this.#done.filter(({ start, end }, place) =>
      !this.#done.some((later, after) => after > place && later.start === start && later.end === end));
  }
}

/** Edits as the engine takes them: "+12-40 -50-61 =70-80" puts back the first part, leaves out the second, joins the third. */
export function encodeEdits(edits) {
  return edits.map(({ start, end, action }) => `${SIGNS[action]}${start}-${end}`).join(' ');
}
