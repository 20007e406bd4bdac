// A stand-in for the engine: a report in the engine's form, from a few terms. For tests only.

const ISSUES = [
  { id: 'energy-prices', label: 'Energy prices', major: 8, cap: 800, terms: ['natural gas', 'gas', 'electricity prices', 'electricity', 'offshore wind', 'power lines', 'blackout', 'grid', 'fuel', 'heating bills'] },
  { id: 'migration', label: 'Migration and asylum', major: 9, cap: 900, terms: ['asylum seekers', 'deportation', 'refugees', 'refugee', 'migration', 'border guards', 'border'] },
  { id: 'ai-governance', label: 'AI governance', major: 17, cap: 1700, terms: ['artificial intelligence', 'algorithms', 'facial recognition', 'data protection', 'technology companies', 'technology'] },
  { id: 'housing', label: 'Housing and rents', major: 14, cap: 1400, terms: ['social housing', 'affordable homes', 'housing', 'rents', 'mortgage', 'apartments', 'homes'] },
  { id: 'taxes', label: 'Taxes', major: 1, cap: 107, terms: ['fuel taxes', 'tax', 'taxes'] },
];
const MAJORS = { 1: 'Macroeconomics', 8: 'Energy', 9: 'Immigration', 14: 'Housing', 17: 'Technology' };

export const catalogue = {
  pack: { id: 'fake', version: '1', sha256: '' },
  engine: '0.1.0',
  language: 'en',
  majors: Object.entries(MAJORS).map(([code, label]) => ({ code: Number(code), label, definition: '' })),
  issues: ISSUES.map(({ terms, ...issue }) => ({ ...issue, definition: `What is said about ${issue.label.toLowerCase()}.`, mediatopic: null })),
};

/** A report on the text, with evidence for the terms above and one passage per paragraph. */
export function fakeReport(text) {
  const lines = [...text.matchAll(/[^\n]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
  const removed = [];
  const headings = [];
  const paragraphs = [];
  let related = false;
  for (const [place, line] of lines.entries()) {
    related ||= line.text === 'Related articles';
    const span = { start: line.start, end: line.end };
    if (related) removed.push({ ...span, reason: 'related' });
    else if (place && line.text === lines[0].text) removed.push({ ...span, reason: 'repeated-title' });
    else if (/^Home \//.test(line.text)) removed.push({ ...span, reason: 'breadcrumb' });
    else if (/^Copyright/.test(line.text)) removed.push({ ...span, reason: 'copyright' });
    else if (place && line.text.length < 60 && !line.text.includes('|')) headings.push({ ...span, inline: false });
    else if (place && !line.text.includes('|')) paragraphs.push({ ...span, heading: headings.length ? headings.length - 1 : null });
  }
  const evidence = paragraphs.flatMap(({ start, end }) => find(text, start, end)).sort((a, b) => a.start - b.start || a.end - b.end);
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const shares = ISSUES.map((issue) => ({
    id: issue.id, label: issue.label, major: issue.major, cap: issue.cap, mediatopic: null,
    share: weigh(evidence, issue.id) / total, confidence: 0.92 - 0.1 * ISSUES.indexOf(issue), status: issue.id === 'taxes' ? 'mentioned' : 'covered',
  })).filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  return {
    schema: 1, engine: '0.1.0', pack: catalogue.pack, length: text.length, language: { tag: 'en', confidence: 0.99 },
    article: { title: lines[0] ? { start: lines[0].start, end: lines[0].end } : null, byline: null, published: null, source: null, headings, removed },
    majors: shares.map(({ major, share, confidence }) => ({ code: major, label: MAJORS[major], share, confidence })),
    issues: shares,
    passages: paragraphs.map(({ start, end, heading }) => {
      const inside = evidence.filter((entry) => entry.start >= start && entry.end <= end);
      const issues = ISSUES.map(({ id }) => ({ id, share: weigh(inside, id) / (weigh(inside) || 1), confidence: inside.length > 1 ? 0.8 : 0.4 })).filter(({ share }) => share > 0);
      return { start, end, heading, majors: [], issues: issues.sort((a, b) => b.share - a.share) };
    }),
    evidence,
    keywords: keywords(text, evidence),
    claims: [], actors: [], phrases: [], figures: [], quotes: [],
  };
}

function find(text, start, end) {
  const found = [];
  for (const issue of ISSUES) {
    issue.terms.forEach((term, place) => {
      for (const match of text.slice(start, end).matchAll(new RegExp(`\\b${term}\\b`, 'gi'))) {
        found.push({ start: start + match.index, end: start + match.index + term.length, issue: issue.id, major: issue.major, term, stem: term.replace(/(es|s|ion)$/, ''), weight: 240 - 25 * place });
      }
    });
  }
  return found;
}

function weigh(evidence, id) {
  return evidence.filter(({ issue }) => !id || issue === id).reduce((sum, { weight }) => sum + weight, 0);
}

function keywords(text, evidence) {
  const byStem = Map.groupBy ? Map.groupBy(evidence, ({ stem }) => stem) : evidence.reduce((map, entry) => map.set(entry.stem, [...(map.get(entry.stem) ?? []), entry]), new Map());
  return [...byStem].map(([stem, entries]) => {
    const forms = new Map();
    for (const { start, end } of entries) forms.set(text.slice(start, end).toLowerCase(), (forms.get(text.slice(start, end).toLowerCase()) ?? 0) + 1);
    return {
      stem, forms: [...forms].map(([form, count]) => ({ text: form, count })), count: entries.length, score: 0.5, issue: entries[0].issue,
      mentions: entries.map(({ start, end }) => ({ start, end })),
    };
  }).sort((a, b) => b.count - a.count);
}
