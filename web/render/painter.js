/**
 * Paints spans of text by the CSS Custom Highlight API, without an element each. Highlight names
 * belong to the whole document, so views share the Highlight objects and take back their own ranges.
 */
export class Painter {
  #nodes = []; // {node, start, end}, in order
  #last = 0; // the node that was found last
  #ranges = new Map(); // highlight name to this view's ranges

  /** Registers a text node that shows text.slice(start, start + node.length). Call in order. */
  add(node, start) {
    this.#nodes.push({ node, start, end: start + node.length });
  }

  /** Shows nothing, and knows no text. */
  reset() {
    this.clear();
    this.#nodes = [];
  }

  /** Replaces what this view shows under a name. */
  paint(name, spans) {
    this.clear(name);
    if (!globalThis.Highlight) return;
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
    const ranges = spans.map((span) => this.#range(span)).filter(Boolean);
    for (const range of ranges) CSS.highlights.get(name).add(range);
    this.#ranges.set(name, ranges);
  }

  clear(...names) {
    for (const name of names.length ? names : [...this.#ranges.keys()]) {
      const ranges = this.#ranges.get(name) ?? [];
      const highlight = CSS.highlights.get(name);
      if (highlight?.size === ranges.length) highlight.clear(); // no other view has some
      else for (const range of ranges) highlight.delete(range);
      this.#ranges.delete(name);
    }
  }

  /** Offset in the text of a place in a text node, or -1. */
  offsetOf(node, offset) {
    const found = this.#nodes.find((entry) => entry.node === node);
    return found ? found.start + offset : -1;
  }

  /** A live range of a span; null if nothing of it is drawn. */
  rangeOf(span) {
    const { startContainer, startOffset, endContainer, endOffset } = this.#range(span) ?? {};
    if (!startContainer) return null;
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  }

  /** The part of a span that is drawn; null if none is. */
  #range({ start, end }) {
    const first = this.#nodes[this.#firstEndingAfter(start)];
    if (!first || first.start >= end) return null;
    const after = this.#firstEndingAfter(end - 1);
    const last = this.#nodes[after]?.start < end ? this.#nodes[after] : this.#nodes[after - 1];
    return new StaticRange({
      startContainer: first.node, startOffset: Math.max(0, start - first.start),
      endContainer: last.node, endOffset: Math.min(last.end, end) - last.start,
    });
  }

  #firstEndingAfter(at) {
    const isIt = (place) => this.#nodes[place]?.end > at && (place === 0 || this.#nodes[place - 1].end <= at);
    // Spans mostly come in order.
    if (isIt(this.#last)) return this.#last;
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#nodes[middle].end > at) high = middle;
      else low = middle + 1;
    }
    this.#last = low;
    return low;
  }
}
