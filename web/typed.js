const LINE_ENDS = '\n\r\u2028\u2029';

/**
 * Where a text was changed: before.slice(start, end) became after.slice(start, end + by), and so many characters
 * were `kept`; and `lines`, the whole lines of `after` around that, as {start, end}. Equal texts give an empty
 * change at their end.
 */
export function changeOf(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const lines = { start, end: after.length - tail };
  while (lines.start > 0 && !LINE_ENDS.includes(after[lines.start - 1])) lines.start--;
  while (lines.end < after.length && !LINE_ENDS.includes(after[lines.end])) lines.end++;
  return { start, end: before.length - tail, by: after.length - before.length, kept: start + tail, lines };
}

/**
 * A report carried over a change of its text: what lies around the change is moved, what is typed in a part or at
 * its edge belongs to it, and `evidence`, what was found in the changed lines by themselves, takes the place of
 * that in them. Only article, passages and evidence are carried; shares and all else are of the text before.
 */
export function carried(report, { start, end, by, lines }, evidence) {
  const startOf = (at) => (at <= start ? at : Math.max(at, end) + by);
  const endOf = (at) => (at < end && at <= start ? at : Math.max(at, end) + by);
  const move = (span) => span && { ...span, start: startOf(span.start), end: endOf(span.end) };
  const all = (spans) => spans.map(move).filter((span) => span.start < span.end);
  const { article } = report;
  const one = (span) => [move(span)].find((moved) => moved && moved.start < moved.end) ?? null;
  const removed = all(article.removed);
  const fresh = evidence
    .map((entry) => ({ ...entry, start: lines.start + entry.start, end: lines.start + entry.end }))
    .filter((entry) => !removed.some((span) => span.start <= entry.start && entry.start < span.end));
  const kept = all(report.evidence);
  return {
    ...report,
    // Passages name their heading by its place, so none is taken out.
    article: {
      ...article, removed, title: one(article.title), byline: one(article.byline), published: one(article.published), source: one(article.source),
      headings: article.headings.map(move), restored: all(article.restored ?? []),
    },
    passages: all(report.passages),
    evidence: [...kept.filter((entry) => entry.end <= lines.start), ...fresh, ...kept.filter((entry) => entry.start >= lines.end)],
  };
}
