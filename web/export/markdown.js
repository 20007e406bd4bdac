import { strings } from '../strings.js';
import { verdict } from '../render/results.js';
import { slice, titleOf } from './article.js';

const words = strings.exports;

/** Text that is nothing but text in Markdown (CommonMark), on one line. */
export function plain(text) {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]()#+\-.!|<>&~:@/=]/g, (mark) => `\\${mark}`);
}

/** The report as a Markdown document: issues, passages, who wants what, figures. */
export function markdown({ text, report, legend, url, now }) {
  const { kind, labels } = verdict(report);
  const percent = strings.issues.percent;
  const lines = [`# ${plain(titleOf(text, report) || words.untitled)}`, ''];
  if (url) lines.push(`<${encodeURI(url)}>`, '');
  lines.push(plain(kind === 'none' ? strings.issues.none : strings.issues[kind](labels)), '');
  if (report.issues.length) {
    lines.push(`## ${strings.issues.heading}`, '', `| ${words.issue} | ${words.share} | ${words.confidence} | ${words.status} |`, '|---|---:|---:|---|',
      ...report.issues.map(({ label, share, confidence, status }) => `| ${plain(label)} | ${percent(share)} | ${percent(confidence)} | ${words[status]} |`), '');
  }
  lines.push(`## ${words.passages}`, '', ...report.passages.map(({ start, end, heading, issues }, place) => {
    const span = report.article.headings[heading];
    const name = span ? slice(text, span) : `${slice(text, { start, end: Math.min(end, start + 60) })}…`;
    return `${place + 1}. **${plain(name)}**: ${issues.slice(0, 3).map(({ id, share }) => `${plain(legend.label(id))} ${percent(share)}`).join(', ') || words.noIssue}`;
  }), '');
  if (report.claims.length) {
    lines.push(`## ${strings.claims.heading}`, '', ...report.claims.map(({ actor, verb, content, kind: what, issue }) =>
      `- **${plain(actor.name)}** ${strings.claims.kind(what)}: “${plain([verb, content].sort((a, b) => a.start - b.start).map((span) => slice(text, span)).join(' … '))}”${issue ? ` (${plain(legend.label(issue))})` : ''}`), '');
  }
  if (report.figures.length) lines.push(`## ${strings.panels.figures}`, '', ...report.figures.map((figure) => `- ${plain(slice(text, figure))}: ${plain(strings.panels.value(figure))}`), '');
  lines.push(`${plain(words.made(now.slice(0, 10), report.pack.id, report.pack.version))}`, '');
  return lines.join('\n');
}
