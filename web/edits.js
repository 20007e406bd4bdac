/**
 * What the reader changed of the repair: parts of the text that are put back or left out, as
 * {start, end, keep}. What was done last can be undone; where a part was changed twice, the later
 * change holds.
 */
export class Edits {
  #done = [];

  add({ start, end, keep }) {
    this.#done.push({ start, end, keep });
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

/** Edits as the engine takes them: "+12-40 -50-61" puts back the first part and leaves out the second. */
export function encodeEdits(edits) {
  return edits.map(({ start, end, keep }) => `${keep ? '+' : '-'}${start}-${end}`).join(' ');
}
