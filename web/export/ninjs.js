import { MEDIA_TOPIC, PROGRAM, kept, titleOf, urn } from './article.js';

const percent = (share) => Math.round(share * 100);

/**
 * The article as an IPTC ninjs 3.1 object: its text as far as it was kept, its issues as subjects, with
 * Media Topics where they have one, who is in it. Relevance is the share, in percent.
 */
export function ninjs({ text, report, url, now }) {
  const { byline, published, source } = report.article;
  const named = (type) => report.actors.filter((actor) => actor.type === type).map(({ name }) => ({ name, rel: 'about' }));
  const title = titleOf(text, report);
  return `${JSON.stringify({
    uri: url || urn(text),
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    type: 'text', representationType: 'full', language: report.language.tag, versionCreated: now,
    ...(published && /^\d{4}-\d\d-\d\d$/.test(published.date) && { contentCreated: `${published.date}T00:00:00Z` }),
    ...(byline && { by: byline.name }),
    ...(title && { headlines: [{ role: 'main', contentType: 'text/plain', value: title }] }),
    bodies: [{ role: 'main', contentType: 'text/plain', ...counted(kept(text, report).map(({ words }) => words).join('\n\n')) }],
    subjects: report.issues.map(({ id, label, mediatopic, share, confidence, status }) => ({
      name: label, rel: status === 'covered' ? 'about' : 'mentions',
      ...(mediatopic ? { uri: MEDIA_TOPIC + mediatopic } : {}), literal: id,
      creator: PROGRAM, relevance: percent(share), confidence: percent(confidence),
    })),
    people: named('person'), organisations: named('organisation'), places: named('country'),
    ...(source && { infoSources: [{ name: source.name, role: 'source' }] }),
  }, null, 2)}\n`;
}

function counted(value) {
  return { charCount: value.length, wordCount: (value.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).length, value };
}
