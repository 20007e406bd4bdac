import { MEDIA_TOPIC, titleOf, urn } from './article.js';

const CAP = 'https://www.comparativeagendas.net/pages/master-codebook';
const TYPES = { person: 'Person', organisation: 'Organization', country: 'Country' };

/**
 * JSON-LD of schema.org for the head of the article's own page: a NewsArticle with what it is about, as
 * defined terms of the IPTC and the Comparative Agendas Project, and whom it mentions. It may stand in a
 * script element: it has no "<".
 */
export function newsArticle({ text, report, legend, url }) {
  const { byline, published, source } = report.article;
  const issues = report.issues.map(({ label, major, cap, mediatopic }) => [
    ...(mediatopic ? [{ '@type': 'DefinedTerm', '@id': MEDIA_TOPIC + mediatopic, name: label, termCode: `medtop:${mediatopic}`, inDefinedTermSet: MEDIA_TOPIC }] : []),
    ...(cap ? [{ '@type': 'DefinedTerm', name: legend.majorLabel(major) === label ? label : `${legend.majorLabel(major)}: ${label}`, termCode: String(cap), inDefinedTermSet: CAP }]
      : mediatopic ? [] : [{ '@type': 'Thing', name: label }]),
  ]);
  const by = (status) => report.issues.flatMap((issue, place) => (issue.status === status ? issues[place] : []));
  const document = {
    '@context': 'https://schema.org', '@type': 'NewsArticle', '@id': url || urn(text), ...(url && { url }),
    headline: titleOf(text, report), inLanguage: report.language.tag,
    ...(published && /^\d{4}-\d\d-\d\d$/.test(published.date) && { datePublished: published.date }),
    ...(byline && { author: { '@type': 'Person', name: byline.name } }),
    ...(source && { publisher: { '@type': 'Organization', name: source.name } }),
    about: by('covered'),
    mentions: [...by('mentioned'), ...report.actors.filter(({ type }) => TYPES[type]).map(({ name, type, aliases }) => ({ '@type': TYPES[type], name, ...(aliases.length && { alternateName: aliases }) }))],
    keywords: report.phrases.map(({ text: words }) => words),
  };
  return `${JSON.stringify(document, null, 2).replaceAll('<', '\\u003c')}\n`;
}
