/** A block longer than this is drawn in pieces: one line of megabytes would stop the browser's layout. */
const LONGEST = 20_000;
const LINE_END = /\r\n?|\n|\u2028|\u2029/;

/**
 * The text as the blocks it is drawn in, in order: {start, end, kind, reason, restored, passage,
 * part}. `kind` is title, heading, removed, meta (byline, date, source) or text; `reason` says why
 * it was removed, else null; `restored`, that the reader put it back; `passage` is an index into
 * report.passages, or -1; `part` is the {start, end} of what can be left out or put back with it:
 * the paragraph, where a passage ends within one. White space around a block belongs to none; every
 * other character belongs to exactly one.
 */
export function blocks(text, report) {
  const { title, byline, published, source, headings, removed, restored = [] } = report.article;
  const meta = [byline, published, source].filter(Boolean);
  const cuts = new Set([0, text.length]);
  for (const span of [title, ...headings, ...removed, ...restored, ...report.passages]) {
    if (span) cuts.add(span.start).add(span.end);
  }
  for (const line of text.matchAll(new RegExp(LINE_END, 'g'))) cuts.add(line.index).add(line.index + line[0].length);

  const found = [];
  const edges = [...cuts].sort((a, b) => a - b);
  const inRemoved = finder(removed);
  const isRestored = finder(restored);
  const inHeading = finder(headings);
  const inPassage = finder(report.passages);
  for (let i = 1; i < edges.length; i++) {
    for (const [start, end] of pieces(text, edges[i - 1], edges[i])) {
      const left = inRemoved(start);
      const heading = inHeading(start);
      const kind = left >= 0 ? 'removed'
        : title && covers(title, start) ? 'title'
          : heading >= 0 ? 'heading'
            : meta.some((span) => span.start < end && span.end > start) && inPassage(start) < 0 ? 'meta' : 'text';
      const passage = inPassage(start);
      const reason = left < 0 ? null : removed[left].edited ? 'edited' : removed[left].reason;
      const before = found.at(-1);
      const back = isRestored(start) >= 0;
      const goesOn = before && kind === 'text' && before.kind === 'text' && before.restored === back && !LINE_END.test(text.slice(before.end, start));
      const part = goesOn ? before.part : { start, end };
      part.end = end;
      found.push({
        start, end, kind, reason, restored: back, part,
        passage: passage < 0 && kind === 'heading' ? report.passages.findIndex((p) => p.heading === heading) : passage,
      });
    }
  }
  return found;
}

const covers = (span, at) => span.start <= at && at < span.end;

/** Index of the span that covers an offset, or -1, for offsets that are asked for in order. */
function finder(spans) {
  const sorted = spans.map((span, index) => ({ span, index })).sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  return (at) => {
    while (next < sorted.length && sorted[next].span.end <= at) next++;
    return next < sorted.length && covers(sorted[next].span, at) ? sorted[next].index : -1;
  };
}

/** A stretch of text without its outer white space, cut up where it is too long. */
function* pieces(text, start, end) {
  while (start < end) {
    let stop = Math.min(end, start + LONGEST);
    if (stop < end) {
      const space = text.lastIndexOf(' ', stop);
      if (space > start) stop = space + 1;
      else if (isLowSurrogate(text, stop)) stop--;
    }
    const piece = text.slice(start, stop);
    const from = start + piece.length - piece.trimStart().length;
    const to = start + piece.trimEnd().length;
    if (from < to) yield [from, to];
    start = stop;
  }
}

function isLowSurrogate(text, at) {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
