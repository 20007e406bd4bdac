// Every sentence the interface says, in English. Functions where a number or a name goes in.

const number = new Intl.NumberFormat('en');
const percentage = new Intl.NumberFormat('en', { style: 'percent' });
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const signed = new Intl.NumberFormat('en', { signDisplay: 'exceptZero' });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const choice = new Intl.ListFormat('en', { type: 'disjunction' });

const plural = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;
const megabytes = (bytes) => `${number.format(Math.ceil(bytes / 1024 / 1024 * 100) / 100)} MB`;

const reasons = {
  'repeated-title': (count) => plural(count, 'repeated title', 'repeated titles'),
  breadcrumb: (count) => plural(count, 'breadcrumb', 'breadcrumbs'),
  byline: (count) => plural(count, 'byline', 'bylines'),
  copyright: (count) => plural(count, 'copyright line', 'copyright lines'),
  related: (count) => plural(count, 'block of related articles', 'blocks of related articles'),
  navigation: (count) => plural(count, 'block of navigation', 'blocks of navigation'),
  caption: (count) => plural(count, 'caption', 'captions'),
  subscription: (count) => plural(count, 'subscription box', 'subscription boxes'),
  comments: (count) => plural(count, 'block of comments', 'blocks of comments'),
  boilerplate: (count) => plural(count, 'block of boilerplate', 'blocks of boilerplate'),
  edited: (count) => plural(count, 'part left out by you', 'parts left out by you'),
};

/** The value of a figure in a normal form: "18B EUR", "1.3%", "60 days", "October 30, 2025". */
function figureValue({ kind, value, unit }) {
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? day.format(new Date(`${value}T00:00Z`)) : value;
  const shown = (Math.abs(value) < 1e6 ? number : compact).format(value);
  if (kind === 'percent') return `${shown}%`;
  return unit ? `${shown} ${unit}` : shown;
}

/** The language of the interface. */
export const language = 'en';

