import { FileError, readArticle, readText } from '../file.js';
import { strings } from '../strings.js';

const words = strings.batch;
/** Longest table or list that is read, in bytes. */
const LIMIT = 64 * 1024 * 1024;
/** What headers call the text, the title and the date of an article. */
const TEXTS = ['text', 'body', 'content', 'article', 'fulltext', 'full_text', 'maintext'];
const TITLES = ['title', 'headline', 'heading', 'name', 'id', 'url'];

/**
 * The articles in files, one after the other: {name, text}, or {name, error} for what cannot be read: the
 * next one follows. A .csv, .tsv, .ndjson, .jsonl or .json file has many, any other is one; `onCount` is
 * called with how many a file has once that is known.
 */
export async function* articles(files, onCount = () => {}) {
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    const read = READERS[name.toLowerCase().match(/\.(\w+)$/)?.[1]];
    try {
      const list = read ? [...read(name, await readText(file, LIMIT))] : [{ name, text: await readArticle(file) }];
      onCount(list.length);
      yield* list;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      onCount(1);
      yield { name, error: error.message };
    }
  }
}

const READERS = { csv: fromTable, tsv: fromTable, ndjson: fromLines, jsonl: fromLines, json: fromJson };

/**
 * The rows of a separated file as lists of cells (RFC 4180, with any line ends); the separator, one of
 * comma, semicolon and tab, is the one that the first line has most of.
 */
export function* rows(content) {
  const head = content.slice(0, content.search(/[\r\n]|$/));
  const separator = [',', ';', '\t'].reduce((best, mark) => (head.split(mark).length > head.split(best).length ? mark : best));
  const special = new RegExp(`["${separator}\\r\\n]`, 'g');
  let row = [];
  let at = 0;
  while (at < content.length || row.length) {
    let cell = '';
    if (content[at] === '"') {
      let end = at + 1;
      for (;; end += 2) {
        const quote = content.indexOf('"', end);
        const stop = quote < 0 ? content.length : quote;
        cell += content.slice(end, stop);
        end = stop;
        if (content[end + 1] !== '"') break;
        cell += '"';
      }
      at = end + 1;
    }
    special.lastIndex = at;
    let match = special.exec(content);
    while (match?.[0] === '"') match = special.exec(content); // a quote inside a cell without quotes is one
    const end = match ? match.index : content.length;
    row.push(cell + content.slice(at, end));
    at = end + 1;
    if (match?.[0] === separator) {
      if (at < content.length) continue;
      row.push('');
    }
    if (match?.[0] === '\r' && content[at] === '\n') at++;
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
  }
}

function* fromTable(name, content) {
  const all = rows(content);
  const header = all.next().value;
  if (!header) throw new FileError(strings.file.empty(name));
  const names = header.map((cell) => cell.trim().toLowerCase());
  let text = names.findIndex((cell) => TEXTS.includes(cell));
  const body = [...all];
  // Without a name that tells, the longest column is the text.
  if (text < 0) {
    const lengths = header.map((_, column) => body.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0));
    text = lengths.indexOf(Math.max(...lengths));
  }
  const title = names.findIndex((cell, column) => column !== text && TITLES.includes(cell));
  let line = 1;
  for (const row of body) {
    line++;
    const label = (title >= 0 && row[title]?.trim()) || words.row(name, line);
    yield row[text]?.trim() ? { name: label, text: row[text] } : { name: label, error: words.noText };
  }
}

function* fromLines(name, content) {
  let number = 0;
  for (const line of content.split(/\r?\n/)) {
    number++;
    if (!line.trim()) continue;
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      yield { name: words.row(name, number), error: words.notJson };
      continue;
    }
    yield fromValue(value, words.row(name, number));
  }
}

function* fromJson(name, content) {
  let value;
  try {
    value = JSON.parse(content);
  } catch {
    throw new FileError(words.notJson);
  }
  const list = Array.isArray(value) ? value : Array.isArray(value?.articles) ? value.articles : [value];
  for (const [place, entry] of list.entries()) yield fromValue(entry, list.length > 1 ? words.row(name, place + 1) : name);
}

function fromValue(value, name) {
  if (typeof value === 'string') return { name, text: value };
  const first = (keys) => keys.map((key) => value?.[key]).find((entry) => (typeof entry === 'string' && entry.trim()) || typeof entry === 'number');
  const text = first(TEXTS);
  const label = String(first(TITLES) ?? name);
  return typeof text === 'string' ? { name: label, text } : { name: label, error: words.noText };
}
