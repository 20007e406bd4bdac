export const sheet = new CSSStyleSheet();

// Colours follow the page's color-scheme; the eight issue colours keep 3:1 on the paper and are
// told apart without red and green.
sheet.replaceSync(`
:host {
  --paper: light-dark(#fdfcf9, #17181b);
  --raised: light-dark(#ffffff, #1f2125);
  --ink: light-dark(#1d1c1a, #e7e5e0);
  --soft: light-dark(#5f5b54, #a9a59c);
  --line: light-dark(#dedad1, #383a40);
  --accent: light-dark(#9c2a1c, #ef8a78);
  --alarm: light-dark(#fbeeea, #34211e);
  --lit: light-dark(#ffe27a, #6b5500);
  --colour-0: light-dark(#0b6aa8, #62b3ea);
  --colour-1: light-dark(#c2500a, #f08c50);
  --colour-2: light-dark(#00805e, #3ec49a);
  --colour-3: light-dark(#a04a8a, #dd96c3);
  --colour-4: light-dark(#946800, #e3b04b);
  --colour-5: light-dark(#2b8fc4, #a3d5f5);
  --colour-6: light-dark(#7a7400, #d6cf5a);
  --colour-7: light-dark(#77543d, #cba58c);
  --colour-none: light-dark(#77736b, #96938b);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Charter, Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", sans-serif;
  display: block;
  container-type: inline-size;
  padding: 1rem;
  border-radius: 6px;
  color: var(--ink);
  background: var(--paper);
  font: 0.9375rem/1.5 var(--sans);
}
:host([hidden]), [hidden] { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
h2, h3, p, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; }
ol, ul { list-style: none; }
button, textarea, summary { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

[data-colour="0"] { --colour: var(--colour-0); }
[data-colour="1"] { --colour: var(--colour-1); }
[data-colour="2"] { --colour: var(--colour-2); }
[data-colour="3"] { --colour: var(--colour-3); }
[data-colour="4"] { --colour: var(--colour-4); }
[data-colour="5"] { --colour: var(--colour-5); }
[data-colour="6"] { --colour: var(--colour-6); }
[data-colour="7"] { --colour: var(--colour-7); }
[data-colour="none"] { --colour: var(--colour-none); }

.box { border: 1px solid var(--line); border-radius: 6px; background: var(--raised); }
.box:focus-within { border-color: var(--accent); }
.dropping .box { border-style: dashed; border-color: var(--accent); }
textarea {
  display: block; width: 100%; min-height: 6rem; padding: 0.75rem 0.9rem; border: 0; border-radius: 6px 6px 0 0;
  background: none; resize: vertical; font: 0.9375rem/1.5 var(--serif);
}
textarea:focus-visible { outline-offset: -2px; }
textarea::placeholder { color: var(--soft); opacity: 1; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem; padding: 0.25rem 0.4rem; border-top: 1px solid var(--line); }
.size { margin-inline-start: auto; padding: 0 0.5rem; color: var(--soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.tools button, .error button, .repair > button, .repair > span button, .help, .running button, .shortcuts button, .steps button, .rest, .back {
  padding: 0.3rem 0.6rem; border: 0; border-radius: 4px; background: none; color: var(--accent); font-size: 0.875rem; cursor: pointer;
}
:is(.tools, .error, .running, .shortcuts, .steps) button:hover, .repair > :is(button, span button):hover, .help:hover, .rest:hover, .back:hover { background: color-mix(in srgb, var(--accent) 10%, transparent); }

.messages { margin: 0.6rem 0 0; font-size: 0.8125rem; }
.line { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.line .running { flex: 1; align-self: center; max-width: 18rem; gap: 0.4rem; margin: 0 auto 0 0; }
.line .running progress { min-width: 3rem; }
.help, .line .running button { padding-block: 0.1rem; font-size: inherit; }
.repair { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.6rem; margin-top: 0.35rem; padding: 0 0.9rem; color: var(--soft); }
.repair > button, .repair > span button { padding-block: 0.1rem; font-size: inherit; }
.repair .edit-mode { margin-inline-start: auto; }
.repair .edit-mode[aria-pressed="true"] { background: color-mix(in srgb, var(--accent) 14%, transparent); }
.chips { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.4rem; }
.chips .lead:not(:first-child) { margin-inline-start: 0.6rem; }
.chip { position: relative; }
.chip summary { margin: 0; padding: 0.05rem 0.6rem; border: 1px solid var(--line); border-radius: 1rem; list-style: none; color: var(--ink); }
.chip summary::-webkit-details-marker { display: none; }
.chip summary:hover, .chip[open] summary { border-color: var(--soft); }
.chip ul {
  position: absolute; inset-block-start: calc(100% + 0.3rem); inset-inline-start: 0; z-index: 3; width: max-content; max-width: min(30rem, 78cqi);
  max-height: 20rem; padding: 0.4rem 0.3rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised);
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.12); overflow-y: auto;
}
.more-tools { margin-inline-start: auto; display: flex; align-items: baseline; gap: 0.4rem; }
.export .menu {
  position: absolute; inset-block-start: calc(100% + 0.3rem); inset-inline-end: 0; z-index: 4; width: max-content; max-width: 86cqi; padding: 0.5rem 0.75rem;
  border: 1px solid var(--line); border-radius: 6px; background: var(--raised); box-shadow: 0 2px 12px rgb(0 0 0 / 0.12);
}
.chip.export ul { display: grid; grid-template-columns: 1fr auto auto; align-items: baseline; gap: 0 0.25rem; position: static; width: auto; max-width: none; max-height: none; padding: 0; border: 0; box-shadow: none; }
.export li { display: contents; }
.export .menu button { padding: 0.15rem 0.5rem; border: 0; border-radius: 4px; background: none; color: var(--accent); cursor: pointer; }
.export .menu button:hover { background: color-mix(in srgb, var(--accent) 10%, transparent); }
.export .print { margin: 0.3rem 0 0 -0.5rem; }
.export .said { margin-inline-start: 0.75rem; color: var(--soft); }
.chip li { display: flex; align-items: baseline; gap: 0.5rem; }
.chip .place { flex: 1; min-width: 0; padding: 0.15rem 0.4rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.place:is(button) { border: 0; border-radius: 4px; background: none; font: inherit; text-align: start; cursor: pointer; }
.place:is(button):hover { background: color-mix(in srgb, var(--accent) 8%, transparent); }
.status { min-height: 1.5em; padding: 0 0.9rem; color: var(--soft); }
.status.busy::before {
  content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.5em; border-radius: 50%;
  background: var(--accent); animation: pulse 1s ease-in-out infinite alternate;
}
@keyframes pulse { to { opacity: 0.2; } }
.notice, .error { margin-top: 0.5rem; padding: 0.7rem 0.9rem; border-inline-start: 3px solid var(--accent); background: var(--alarm); font-size: 0.9375rem; }
.error p + p { margin-top: 0.25rem; }
.error button { margin: 0.4rem 0 0 -0.6rem; }

.results { display: grid; gap: 2rem; margin-top: 1.5rem; transition: opacity 0.15s; }
.results[inert] { opacity: 0.45; }
.side, .lists { display: contents; }
.reading { order: 2; min-width: 0; }
.panels { order: 4; }
.claims { order: 3; min-width: 0; }
.article, .claims { isolation: isolate; } /* what lies over them stays below the why panel */
.keywords { order: 5; }
.why { order: 6; }

:is(.issues, .keywords, .claims, .panel, .shortcuts) > h2 { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; color: var(--accent); }
.side h3 { margin: 1.1rem 0 0.25rem; color: var(--soft); font-size: 0.8125rem; font-weight: 500; }
.verdict { margin-top: 0.35rem; font: 1.125rem/1.4 var(--serif); text-wrap: pretty; }
.to-claims {
  margin: 0.5rem 0 0; padding: 0; border: 0; background: none; color: var(--accent); text-align: start; cursor: pointer;
  text-decoration: underline; text-decoration-color: color-mix(in srgb, var(--accent) 40%, transparent); text-underline-offset: 0.2em;
}
.to-claims:hover { text-decoration-color: currentcolor; }
.issue, .major {
  display: grid; grid-template-columns: 1fr 5rem 2.75rem; align-items: center; width: 100%; padding: 0.3rem 0.5rem; text-align: start;
}
.issue { border: 0; border-radius: 4px; background: none; cursor: pointer; }
.issue:hover { background: color-mix(in srgb, var(--colour) 9%, transparent); }
.issue[aria-pressed="true"] { background: color-mix(in srgb, var(--colour) 16%, transparent); }
.issue .label, .major .label { grid-column: 1 / 3; }
.share, .confidence { text-align: end; font-variant-numeric: tabular-nums; }
.confidence { grid-column: 2 / 4; color: var(--soft); font-size: 0.75rem; white-space: nowrap; }
.bar { height: 4px; border-radius: 2px; background: var(--line); overflow: hidden; }
.bar::before { content: ""; display: block; width: calc(var(--length) * 100%); min-width: 2px; height: 100%; background: var(--colour, var(--colour-none)); }
.issues ol { margin-inline: -0.5rem; }
.major { font-size: 0.875rem; }
.tag {
  display: inline-block; min-width: 2.1em; margin-inline-end: 0.5em; padding: 0 0.25em; border-bottom: 2px solid var(--colour);
  color: var(--soft); font: 600 0.6875rem/1.45 var(--sans); letter-spacing: 0.02em; text-align: center;
}
.steps { display: flex; align-items: center; gap: 0.25rem; padding: 0 0.25rem 0.25rem; font-size: 0.8125rem; }
.steps button { min-width: 1.75rem; padding: 0.05rem 0.4rem; font-size: inherit; }
.steps .place { min-width: 4.5em; color: var(--soft); font-variant-numeric: tabular-nums; text-align: center; }
.steps button:last-child { margin-inline-start: auto; }
.off > .issue { color: var(--soft); text-decoration: line-through; }
.off > .issue .bar::before { opacity: 0.3; }

.map { position: sticky; inset-block-start: 0; z-index: 2; margin-bottom: 1rem; padding-block: 0.6rem 0.3rem; background: var(--paper); }
/* Boxes that grow alike stand under each other; a grid of so many columns would take far longer to lay out. */
.map .grid { display: grid; gap: 2px; }
.map :is(.row, .ticks) { display: flex; gap: 2px; }
.map .name { flex: none; width: 0; overflow: hidden; }
.map .ticks { padding-inline-start: 2px; }
.row .label {
  display: block; width: 100%; padding: 0; border: 0; overflow: hidden; background: none; color: var(--soft);
  font-size: 0.6875rem; line-height: 11px; text-align: end; text-overflow: ellipsis; white-space: nowrap; cursor: pointer;
}
.row .label:hover, .row.chosen .label { color: var(--ink); }
.map :is(.cell, i) { flex: 1 1 0; min-width: 5px; }
.map .cell { position: relative; height: 11px; border-radius: 1px; background: color-mix(in srgb, var(--line) 55%, transparent); cursor: pointer; }
.map .cell::before { content: ""; position: absolute; inset: auto 0 0; height: calc(var(--share) * 100%); border-radius: 1px; background: var(--colour); }
.map .cell.pointed { background: var(--line); }
.map .cell:focus-visible { outline-offset: 1px; }
.map.selecting .row:not(.chosen) .cell::before { opacity: 0.35; }
.map .row.off .cell::before { opacity: 0; }
.map .row.off .label { text-decoration: line-through; }
.map .ticks i { height: 3px; border-radius: 1px; }
.map .ticks .here { background: var(--accent); }
.map .card {
  position: absolute; inset-block-start: calc(100% - 0.2rem); z-index: 3; width: min(22rem, 100%); padding: 0.6rem 0.8rem;
  inset-inline-start: calc(var(--gutter, 0rem) + (100% - var(--gutter, 0rem)) * var(--at) - min(22rem, 100% - var(--gutter, 0rem)) * var(--at));
  border: 1px solid var(--line); border-radius: 6px; background: var(--raised); box-shadow: 0 2px 12px rgb(0 0 0 / 0.12);
  font-size: 0.8125rem; pointer-events: none;
}
.card .place { color: var(--soft); font-size: 0.75rem; }
.card .opening { font: 600 0.9375rem/1.35 var(--serif); }
.card ul { margin-top: 0.25rem; }
.card .label::before, .why dd.label::before {
  content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.4em; border-radius: 2px; background: var(--colour);
}

.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 1.75rem 2.5rem; }
.panel ul { margin: 0.35rem -0.4rem 0; }
.panel .place { display: block; width: 100%; padding: 0.2rem 0.4rem; overflow-wrap: anywhere; }
.panel .note, .panel .count { color: var(--soft); font-size: 0.8125rem; }
.panel .count { white-space: nowrap; }
.panel.quotes .label { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; font: 0.9375rem/1.4 var(--serif); }
.unsure { color: var(--accent); font-weight: 500; }

.hint { margin-top: 0.3rem; color: var(--soft); font-size: 0.8125rem; }
.keywords ul { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-top: 0.6rem; }
.keyword {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.45rem; max-width: 100%; padding: 0.15rem 0.55rem;
  border: 1px solid var(--line); border-radius: 4px; background: none; text-align: start; cursor: pointer; overflow-wrap: anywhere;
}
.keyword:hover { border-color: var(--soft); }
.keyword[aria-pressed="true"] { border-color: transparent; background: var(--lit); }
.keyword .stem { font-weight: 500; }
.keyword .forms { color: var(--soft); font-size: 0.8125rem; }
.keyword[aria-pressed="true"] .forms { color: inherit; }
summary { width: fit-content; margin-top: 0.6rem; color: var(--soft); font-size: 0.8125rem; cursor: pointer; }

.why {
  display: none; position: sticky; bottom: 0.75rem; z-index: 1; padding: 0.75rem 1rem;
  border: 1px solid var(--line); border-radius: 6px; background: var(--raised); box-shadow: 0 2px 12px rgb(0 0 0 / 0.08);
}
.why.open { display: block; }
.why .close { float: right; padding: 0 0.5rem; border: 0; background: none; color: var(--soft); font-size: 1.25rem; line-height: 1.4; cursor: pointer; }
.why .term { font: 600 1.0625rem/1.4 var(--serif); overflow-wrap: anywhere; }
.why .reason + .reason { margin-top: 0.6rem; }
.why dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; margin-top: 0.2rem; font-size: 0.875rem; }
.why dt { color: var(--soft); }
.why .definition { margin-top: 0.2rem; color: var(--soft); font-size: 0.8125rem; }
.why .definition:empty { display: none; }
.why blockquote { max-height: 9rem; margin-top: 0.6rem; overflow: auto; font: 0.9375rem/1.5 var(--serif); overflow-wrap: anywhere; }
.why .balance h3 { margin-top: 0.7rem; }
.why .balance ul { max-height: 9rem; overflow-y: auto; }
.why .balance li { display: grid; grid-template-columns: 1fr 6rem 3rem; align-items: center; gap: 0.5rem; font-size: 0.8125rem; }
.why .word { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.why :is(.for, .against) { position: relative; height: 6px; background: linear-gradient(var(--line), var(--line)) center / 1px 100% no-repeat; }
.why :is(.for, .against)::before {
  content: ""; position: absolute; inset-block: 0; inset-inline-start: 50%; width: calc(var(--length) * 50%); border-radius: 2px; background: var(--colour);
}
.why .against::before { inset-inline: auto 50%; border: 1px solid var(--colour); background: none; }
.why .signed { text-align: end; font-variant-numeric: tabular-nums; }
.why .runner-up { margin-top: 0.4rem; color: var(--soft); font-size: 0.8125rem; }
.why blockquote b { font-weight: 600; border-bottom: 2px solid var(--colour); }

.article { font: 1.125rem/1.6 var(--serif); overflow-wrap: anywhere; }
.article .title { margin-bottom: 0.5em; font-size: 1.75rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
.article .heading { margin: 1.4em 0 0.3em; font-size: 1.1875rem; font-weight: 600; line-height: 1.3; text-wrap: balance; }
.article .block:first-child > .heading { margin-top: 0; }
.article .block { position: relative; }
.article .block + .block > .text { margin-top: 0.9em; }
.article .meta { color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.passage { scroll-margin-top: 7.5rem; padding-block: 0.7rem; }
.long .passage { content-visibility: auto; contain-intrinsic-block-size: auto 12rem; }
.margin { margin-bottom: 0.2rem; font: 0.75rem/1.4 var(--sans); color: var(--soft); }
.margin button { padding: 0; border: 0; background: none; text-align: inherit; cursor: pointer; }
.margin button:hover { color: var(--ink); text-decoration: underline; }
.margin button::before {
  content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.4em; border-radius: 2px; background: var(--colour);
}
.removed { margin-block: 0.75rem; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.removed .block { display: flex; align-items: baseline; justify-content: space-between; gap: 0.75rem; }
p.removed { margin-block: 0; }
p.removed .reason { padding: 0 0.35em; border: 1px solid var(--line); border-radius: 3px; font-size: 0.6875rem; white-space: nowrap; }

.edit {
  padding: 0 0.4em; border: 0; border-radius: 3px; background: none; color: var(--accent);
  font: 0.75rem/1.5 var(--sans); white-space: nowrap; cursor: pointer;
}
.edit:hover { background: color-mix(in srgb, var(--accent) 12%, var(--paper)); }
.leave-out, .leave-again { position: absolute; inset-inline-end: 0; inset-block-start: 100%; z-index: 1; background: var(--paper); }
.heading + .edit { inset-block: auto 0.3rem; }
.leave-out { visibility: hidden; }
.block:is(:hover, :focus-within) > .leave-out, .editing .leave-out { visibility: visible; }

.kind {
  display: inline-block; padding: 0 0.35em; border: 1px solid var(--line); border-radius: 3px; color: var(--soft);
  font: 0.6875rem/1.5 var(--sans); white-space: nowrap;
}
.kind[data-kind="says"] { padding: 0; border-color: transparent; }
.kind:is([data-kind="opposes"], [data-kind="denies"], [data-kind="threatens"], [data-kind="warns"]) {
  border-color: var(--soft); background: var(--soft); color: var(--paper);
}

.claims > h2 { scroll-margin-top: 1rem; }
:is(h2, h3, p)[tabindex="-1"]:focus-visible { outline: 0; } /* led there: the words are lit */
.claims table {
  width: 100%; min-width: calc(8rem + var(--sides) * 7.75rem); max-width: calc(8rem + var(--sides) * 24rem);
  table-layout: fixed; border-collapse: collapse;
}
.claims caption { padding: 0.3rem 0 0.6rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
.claims th { font-weight: 400; text-align: start; vertical-align: top; }
.claims thead th { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--soft); background: var(--paper); overflow-wrap: break-word; }
.claims thead th:first-child { width: 12%; padding-inline-start: calc(0.75rem + 3px); color: var(--soft); font-size: 0.8125rem; }
.claims .name {
  display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 4;
  font: 600 0.9375rem/1.25 var(--serif);
}
.claims .name::first-letter { text-transform: uppercase; } /* “the mayors” without their article */
.claims .about { display: block; color: var(--soft); font-size: 0.75rem; line-height: 1.4; }
.claims tbody tr { border-bottom: 1px solid var(--line); }
.claims tbody th {
  position: sticky; inset-inline-start: 0; padding: 0.8rem 1rem 0.8rem 0.75rem; border-inline-start: 3px solid var(--colour);
  background: var(--paper); font-size: 0.875rem; line-height: 1.35;
}
.claims tbody th button { padding: 0; border: 0; background: none; text-align: start; cursor: pointer; }
.claims tbody th button:hover { text-decoration: underline; }
.claims td { padding: 0.55rem 0.5rem 0.55rem 0; vertical-align: top; }
.claims li + li { margin-top: 0.35rem; }
.quote {
  display: block; width: 100%; margin-inline-start: -0.4rem; padding: 0.25rem 0.4rem; border: 0; border-radius: 4px; background: none;
  font: 0.875rem/1.35 var(--serif); text-align: start; overflow-wrap: anywhere; cursor: pointer;
}
.quote:hover { background: color-mix(in srgb, var(--colour) 10%, transparent); }
.quote .words { display: -webkit-box; margin-top: 0.15rem; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 4; }
.quote .verb { font-weight: 600; }
.who { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.shared .who:not(.again) { all: unset; display: block; margin-bottom: 0.15rem; font: 600 0.875rem/1.35 var(--serif); }
.claims.selecting tbody tr:not(.chosen) { color: var(--soft); }
.claims tr.chosen, .claims tr.chosen th { background: color-mix(in srgb, var(--colour) 10%, var(--paper)); }
.rest { margin-top: 0.6rem; }
.back { margin: 0.4rem 0 -0.2rem -0.6rem; }

mark {
  padding-bottom: 1px; color: inherit; background: color-mix(in srgb, var(--colour) 20%, transparent);
  border-bottom: 2px solid var(--colour); border-radius: 1px; cursor: pointer;
}
mark[data-strength="2"] { background: color-mix(in srgb, var(--colour) 10%, transparent); }
mark[data-strength="1"] { background: none; border-bottom-width: 1px; }
mark[data-pattern="1"] { border-bottom-style: dashed; }
mark[data-pattern="2"] { border-bottom-style: double; border-bottom-width: 3px; }
mark[data-pattern="3"] { border-bottom-style: dotted; }
.tag::before { content: attr(data-tag) / ""; }
.tag[data-pattern="1"] { border-bottom-style: dashed; }
.tag[data-pattern="2"] { border-bottom-style: double; border-bottom-width: 3px; }
.tag[data-pattern="3"] { border-bottom-style: dotted; }
.labels mark::after { content: attr(data-tag) / ""; margin-inline-start: 0.15em; vertical-align: super; color: var(--soft); font: 600 0.5em/1 var(--sans); }
mark.off { background: none; border-bottom-color: transparent; cursor: auto; }
mark[data-colour="none"] { background: none; border-bottom: 1px dotted var(--colour); }
mark:hover, mark.current { background: color-mix(in srgb, var(--colour) 38%, transparent); }
.selecting mark:not(.chosen) { background: none; border-bottom-color: transparent; }
.selecting mark.chosen { background: color-mix(in srgb, var(--colour) 28%, transparent); }
.selecting .passage:not(.chosen) { --colour: var(--line); }
::highlight(rubricator-lit), ::highlight(rubricator-claim) { background-color: var(--lit); }
${[0, 1, 2, 3, 4, 5, 6, 7].map((colour) => `::highlight(rubricator-${colour}) { text-decoration: underline 2px var(--colour-${colour}); }`).join('\n')}
::highlight(rubricator-none) { text-decoration: underline dotted 1px var(--colour-none); }

@container (max-width: 43.99rem) {
  .claims :is(table, caption, tbody, tr, th, td) { display: block; width: auto; min-width: 0; max-width: none; }
  .claims thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .claims tbody tr { padding-block: 1rem; }
  .claims tbody th { position: static; padding: 0; border: 0; font-size: 0.9375rem; font-weight: 600; }
  .claims tbody th::before {
    content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.4em; border-radius: 2px; background: var(--colour);
  }
  .claims td:empty { display: none; }
  .claims td { padding: 0.5rem 0 0; }
  .quote { margin-inline: -0.4rem; width: calc(100% + 0.8rem); }
  .who:not(.again) { all: unset; font: 600 0.9375rem/1.35 var(--serif); }
}
@container (min-width: 44rem) {
  .claims .scroll { overflow-x: auto; }
  .reading { --gutter: 8.5rem; }
  .passage, .article > .removed { padding-inline-start: var(--gutter); }
  .map .name { width: calc(var(--gutter) - 1.25rem); margin-inline-end: calc(1.25rem + 2px); }
  .map .ticks { padding-inline-start: calc(var(--gutter) + 4px); }

  .passage { position: relative; }
  .passage .margin { position: absolute; inset-inline-start: 0; top: 0.9rem; width: calc(var(--gutter) - 1.25rem); text-align: end; }
  .passage.first .body { position: relative; }
  .passage.first .body::before {
    content: ""; position: absolute; inset-block: 0.35rem; inset-inline-start: -0.75rem; width: 3px; border-radius: 2px; background: var(--colour);
  }
  .passage[data-colour="none"] .body::before { background: var(--line); }
  .margin button::before { content: none; }
}
@container (min-width: 64rem) {
  .results { grid-template-columns: minmax(0, 1fr) 22rem; gap: 3rem; align-items: start; }
  .side { display: flex; flex-direction: column; order: 2; align-self: stretch; }
  .lists {
    display: flex; flex-direction: column; gap: 1.75rem; position: sticky; top: 0; max-height: 100vh;
    margin-inline: -0.75rem; padding: 1rem 0.75rem; overflow-y: auto;
  }
  .side:has(.why.open) .lists { max-height: calc(100vh - 18rem); }
  .why { margin-top: auto; }
  .reading { order: 1; }
  .claims, .panels { grid-column: 1 / -1; }
  .claims .scroll { overflow: visible; }
  .claims thead th { position: sticky; top: 0; z-index: 1; }
  .reading { max-width: calc(66 * 0.5625rem + var(--gutter)); }

}
.shortcuts { max-width: min(34rem, 92vw); padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 8px; color: var(--ink); background: var(--raised); }
.shortcuts::backdrop { background: rgb(0 0 0 / 0.35); }
.shortcuts dl { display: grid; grid-template-columns: auto 1fr; gap: 0.3rem 1rem; margin-block: 0.9rem; }
.shortcuts kbd { display: inline-block; min-width: 1.6em; padding: 0 0.35em; border: 1px solid var(--line); border-radius: 4px; font: 0.8125rem/1.5 var(--sans); text-align: center; }
.shortcuts button { float: right; }
@media (forced-colors: active) {
  .kind[data-kind] { color: CanvasText; background: Canvas; border-color: CanvasText; }
  mark { color: CanvasText; background: Canvas; border-bottom-color: CanvasText; }
  .bar::before, .map .cell::before { forced-color-adjust: none; background: CanvasText; }
  mark::after { content: attr(data-tag) / ""; margin-inline-start: 0.15em; vertical-align: super; font: 600 0.5em/1 var(--sans); }
}
@media print {
  .box, .messages, .map, .removed, .why, .edit, .steps, .to-claims, .hint { display: none !important; }
  .results { display: block; }
  mark { color: #000; background: none; border-bottom-color: #000; print-color-adjust: exact; }
  mark::after { content: attr(data-tag) / ""; margin-inline-start: 0.15em; vertical-align: super; font: 600 0.5em/1 var(--sans); }
  .passage, .claims tr, .panel { break-inside: avoid; }
}
.own-issue { margin-top: 0.75rem; padding: 0.5rem 0.9rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--colour); border-radius: 6px; background: var(--raised); }
.own-issue > summary { width: auto; margin: 0; color: var(--ink); font-size: 0.9375rem; }
.own-issue .label { font: 600 1.0625rem/1.4 var(--serif); }
.own-issue .about { color: var(--soft); font-size: 0.8125rem; }
.field { display: grid; grid-template-columns: 5rem 1fr; align-items: baseline; gap: 0.75rem; margin-top: 0.6rem; }
.own :is(.field > span, legend) { color: var(--soft); font-size: 0.8125rem; }
.own :is(input[type="text"], textarea, select) {
  width: 100%; min-width: 0; min-height: 0; padding: 0.3rem 0.5rem; border: 1px solid var(--line); border-radius: 4px; color: inherit; background: var(--paper); font: 0.9375rem/1.4 var(--sans);
}
.own fieldset { margin: 0.9rem 0 0; padding: 0; border: 0; }
.own .rows li { display: grid; grid-template-columns: minmax(0, 3fr) 10.5rem minmax(0, 2fr) 2rem; gap: 0.4rem; margin-top: 0.35rem; }
.own .rows li:not(:has(.note)) { grid-template-columns: minmax(0, 1fr) 10.5rem 2rem; }
.own :is(.remove, .add-row, .remove-issue) { padding: 0.2rem 0.5rem; border: 0; border-radius: 4px; background: none; color: var(--accent); font-size: 0.875rem; cursor: pointer; }
.own .add-row { margin-top: 0.35rem; }
.own .remove-issue { margin-top: 0.9rem; }
.own .tools { margin-top: 1rem; padding-inline: 0; }
.own .keep { margin-inline-start: auto; color: var(--soft); font-size: 0.875rem; }
.colours { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; }
.colours legend { float: inline-start; width: 5rem; margin-inline-end: 0.75rem; }
.colours label { display: inline-flex; padding: 0.15rem; border-bottom: 4px solid var(--colour); }
.own-tests { margin-top: 0.75rem; font-size: 0.875rem; }
.own-tests .bad { color: var(--accent); font-weight: 500; }
.own-tests li { margin-top: 0.2rem; overflow-wrap: anywhere; }
@container (max-width: 43.99rem) {
  .own .rows li, .own .rows li:not(:has(.note)) { grid-template-columns: minmax(0, 1fr) 2rem; }
  .own .rows .text { grid-column: 1 / -1; }
  .own .rows .note { grid-column: 1 / 2; }
  .field { grid-template-columns: 1fr; gap: 0.2rem; }
}
.drop { padding: 1.2rem 0.9rem 0.4rem; border-style: dashed; }
.drop .tools { padding-inline: 0; border: 0; }
.batch .status { margin-top: 0.6rem; padding: 0; }
.running { display: flex; align-items: center; gap: 1rem; margin-top: 0.4rem; }
.running progress { flex: 1; accent-color: var(--accent); }
.batch h2 { margin-top: 1.25rem; }
.leaders { columns: 2 18rem; column-gap: 2.5rem; margin-top: 0.5rem; }
.leader { display: grid; grid-template-columns: 1fr 6rem 3rem; align-items: center; gap: 0.5rem; width: 100%; padding: 0.2rem 0.4rem; border: 0; border-radius: 4px; background: none; text-align: start; cursor: pointer; break-inside: avoid; }
.leader:hover, .leader[aria-pressed="true"] { background: color-mix(in srgb, var(--accent) 10%, transparent); }
.leader .bar { --colour: var(--accent); }
.leader .count, .batch .number { text-align: end; font-variant-numeric: tabular-nums; }
.batch .tools { margin-top: 1rem; padding-inline: 0; border: 0; }
.batch input[type="search"] { flex: 1; max-width: 20rem; padding: 0.35rem 0.6rem; border: 1px solid var(--line); border-radius: 4px; color: inherit; background: var(--raised); font: inherit; }
.batch .scroll { max-height: min(70vh, 48rem); margin-top: 0.5rem; overflow: auto; border-block: 1px solid var(--line); }
.batch table { width: 100%; min-width: 64rem; border-collapse: collapse; table-layout: fixed; font-size: 0.875rem; }
.batch caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.batch thead th { position: sticky; inset-block-start: 0; z-index: 1; padding: 0.35rem 0.4rem; background: var(--paper); text-align: start; }
.batch thead button { padding: 0; border: 0; background: none; color: var(--soft); font-size: 0.8125rem; cursor: pointer; }
.batch [aria-sort="ascending"] button::after { content: " ↑" / ""; }
.batch [aria-sort="descending"] button::after { content: " ↓" / ""; }
.batch tbody tr:not(.spacer) { height: 38px; }
.batch tbody tr:not(.spacer):hover { background: color-mix(in srgb, var(--line) 35%, transparent); }
.batch tbody :is(td, th) { padding: 0 0.4rem; overflow: hidden; border-top: 1px solid var(--line); font-weight: 400; text-align: start; text-overflow: ellipsis; white-space: nowrap; }
.batch .spacer td { border: 0; }
.batch tbody .place { display: block; width: 100%; padding: 0.2rem 0; overflow: hidden; font: 600 0.9375rem/1.3 var(--serif); text-overflow: ellipsis; white-space: nowrap; }
.batch td.share { text-align: end; }
.batch td .bar { display: inline-block; width: 2.5rem; margin-inline-end: 0.4rem; vertical-align: middle; --colour: var(--accent); }
.batch td.error { margin: 0; padding: 0 0.4rem; border-inline: 0; background: none; color: var(--accent); font-size: inherit; }
.batch thead .place { width: 3.5rem; } .batch thead .title { width: 26%; } .batch thead :is(.words, .claims) { width: 4.5rem; } .batch thead :is(.date, .confidence) { width: 6rem; } .batch thead .share { width: 6.5rem; }

.panes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem 2rem; margin-top: 0.75rem; }
.pane h2, .widget > h2, .batch h2 { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; color: var(--accent); }
.pane .box { margin-top: 0.35rem; }
.comparison { margin-top: 1.25rem; }
.comparison table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.comparison caption { padding-bottom: 0.5rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
.comparison thead th { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--soft); font: 600 0.9375rem/1.3 var(--serif); text-align: start; vertical-align: bottom; }
.comparison thead th:nth-child(2) { width: 26%; color: var(--soft); font: 400 0.8125rem/1.3 var(--sans); text-align: center; }
.comparison thead .left { text-align: end; }
.comparison tbody th[scope="row"] { padding: 0.4rem 0.5rem; font-weight: 400; text-align: center; }
.comparison .group th { padding: 1rem 0 0.2rem; color: var(--soft); font-size: 0.8125rem; font-weight: 500; text-align: center; }
.comparison td { padding: 0.4rem 0.5rem; vertical-align: top; }
.measure { display: flex; align-items: center; gap: 0.6rem; }
.measure .bar { flex: 1; height: 8px; background: none; --colour: var(--colour-0); }
.left .bar::before { margin-inline-start: auto; }
.right .measure { flex-direction: row-reverse; }
.right .bar { --colour: var(--colour-1); }
.comparison .note { display: block; color: var(--soft); font-size: 0.75rem; overflow-wrap: anywhere; }
.left .note { text-align: end; }
@media (pointer: coarse) { .edit { min-height: 1.75rem; } }
@media (prefers-reduced-motion: reduce) { *, ::before { animation: none !important; transition: none !important; } }
`);
