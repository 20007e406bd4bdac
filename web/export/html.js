import { strings } from '../strings.js';
import { listed, verdict } from '../render/results.js';
import { segments } from '../render/segments.js';
import { blocks } from '../render/blocks.js';
import { slice, titleOf } from './article.js';
import { markup } from './markup.js';

const words = strings.exports;

// The file's own sheet. It may hold no "<" and nothing of a reader's.
const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d1c1a, #e7e5e0); --paper: light-dark(#fdfcf9, #17181b); --soft: light-dark(#5f5b54, #a9a59c); --line: light-dark(#dedad1, #383a40);
  --c0: light-dark(#0b6aa8, #62b3ea); --c1: light-dark(#c2500a, #f08c50); --c2: light-dark(#00805e, #3ec49a); --c3: light-dark(#a04a8a, #dd96c3); --c4: light-dark(#946800, #e3b04b);
  --c5: light-dark(#2b8fc4, #a3d5f5); --c6: light-dark(#7a7400, #d6cf5a); --c7: light-dark(#77543d, #cba58c); --cnone: light-dark(#77736b, #96938b); }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.6 Georgia, "Liberation Serif", serif; overflow-wrap: anywhere; }
h1 { line-height: 1.2; } h2 { margin-top: 2rem; font: 600 0.875rem/1.4 system-ui, sans-serif; letter-spacing: 0.06em; text-transform: uppercase; } h3 { margin: 1.4em 0 0.3em; }
table { width: 100%; border-collapse: collapse; font: 0.9375rem/1.4 system-ui, sans-serif; } th { text-align: start; font-weight: 600; } th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.kind { white-space: nowrap; } td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; } svg { display: block; width: 8rem; height: 8px; } .soft { color: var(--soft); font-family: system-ui, sans-serif; font-size: 0.8125rem; }
mark { color: inherit; background: none; border-bottom: 2px solid var(--c, var(--cnone)); } mark sup { margin-inline-start: 0.1em; color: var(--soft); font: 600 0.6em/1 system-ui, sans-serif; }
${[0, 1, 2, 3, 4, 5, 6, 7, 'none'].map((colour) => `.c${colour} { --c: var(--c${colour}); }`).join(' ')}
.p1 { border-bottom-style: dashed; } .p2 { border-bottom-style: double; border-bottom-width: 3px; } .p3 { border-bottom-style: dotted; }
@media print { :root { color-scheme: light; } body { margin: 0; max-width: none; } mark { border-bottom-color: #000; } tr { break-inside: avoid; } }
`;

/** The report as one inert HTML file: no script, nothing fetched, all text of the article as text. */
export function html({ text, report, legend, url, now }) {
  const title = titleOf(text, report) || words.untitled;
  const { kind, labels } = verdict(report);
  const most = report.issues.reduce((greatest, { share }) => Math.max(greatest, share), 0) || 1;
  return `${markup`<!DOCTYPE html>
<html lang="${report.language.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Rubricator">
<title>${title}</title>
<style>${sheet}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
${/^https?:/.test(url) && markup`<p class="soft"><a href="${url}" rel="noreferrer">${url}</a></p>`}
<p>${kind === 'none' ? strings.issues.none : strings.issues[kind](labels)}</p>
${report.issues.length > 0 && markup`<h2>${strings.issues.heading}</h2>
<table><thead><tr><th></th><th>${words.issue}</th><th>${words.share}</th><th></th><th>${words.confidence}</th></tr></thead>
<tbody>${listed(report).map(({ id, label, share, confidence, status }) => markup`<tr><td><mark class="c${legend.colour(id)} p${legend.pattern(id)}">${legend.tag(id)}</mark></td><td>${label}${status === 'mentioned' && markup` <span class="soft">${words.mentioned}</span>`}</td><td class="number">${strings.issues.percent(share)}</td><td><svg class="c${legend.colour(id)}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((100 * share) / most)}" height="8" fill="var(--c)"/></svg></td><td class="number">${strings.issues.percent(confidence)}</td></tr>`)}</tbody></table>`}
<h2>${strings.article.heading}</h2>
${article(text, report, legend)}
${report.claims.length > 0 && markup`<h2>${strings.claims.heading}</h2>
<table><tbody>${report.claims.map(({ actor, verb, content, kind: what, issue }) => markup`<tr><td>${actor.name}</td><td class="soft kind">${strings.claims.kind(what)}</td><td dir="auto">${slice(text, verb)} ${slice(text, content)}</td><td class="soft">${issue && legend.label(issue)}</td></tr>`)}</tbody></table>`}
<p class="soft">${words.made(now.slice(0, 10), report.pack.id, report.pack.version)}</p>
</body>
</html>
`}`;
}

const sheet = markup(Object.assign([STYLE], { raw: [STYLE] }));

/** The kept text with its evidence marked, each mark with the short label of its issue. */
function article(text, report, legend) {
  const flat = segments(report.evidence);
  let next = 0;
  return blocks(text, report).filter(({ kind }) => kind === 'heading' || kind === 'text').map(({ kind, start, end }) => {
    const parts = [];
    let at = start;
    while (next < flat.length && flat[next].end <= start) next++;
    for (let i = next; i < flat.length && flat[i].start < end; i++) {
      const [from, to] = [Math.max(flat[i].start, at), Math.min(flat[i].end, end)];
      const { issue } = flat[i].spans.map((index) => report.evidence[index]).reduce((a, b) => (b.weight > a.weight ? b : a));
      parts.push(text.slice(at, from), markup`<mark class="c${legend.colour(issue)} p${legend.pattern(issue)}">${text.slice(from, to)}<sup>${legend.tag(issue)}</sup></mark>`);
      at = to;
    }
    parts.push(text.slice(at, end));
    return kind === 'heading' ? markup`<h3 dir="auto">${parts}</h3>\n` : markup`<p dir="auto">${parts}</p>\n`;
  });
}
