import { MEDIA_TOPIC, PROGRAM, slice, urn } from './article.js';

/** As much text as a TextQuoteSelector has on either side. */
const AROUND = 32;

/**
 * The evidence and the claims as annotations of the W3C Web Annotation Data Model (Recommendation, 23
 * February 2017), in an AnnotationPage of JSON-LD. Each has a TextQuoteSelector and, for those who have
 * the very text, a TextPositionSelector, whose unit is the code point, as that model wants it.
 */
export function annotations({ text, report, legend, url, now }) {
  const source = url || urn(text);
  const id = `${urn(text)}#`;
  const points = codePoints(text);
  const creator = { type: 'Software', name: PROGRAM };
  const target = (span) => ({
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: slice(text, span), prefix: before(text, span.start), suffix: after(text, span.end) },
      { type: 'TextPositionSelector', start: points(span.start), end: points(span.end) },
    ],
  });
  const topics = new Map(report.issues.map(({ id: issue, mediatopic }) => [issue, mediatopic]));
  const issueBody = (issue) => {
    const topic = topics.get(issue);
    const tag = { type: 'TextualBody', purpose: 'tagging', value: legend.label(issue), format: 'text/plain', language: 'en' };
    return topic ? [tag, { type: 'SpecificResource', source: `${MEDIA_TOPIC}${topic}`, purpose: 'classifying' }] : [tag];
  };
  const evidence = report.evidence.map((entry, place) => ({
    id: `${id}evidence-${place + 1}`, type: 'Annotation', motivation: 'classifying', creator, created: now, body: issueBody(entry.issue), target: target(entry),
  }));
  const claims = report.claims.map(({ actor, verb, content, kind, issue }, place) => ({
    id: `${id}claim-${place + 1}`, type: 'Annotation', motivation: 'describing', creator, created: now,
    body: [{ type: 'TextualBody', purpose: 'describing', value: `${actor.name}: ${kind}`, format: 'text/plain', language: 'en' }, ...(issue ? issueBody(issue) : [])],
    target: target({ start: Math.min(actor.start, verb.start, content.start), end: Math.max(actor.end, verb.end, content.end) }),
  }));
  return `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: `${id}page`, type: 'AnnotationPage', items: [...evidence, ...claims],
  }, null, 2)}\n`;
}

// Neither side may start or end within a surrogate pair.
const before = (text, at) => text.slice(Math.max(0, at - AROUND - isLow(text, at - AROUND)), at);
const after = (text, at) => text.slice(at, at + AROUND + isLow(text, at + AROUND));
const isLow = (text, at) => (at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? 1 : 0);

/** A function from UTF-16 offsets to code points: one pass over the text, then a search. */
function codePoints(text) {
  const pairs = []; // offsets of the second units of surrogate pairs
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index + 1);
  return (at) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}
