// What a report means to a reader: names, colours, certainty. Pure; the drawing modules share it.

/** Below this confidence the page says "not sure". */
export const SURE = 0.5;
/** Colours and underlines of the sheet. Each pair of both stands for one issue; issues beyond them share a neutral one. */
export const COLOURS = 8;
export const PATTERNS = 4;
/** An unsure verdict names no more guesses than these. */
const GUESSES = 3;

/** The issues in the order they are listed in: covered ones first, each kind by share. */
export function listed(report) {
  return [...report.issues].sort((a, b) => (b.status === 'covered') - (a.status === 'covered'));
}

/**
 * {kind, labels}: what the text is about, in one of the answers covers, mentions, unsure, none.
 * Where no single issue is sure, a policy topic may be: it is named in their place.
 */
export function verdict(report) {
  const sure = ({ confidence }) => confidence >= SURE;
  const issues = listed(report).filter(sure);
  const covered = issues.filter(({ status }) => status === 'covered');
  const topics = report.majors.filter(sure);
  const guesses = report.issues.length ? listed(report) : report.majors;
  const answer = (kind, found) => ({ kind, labels: found.map(({ label }) => label) });
  if (covered.length) return answer('covers', covered);
  if (topics.length) return answer('covers', topics);
  if (issues.length) return answer('mentions', issues);
  if (guesses.length) return answer('unsure', guesses.slice(0, GUESSES));
  return answer('none', []);
}

/** {issue, label, sure} of a passage's leading issue, or of its major where it has none; null for no issue. */
export function leading(passage, legend) {
  const [issue] = passage.issues;
  if (issue) return { issue: issue.id, label: legend.label(issue.id), sure: issue.confidence >= SURE };
  const [major] = passage.majors;
  return major ? { issue: null, label: legend.majorLabel(major.code), sure: major.confidence >= SURE } : null;
}

/** 3 strong, 2 moderate, 1 slight: a weight beside the greatest of the report. */
export function strength(weight, greatest) {
  return Math.max(1, Math.min(3, Math.ceil((3 * weight) / greatest)));
}

/** The sentence around a span, as a span, within a block. */
export function sentenceAround(text, block, span) {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.slice(block.start, block.end));
  const { index, segment } = sentences.containing(span.start - block.start);
  return { start: block.start + index, end: block.start + index + segment.trimEnd().length };
}

/** Names, colours, underlines and short labels of the issues of one report. */
export class Legend {
  #own;
  #places;
  #tags;
  #issues;
  #majors;

  /** `own` is the reader's pack of own issues, or null: their colours come first. */
  constructor(report, catalogue, own = null) {
    this.#own = new Map((own?.issues ?? []).filter(({ colour }) => colour !== null).map(({ id, colour }) => [id, String(colour)]));
    const byId = (issue) => [issue.id, issue];
    const byCode = (major) => [major.code, major];
    const leads = new Set(report.passages.map(({ issues }) => issues[0]?.id));
    const ordered = [...listed(report)].sort((a, b) => leads.has(b.id) - leads.has(a.id));
    this.#places = new Map(ordered.map(({ id }, place) => [id, place]));
    this.#issues = new Map([...report.issues.map(byId), ...catalogue.issues.map(byId)]);
    this.#majors = new Map([...report.majors.map(byCode), ...catalogue.majors.map(byCode)]);
    this.#tags = tags(ordered.map(({ id }) => [id, this.label(id)]));
  }

  /** "0" … "7" for the issues of the list, those that lead a passage first; "none" beyond 32 of them. */
  colour(id) {
    const place = this.#places.get(id);
    if (this.#own.has(id)) return this.#own.get(id);
    return place < COLOURS * PATTERNS ? String(place % COLOURS) : 'none';
  }

  /** "0" … "3": how the issue is underlined. Neighbours differ, and so do those of one colour. */
  pattern(id) {
    const place = this.#places.get(id) ?? 0;
    return String((place + Math.floor(place / COLOURS)) % PATTERNS);
  }

  /** The short label of an issue, no other has it; "" for one that the report does not have. */
  tag(id) {
    return this.#tags.get(id) ?? '';
  }

  label(id) {
    return this.#issues.get(id)?.label ?? id;
  }

  /** One line, or "". */
  definition(id) {
    return this.#issues.get(id)?.definition ?? '';
  }

  /** The code of an issue's major; undefined for an issue that nobody knows. */
  majorOf(id) {
    return this.#issues.get(id)?.major;
  }

  majorLabel(code) {
    return this.#majors.get(code)?.label ?? String(code);
  }
}

/** Short labels for [id, label] pairs: initials, or the first letters of one word, told apart by numbers. */
function tags(labels) {
  const taken = new Set();
  return new Map(labels.map(([id, label]) => {
    const parts = label.match(/[\p{L}\p{N}]+/gu) ?? [id];
    const telling = parts.filter((part) => part.length > 3 || part === part.toUpperCase());
    const chosen = telling.length ? telling : parts;
    const short = (chosen.length > 1 ? chosen.map(([letter]) => letter).join('').slice(0, 3) : chosen[0].slice(0, 3)).toUpperCase();
    let tag = short;
    for (let number = 2; taken.has(tag); number++) tag = short + number;
    taken.add(tag);
    return [id, tag];
  }));
}
