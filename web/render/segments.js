/**
 * Overlapping spans to a flat run of segments: each {start, end, spans}, in order, not overlapping,
 * `spans` being the indices of the given spans that cover it. Empty spans are passed over.
 */
export function segments(spans) {
  const edges = [];
  spans.forEach(({ start, end }, index) => {
    if (start < end) edges.push({ at: start, index, opens: true }, { at: end, index, opens: false });
  });
  edges.sort((a, b) => a.at - b.at);

  const flat = [];
  const open = new Set();
  let from = 0;
  for (const { at, index, opens } of edges) {
    if (at > from && open.size) flat.push({ start: from, end: at, spans: [...open].sort((a, b) => a - b) });
    if (opens) open.add(index);
    else open.delete(index);
    from = at;
  }
  return flat;
}
