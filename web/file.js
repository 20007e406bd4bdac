import { flattenHtml } from './flatten.js';
import { strings } from './strings.js';

/** A page's source is longer than its text, so files may be longer than the text limit. */
const LIMIT = 16 * 1024 * 1024;
const SNIFFED = 64 * 1024;

/** A file that cannot become article text; the message says why and what to do. */
export class FileError extends Error {}

/** The article in a text, Markdown or HTML file. Throws FileError. */
export async function readArticle(file) {
  const text = await readText(file);
  const article = isHtml(file) ? flattenHtml(text) : text;
  if (!article.trim()) throw new FileError(strings.file.empty(file.name));
  return article;
}

/** What a file of at most so many bytes says. Throws FileError for another one. */
export async function readText(file, limit = LIMIT) {
  if (file.size > limit) throw new FileError(strings.file.tooLarge(file.name, file.size, limit));
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(strings.file.unreadable(file.name));
  }
  const text = decode(bytes);
  if (text === null) throw new FileError(strings.file.binary(file.name));
  return text;
}

function isHtml(file) {
  return file.type === 'text/html' || /\.x?html?$/i.test(file.name);
}

/** Bytes to text by byte order mark, as UTF-8, or else as Windows-1252; null for a binary file. */
export function decode(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isBinary(bytes.subarray(0, SNIFFED))) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text holds no control characters but white space and escape; a PDF may begin like text. */
function isBinary(bytes) {
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
  return isPdf || bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
