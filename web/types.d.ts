// Types of the package: the element, its events, the engine, the report (schema 1).

/** A stretch of the analysed text in UTF-16 code units, end-exclusive: `text.slice(start, end)`. */
export interface Span { start: number; end: number }

export interface Major { code: number; label: string; share: number; confidence: number }
export interface Issue {
  id: string; label: string; major: number; cap: number; mediatopic: string | null;
  share: number; confidence: number; status: 'covered' | 'mentioned';
}
export interface Passage extends Span {
  heading: number | null;
  majors: { code: number; share: number; confidence: number }[];
  issues: { id: string; share: number; confidence: number }[];
}
export interface Evidence extends Span { issue: string; major: number; term: string; stem: string; weight: number }
export interface Keyword {
  stem: string; forms: { text: string; count: number }[]; count: number; score: number; issue: string | null; mentions: Span[];
}
export type ClaimKind = 'wants' | 'offers' | 'demands' | 'threatens' | 'warns' | 'hopes' | 'insists' | 'opposes' | 'agrees' | 'denies' | 'says';
export interface Claim { actor: Span & { name: string }; verb: Span; content: Span; kind: ClaimKind; issue: string | null }
export interface Actor { name: string; aliases: string[]; type: 'country' | 'person' | 'organisation' | 'office'; mentions: Span[] }
export interface Phrase { text: string; score: number; count: number; mentions: Span[] }
export interface Figure extends Span { kind: 'money' | 'percent' | 'count' | 'date'; value: number | string; unit: string | null }
export interface Quote extends Span { speaker: (Span & { name: string }) | null }
export type RemovalReason =
  | 'repeated-title' | 'breadcrumb' | 'byline' | 'copyright' | 'related' | 'navigation' | 'caption' | 'subscription' | 'comments' | 'boilerplate';

/** What the analysis found. Lists are ordered: majors and issues by share, spans as they stand in the text. */
export interface Report {
  schema: 1; engine: string; pack: { id: string; version: string; sha256: string };
  length: number; language: { tag: string; confidence: number };
  article: {
    title: Span | null; byline: (Span & { name: string }) | null; published: (Span & { date: string }) | null; source: (Span & { name: string }) | null;
    headings: (Span & { inline: boolean })[]; removed: (Span & { reason: RemovalReason; edited?: true })[]; restored: Span[];
  };
  majors: Major[]; issues: Issue[]; passages: Passage[]; evidence: Evidence[]; keywords: Keyword[];
  claims: Claim[]; actors: Actor[]; phrases: Phrase[]; figures: Figure[]; quotes: Quote[];
}

export interface Catalogue {
  engine: string; pack: Report['pack']; language: string;
  majors: { code: number; label: string; definition: string }[];
  issues: { id: string; label: string; definition: string; major: number; cap: number; mediatopic: string | null }[];
}

/** What a sentence speaks for: `issues` best first; a weight with `issue` null speaks for the whole major. */
export interface Explanation {
  sentence: Span | null;
  issues: { id: string; weight: number }[];
  terms: (Span & { weights: { issue: string | null; major: number; weight: number }[] })[];
}

/** A reader's own issues. Weights are 1 to 9 for, -1 to -9 against; colour is 0 to 7 or null. */
export interface IssuePack {
  title?: string;
  issues: {
    id?: string; label: string; definition?: string; colour?: number | null;
    terms?: { text: string; weight?: number; note?: string }[];
    tests?: { text: string; expected?: boolean }[];
  }[];
}

/** What a reader does with a part of the paste. */
export interface Edit extends Span { action: 'put-back' | 'leave-out' | 'join' }

export type ErrorCode =
  | 'too-large' | 'load-failed' | 'crashed' | 'timeout' | 'aborted' | 'unsupported-language' | 'bad-issues' | 'bad-edits' | 'no-report';
export class EngineError extends Error { readonly code: ErrorCode; readonly hint: string }

/** Where the engine's parts come from: addresses, or the bytes themselves. */
export interface Assets { createWorker(): Worker; wasm(): Promise<string | Uint8Array>; pack(): Promise<string | Uint8Array> }

export interface Analyzer {
  /**
   * Rejects with an EngineError. `own` is own issues in the engine's form; elements make it of their `pack`.
   * `onProgress` is called while a long text is analysed, with a number from 0 to 1.
   */
  analyze(text: string, options?: { signal?: AbortSignal; stages?: '' | 'issues'; edits?: Edit[]; own?: string; onProgress?: (part: number) => void }): Promise<Report>;
  explain(text: string, at: number, options?: { signal?: AbortSignal; edits?: Edit[]; own?: string }): Promise<Explanation>;
  catalogue(options?: { signal?: AbortSignal; own?: string }): Promise<Catalogue>;
  /** Ends the worker; what is pending is rejected with the code "aborted". */
  close(): void;
}
export function createAnalyzer(options?: { assets?: Assets; limit?: number; deadline?: number; standby?: boolean }): Analyzer;

/** Registers <article-issues>; again is harmless. Importing "rubricator/define" does it, too. */
export function define(): void;

export type ExportFormat = 'json' | 'csv' | 'markdown' | 'html' | 'annotations' | 'ninjs' | 'newsarticle';

export interface ArticleIssuesEventMap {
  'analysis-start': CustomEvent<{ length: number }>;
  'analysis-progress': CustomEvent<{ phase: 'starting' | 'analysing' | 'highlighted'; part?: number }>;
  'analysis-complete': CustomEvent<{ report: Report }>;
  'analysis-error': CustomEvent<{ code: ErrorCode; message: string; hint: string }>;
  'issue-select': CustomEvent<{ issue: string | null; evidence: Evidence | null }>;
  'passage-select': CustomEvent<{ passage: number; start: number; end: number }>;
}

export class ArticleIssues extends HTMLElement {
  /** The analyzer of elements that are given none. */
  static analyzer: Analyzer | null;
  /** Text behind the sample button; none, no button. */
  static sample: string;
  value: string;
  readonly analysis: Report | null;
  selectedIssue: string | null;
  get pack(): IssuePack | null;
  set pack(pack: IssuePack | null);
  get analyzer(): Analyzer;
  set analyzer(analyzer: Pick<Analyzer, 'analyze' | 'catalogue'> & Partial<Analyzer>);
  analyze(options?: { signal?: AbortSignal }): Promise<Report | null>;
  cancel(): void;
  next(): { place: number; count: number } | null;
  previous(): { place: number; count: number } | null;
  export(format: ExportFormat, options?: { url?: string; now?: string }): string;
  open(files: ArrayLike<File>): Promise<void>;
  addEventListener<K extends keyof ArticleIssuesEventMap>(type: K, listener: (this: ArticleIssues, event: ArticleIssuesEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap { 'article-issues': ArticleIssues }
}
