import { slice } from './article.js';

/** A cell that a spreadsheet would run, or take for a number that it is not. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A row of RFC 4180, with its line end. Texts are put in quotes where need be, and what a spreadsheet
 * would run as a formula gets an apostrophe before it; numbers stay numbers; null and undefined are empty.
 */
export function csvRow(cells) {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS = ['record', 'start', 'end', 'text', 'issue', 'label', 'major', 'cap', 'mediatopic', 'share', 'confidence', 'status', 'weight', 'actor', 'kind', 'value', 'unit'];

/**
 * Everything that a report says, one row each, told apart by `record`: issue, passage (a row for each of
 * its issues), evidence, claim, figure, quote, actor, phrase. Offsets are UTF-16 units into the text.
 */
export function csv({ text, report, legend }) {
  const rows = [];
  const add = (record, { start, end } = {}, words, fields = {}) => rows.push({ record, start, end, text: words, ...fields });
  for (const { id, label, major, cap, mediatopic, share, confidence, status } of report.issues) add('issue', {}, '', { issue: id, label, major, cap, mediatopic, share, confidence, status });
  for (const passage of report.passages) {
    const issues = passage.issues.length ? passage.issues : [{ id: '' }];
    for (const { id, share, confidence } of issues) add('passage', passage, slice(text, passage), { issue: id, label: id && legend.label(id), share, confidence });
  }
  for (const entry of report.evidence) add('evidence', entry, slice(text, entry), { issue: entry.issue, label: legend.label(entry.issue), major: entry.major, weight: entry.weight });
  for (const { actor, verb, content, kind, issue } of report.claims) {
    const span = { start: Math.min(actor.start, verb.start, content.start), end: Math.max(actor.end, verb.end, content.end) };
    add('claim', span, slice(text, span), { issue: issue ?? '', label: issue ? legend.label(issue) : '', actor: actor.name, kind, value: slice(text, content) });
  }
  for (const figure of report.figures) add('figure', figure, slice(text, figure), { kind: figure.kind, value: figure.value, unit: figure.unit ?? '' });
  for (const quote of report.quotes) add('quote', quote, slice(text, quote), { actor: quote.speaker?.name ?? '' });
  for (const { name, type, mentions } of report.actors) for (const mention of mentions) add('actor', mention, slice(text, mention), { actor: name, kind: type });
  for (const { text: words, score, count } of report.phrases) add('phrase', {}, words, { weight: score, value: count });
  return csvRow(COLUMNS) + rows.map((row) => csvRow(COLUMNS.map((column) => row[column]))).join('');
}