export const strings = {
  number: (value) => number.format(value),

  box: {
    label: 'Article text',
    placeholder: 'Paste a news article here, or drop a text, Markdown or HTML file.',
    open: 'Open file…',
    sample: 'Sample',
    clear: 'Clear',
    size: (length) => plural(length, 'character', 'characters'),
  },

  status: {
    empty: 'Paste an article to see its issues.',
    blank: 'There is only blank space in the box: nothing to analyse.',
    loading: 'Starting the engine…',
    busy: 'Analysing…',
    done: (covered, mentioned, passages) => (covered + mentioned
      ? `${plural(covered, 'issue', 'issues')} covered, ${number.format(mentioned)} mentioned, in ${plural(passages, 'passage', 'passages')}.`
      : 'No issue found.'),
    failed: 'The analysis failed.',
    oneFile: 'Only the first of the files was read.',
  },

  notice: {
    language: (tag) => `This text seems to be in ${languageNames.of(tag) ?? tag}. Only English is understood so far, so take the result with care.`,
  },

  issues: {
    heading: 'Issues',
    hint: 'Choose an issue to see its words alone, or a highlighted word to see why it counts.',
    covered: 'Covered',
    mentioned: 'Mentioned in passing',
    majors: 'Policy topics',
    covers: ([first, ...more]) =>
      more.length ? `This article covers ${number.format(more.length + 1)} issues, most of all ${first}.` : `This article covers one issue: ${first}.`,
    mentions: (labels) => `No issue is covered at length. Mentioned: ${labels.join(', ')}.`,
    unsure: (labels) => `Not sure. It may be about ${choice.format(labels)}.`,
    none: 'No public issue was found in this text.',
    notSure: 'not sure',
    more: (count) => `${number.format(count)} more`,
    confidence: (value) => `confidence ${percentage.format(value)}`,
    percent: (value) => percentage.format(value),
    next: 'Next highlight',
    previous: 'Previous highlight',
    place: (place, count) => `${number.format(place)} of ${number.format(count)}`,
    hide: 'Hide',
    show: 'Show again',
  },

  article: {
    heading: 'Article',
    noIssue: 'no issue',
    maybe: (label) => `${label}?`,
    leftOut: (reasons, lines) => `Left out: ${reasons.join(', ')} (${plural(lines, 'line', 'lines')})`,
    reasons: {
      'repeated-title': 'repeated title',
      breadcrumb: 'breadcrumb',
      byline: 'byline',
      copyright: 'copyright line',
      related: 'related articles',
      navigation: 'navigation',
      caption: 'caption',
      subscription: 'subscription',
      comments: 'comments',
      boilerplate: 'boilerplate',
      edited: 'left out by you',
    },
    putBack: 'Put back',
    leaveOut: 'Leave out',
    leaveOutAll: 'Leave out the paragraph',
    leaveOutAgain: 'Leave out again',
  },

  repair: {
    heading: 'What was done to the paste',
    leftOut: 'Left out:',
    split: 'Split off:',
    reason: (reason, count) => reasons[reason]?.(count) ?? plural(count, reason, reason),
    headings: (count) => plural(count, 'heading', 'headings'),
    'put-back': 'Put back',
    join: 'Join again',
    mode: 'Edit the paste',
    undo: 'Undo',
    reset: 'Reset',
    count: (putBack, leftOut, joined) => `You ${conjunction.format([
      putBack && `put back ${number.format(putBack)}`, leftOut && `left out ${number.format(leftOut)}`, joined && `joined ${number.format(joined)}`,
    ].filter(Boolean))}.`,
  },

  map: {
    heading: 'Map of the article: passages across, issues down',
    cell: (passage, passages, label, share) => `${label}, passage ${number.format(passage)} of ${number.format(passages)}: ${percentage.format(share)}`,
    place: (first, last, all) => `Passage ${number.format(first)}${last > first ? ` to ${number.format(last)}` : ''} of ${number.format(all)}`,
    maybe: (label) => `${label}?`,
    noIssue: 'No issue',
    percent: (value) => percentage.format(value),
  },

  panels: {
    actors: 'Actors',
    phrases: 'Key phrases',
    figures: 'Figures',
    quotes: 'Quotations',
    noSpeaker: 'no speaker named',
    type: (type) => type,
    aliases: (names) => `also ${names.join(', ')}`,
    times: (count) => `${number.format(count)} ×`,
    which: (place, count) => `${number.format(place)} of ${number.format(count)}`,
    value: figureValue,
    more: (count) => `${number.format(count)} more`,
  },

  claims: {
    heading: 'Who wants what',
    caption: 'In the article’s own words. Choose a quotation to see it in its place.',
    link: (claims, sides) => `Who wants what: ${plural(claims, 'claim', 'claims')} by ${plural(sides, 'side', 'sides')}`,
    table: 'Who wants what, as a table',
    issue: 'Issue',
    noIssue: 'No issue',
    others: 'Others',
    sides: (count) => plural(count, 'side', 'sides'),
    count: (count) => plural(count, 'claim', 'claims'),
    aliases: (names) => `also ${names.join(', ')}`,
    gap: ' … ',
    more: (count) => `${number.format(count)} more`,
    moreIssues: (count) => plural(count, 'more issue', 'more issues'),
    back: 'Back to who wants what',
    kind: (kind) => kind, // the engine's own words, English as the page
  },

  keywords: {
    heading: 'Keywords',
    hint: 'A stem stands for all its forms. Choose one to light up its mentions.',
    form: (text, count) => `${text} ${number.format(count)}`,
    more: (count) => `${number.format(count)} more`,
  },

  why: {
    heading: 'Why',
    close: 'Close',
    issue: 'Issue',
    stem: 'Stem',
    weight: 'Weight',
    strength: { 3: 'strong', 2: 'moderate', 1: 'slight' },
    weightOf: (word, weight) => `${word} (${number.format(weight)})`,
    balance: (label) => `In this sentence, for and against ${label}`,
    signed: (weight) => signed.format(weight),
    runnerUp: (label) => `Next to it, the sentence speaks for ${label}.`,
    alone: 'The sentence speaks for no other issue.',
    ahead: (label) => `By itself, the sentence speaks more for ${label}.`,
  },

  help: {
    button: 'Shortcuts',
    heading: 'Keyboard shortcuts',
    scope: 'They work while the focus is in the widget and nothing is typed.',
    on: 'Use these keys',
    close: 'Close',
    actions: {
      next: 'next highlight of the selected issue, of any if none is selected',
      previous: 'previous highlight',
      'next-passage': 'next passage',
      'previous-passage': 'previous passage',
      issues: 'to the issues',
      map: 'to the map',
      claims: 'to who wants what',
      hide: 'hide the selected issue',
      help: 'this list',
      escape: 'close what is open, let go of what is selected',
    },
  },

  exports: {
    button: 'Export',
    formats: {
      json: 'Report (JSON)', csv: 'Table (CSV)', markdown: 'Report (Markdown)', html: 'Report (HTML)',
      annotations: 'Web annotations (W3C)', ninjs: 'News item (IPTC ninjs)', newsarticle: 'NewsArticle (schema.org)',
    },
    save: 'Save',
    copy: 'Copy',
    saveAs: (label) => `Save ${label}`,
    copyAs: (label) => `Copy ${label}`,
    selection: 'Selected text with its issues',
    copied: 'Copied.',
    notCopied: 'The browser did not let it be copied.',
    noSelection: 'Select words of the article first.',
    print: 'Print',
    unknown: (id, known) => `There is no format “${id}”; there are ${known.join(', ')}.`,
    none: 'There is no report to export.',
    untitled: 'Untitled article',
    issue: 'Issue', share: 'Share', confidence: 'Confidence', status: 'Status', covered: 'covered', mentioned: 'mentioned', noIssue: 'no issue',
    passages: 'Passages',
    made: (day, pack, version) => `Made with Rubricator on ${day}, issue pack ${pack} ${version}.`,
  },

  page: {
    name: 'Rubricator',
    lead: 'Paste a news article and see which public issues it covers, in which passages, and which words say so.',
    promise: 'What you paste stays in this page: it is analysed by your own browser, and the page’s policy lets it talk to no other server.',
    promiseNone: 'What you paste stays in this page: it is analysed by your own browser, and the page’s policy lets it talk to no server at all.',
    nav: 'Views',
    views: { read: 'Read', compare: 'Compare', many: 'Many articles', issues: 'Own issues' },
    labels: 'Short labels at the highlights',
    keep: 'Keep the text in this browser',
    notKept: 'The browser does not keep it.',
    link: 'Copy a link with the text',
    linked: 'Copied. Whoever has the link has the text.',
    tooLong: 'The text is too long for a link.',
    seal: 'Sealed mode',
    prove: 'Prove that it is sealed',
    proof: (all, open) => (open ? `${number.format(open)} of ${number.format(all)} ways out are open:` : `${number.format(all)} ways out were tried, and all were blocked:`),
    blocked: 'blocked',
    open: 'open',
    language: 'Language of the page',
    languages: { en: 'English', de: 'Deutsch' },
  },

  sealed: {
    title: 'Sealed mode',
    about: 'Sealed: this frame has no network, no storage and no way to the page around it.',
    leave: 'Leave',
    attempts: {
      fetch: 'fetch', request: 'XMLHttpRequest', beacon: 'beacon', socket: 'WebSocket', events: 'EventSource', image: 'image', style: 'style sheet', prefetch: 'prefetch',
      frame: 'frame', media: 'sound', font: 'font', form: 'form', window: 'new window', store: 'storage', peer: 'WebRTC',
    },
  },

  batch: {
    hint: 'Drop many files here: texts and web pages, one article each, or tables and lists of articles (CSV, JSON, NDJSON).',
    files: 'Open files…',
    folder: 'Open a folder…',
    empty: 'No articles yet.',
    progress: 'Articles analysed',
    cancel: 'Cancel',
    running: (done, all, speed, left) => `${number.format(done)}${all ? ` of ${number.format(all)}` : ''} articles, ${number.format(Math.round(speed))} a second${left === null ? '' : `, ${plural(Math.ceil(left), 'second', 'seconds')} left`}.`,
    done: (count) => `${plural(count, 'article', 'articles')} analysed.`,
    cancelled: (count) => `Cancelled after ${plural(count, 'article', 'articles')}; they stay in the table.`,
    overview: 'What the articles lead with',
    filter: 'Words of the title',
    saveCsv: 'Save table (CSV)',
    saveReports: 'Save reports (NDJSON)',
    clear: 'Clear',
    caption: 'Articles',
    noIssue: 'no issue',
    columns: { place: '№', title: 'Article', date: 'Date', words: 'Words', first: 'First issue', share: 'Share', second: 'Second issue', major: 'Policy topic', claims: 'Claims', confidence: 'Confidence' },
    row: (name, line) => `${name}, row ${number.format(line)}`,
    noText: 'There is no text in this row.',
    notJson: 'This is no JSON.',
  },

  compare: {
    hint: 'Paste two articles and see what each of them covers, and what only one has.',
    sides: ['First article', 'Second article'],
    boxes: ['Text of the first article', 'Text of the second article'],
    both: 'In both',
    only: (title) => `Only in “${title}”`,
    caption: 'Issues of both articles by share',
    issue: 'Issue',
    waiting: 'Waiting for the other article.',
    same: 'Neither article has an issue.',
    claims: (count) => plural(count, 'claim', 'claims'),
  },

  own: {
    title: 'Own issues',
    tooLarge: (length, cap) => `This file has ${number.format(length)} characters; at most ${number.format(cap)} are read.`,
    notJson: (why) => `This is no JSON: ${why}`,
    otherKind: 'This is no file of own issues: it does not say "kind": "rubricator-issues".',
    noConcepts: 'No SKOS concept with a label was found in this file.',
    missing: (at) => `${at} is missing.`,
    notText: (at) => `${at} must be a text.`,
    notList: (at) => `${at} must be a list.`,
    tooLong: (at, cap) => `${at} has more than ${number.format(cap)} characters.`,
    tooMany: (at, cap) => `${at}: at most ${number.format(cap)} are allowed.`,
    outside: (at, least, most) => `${at} must be a whole number from ${number.format(least)} to ${number.format(most)}${least < 0 ? ', but not 0' : ''}.`,
    hint: 'Define what the catalogue does not have. Terms go through the same stemming and evidence as all others; a capitalised acronym counts in this case only. Nothing leaves the page.',
    add: 'Add an issue',
    open: 'Open…',
    saveJson: 'Save as JSON',
    saveSkos: 'Save as SKOS',
    keep: 'Keep in this browser',
    newLabel: (count) => `New issue ${number.format(count)}`,
    label: 'Name',
    definition: 'Notes',
    terms: (count) => plural(count, 'term', 'terms'),
    termsHeading: 'Terms',
    term: 'Term',
    weight: 'What it says',
    weightName: (weight) => ({ 9: '9 · settles it', 7: '7 · nearly always', 5: '5 · usually', 3: '3 · supports', 1: '1 · a hint' })[weight] ?? (weight < 0 ? `${signed.format(weight)} · speaks against` : number.format(weight)),
    note: 'note',
    addTerm: 'Add a term',
    testsHeading: 'Test sentences',
    sentence: 'Test sentence',
    expected: 'Expected',
    has: 'has the issue',
    hasNot: 'does not have it',
    addTest: 'Add a sentence',
    colourHeading: 'Colour',
    anyColour: 'as it comes',
    colour: (place) => `colour ${number.format(place)}`,
    remove: 'Remove',
    removeIssue: 'Remove this issue',
    tested: (count, failing) => (failing ? `${number.format(failing)} of ${plural(count, 'test sentence', 'test sentences')} failed:` : `All ${plural(count, 'test sentence', 'test sentences')} passed.`),
    failed: (issue, expected) => (expected ? `${issue} was not found in` : `${issue} was found in`),
    wordCount: (at, cap) => `${at} must have 1 to ${number.format(cap)} words.`,
  },

  error: {
    retry: 'Try again',
    kept: 'Your text is still in the box.',
    unexpected: (error) => `Something went wrong that should not: ${error}`,
    'too-large': {
      cause: (bytes, limit) => `This text has ${megabytes(bytes)}; the limit is ${megabytes(limit)}.`,
      cure: 'Shorten it, or analyse it in parts.',
    },
    timeout: {
      cause: (seconds) => `The analysis took longer than ${plural(seconds, 'second', 'seconds')} and was stopped.`,
      cure: 'Try again, or analyse the text in parts.',
    },
    crashed: {
      cause: () => 'The engine stopped twice while reading this text.',
      cure: 'Change or shorten the text and try again, and report this as a bug.',
    },
    aborted: { cause: () => 'The analysis was stopped.', cure: '' },
    'bad-issues': { cause: (why) => `The own issues cannot be read: ${why}.`, cure: 'Correct them in the editor.' },
    'bad-edits': { cause: (why) => `The changes to the paste cannot be read: ${why}.`, cure: 'Reset them.' },
    'unsupported-language': {
      cause: () => 'This text is in a language that the engine cannot read.',
      cure: 'Paste an English text.',
    },
    'load-failed': {
      cause: () => 'The engine could not be loaded.',
      cure: 'Reload the page; if that does not help, tell whoever runs it.',
    },
  },

  file: {
    binary: (name) => `“${name}” is not a text file. Open it in its own program, copy the text and paste it here.`,
    unreadable: (name) => `“${name}” could not be read. Is it still there, and may you read it?`,
    tooLarge: (name, bytes, limit) => `“${name}” has ${megabytes(bytes)}; the limit is ${megabytes(limit)}. Take a shorter file, or paste a part of it.`,
    empty: (name) => `“${name}” holds no text.`,
  },
};

