import { strings } from '../strings.js';
import { CAPS, PackError, readPack } from './pack.js';

// SKOS (W3C Recommendation, 18 August 2009) as JSON-LD 1.1. An issue is a concept, its label the
// preferred one, terms that speak for it with full weight alternative labels, all others hidden
// labels (SKOS: strings that are meant to be found and not to be shown), each with the weight in a note.

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const NOTE = /^(.*) \(weight (-?\d)\)$/;
const FULL = 9;
const USUAL = 5;

/** A pack as a SKOS concept scheme. */
export function toSkos(pack) {
  const scheme = 'urn:rubricator:issues';
  return `${JSON.stringify({
    '@context': { skos: SKOS, '@language': 'en' },
    '@graph': [
      { '@id': scheme, '@type': 'skos:ConceptScheme', 'skos:prefLabel': pack.title || strings.own.title },
      ...pack.issues.map(({ id, label, definition, terms, tests }) => ({
        '@id': `${scheme}:${id}`, '@type': 'skos:Concept', 'skos:inScheme': { '@id': scheme }, 'skos:topConceptOf': { '@id': scheme },
        'skos:notation': { '@value': id, '@type': 'http://www.w3.org/2001/XMLSchema#string' },
        'skos:prefLabel': label,
        ...(definition && { 'skos:definition': definition }),
        'skos:altLabel': terms.filter(({ weight }) => weight === FULL).map(({ text }) => text),
        'skos:hiddenLabel': terms.filter(({ weight }) => weight !== FULL).map(({ text }) => text),
        'skos:editorialNote': terms.filter(({ weight }) => weight !== FULL).map(({ text, weight }) => `${text} (weight ${weight})`),
        'skos:example': tests.filter(({ expected }) => expected).map(({ text }) => text),
      })),
    ],
  }, null, 2)}\n`;
}

/**
 * The pack that a SKOS concept scheme stands for. Reads JSON-LD in which SKOS terms are written in full,
 * with a prefix, or bare; labels of other languages than English are left out where there are English
 * ones. Throws a PackError where there is no concept.
 */
export function fromSkos(json) {
  if (json.length > CAPS.file) throw new PackError(strings.own.tooLarge(json.length, CAPS.file));
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PackError(strings.own.notJson(error.message));
  }
  const nodes = [value?.['@graph'] ?? value].flat().filter((node) => node && typeof node === 'object').map(bare);
  const concepts = nodes.filter((node) => types(node).includes('Concept') || (node.prefLabel && !types(node).includes('ConceptScheme')));
  if (!concepts.length) throw new PackError(strings.own.noConcepts);
  const scheme = nodes.find((node) => types(node).includes('ConceptScheme'));
  return readPack({
    title: texts(scheme?.prefLabel)[0] ?? '',
    issues: concepts.map((concept) => {
      const weights = new Map(texts(concept.editorialNote).map((note) => note.match(NOTE)).filter(Boolean).map(([, term, weight]) => [term, Number(weight)]));
      const [label = ''] = texts(concept.prefLabel);
      const terms = [
        ...[...new Set([label.toLowerCase(), ...texts(concept.altLabel)])].map((text) => ({ text, weight: FULL })),
        ...texts(concept.hiddenLabel).map((text) => ({ text, weight: weights.get(text) ?? USUAL })),
      ].filter(({ text }) => fits(text));
      // What this program wrote has all terms; the label of others' concepts is one.
      const known = texts(concept.notation).some((id) => id.startsWith('own-'));
      return {
        id: texts(concept.notation)[0] ?? '', label: label.slice(0, CAPS.label), definition: (texts(concept.definition)[0] ?? '').slice(0, CAPS.definition),
        terms: known ? terms.filter(({ text }) => text !== label.toLowerCase() || texts(concept.altLabel).includes(text)) : terms,
        tests: texts(concept.example).map((text) => ({ text: text.slice(0, CAPS.sentence), expected: true })),
      };
    }),
  });
}

const fits = (term) => term.length <= CAPS.term && term.split(/[\s\-/]+/).filter(Boolean).length <= CAPS.words && /[\p{L}\p{N}]/u.test(term);

/** A node with its SKOS keys and types without prefix. */
function bare(node) {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key.replace(SKOS, '').replace(/^skos:/, ''), value]));
}

const types = (node) => [node['@type'] ?? node.type ?? []].flat().filter((type) => typeof type === 'string').map((type) => type.replace(SKOS, '').replace(/^skos:/, ''));

/** The strings of a JSON-LD value: plain, in an object, in language maps or lists; English ones before all others. */
function texts(value) {
  const found = [value ?? []].flat().flatMap((entry) => {
    if (typeof entry === 'string') return [{ text: entry, language: '' }];
    if (typeof entry?.['@value'] === 'string') return [{ text: entry['@value'], language: typeof entry['@language'] === 'string' ? entry['@language'] : '' }];
    if (entry && typeof entry === 'object') {
      return Object.entries(entry).flatMap(([language, inner]) => [inner].flat().filter((text) => typeof text === 'string').map((text) => ({ text, language })));
    }
    return [];
  });
  const english = found.filter(({ language }) => language === '' || /^en\b/i.test(language));
  return (english.length ? english : found).map(({ text }) => text.trim()).filter(Boolean);
}