/** Why the engine did not start: said by the worker, apart from `strings` so that its bundle stays small. */
export const loading = {
  missing: (file, status) => [
    `${file} could not be fetched (HTTP ${status}).`,
    `Put ${file} beside the script, as in the folder that the build writes.`,
  ],
  unreachable: (file) => [
    `${file} could not be fetched.`,
    'Check the connection and that the page’s Content-Security-Policy has connect-src ‘self’; then try again.',
  ],
  corrupt: (file) => [
    `${file} is damaged or is not what its name says.`,
    'Copy the built folder to the server again, as binary files.',
  ],
  policy: () => [
    'The page’s Content-Security-Policy forbids WebAssembly.',
    "Add 'wasm-unsafe-eval' to script-src, for example: script-src 'self' 'wasm-unsafe-eval'.",
  ],
  worker: () => [
    'The worker script could not be started.',
    'worker.js must lie beside the script, on the page’s own origin, and the Content-Security-Policy needs worker-src ‘self’ (blob: for the one-file page) and, with Trusted Types, trusted-types rubricator.',
  ],
  slow: () => [
    'The engine did not start in time.',
    'Check the connection and try again.',
  ],
  stopped: () => [
    'The engine stopped while it was starting.',
    'Reload the page; if that does not help, the browser may be too old or short of memory.',
  ],
};
