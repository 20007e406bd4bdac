import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { FORMATS } from '../export/index.js';

const web = new URL('..', import.meta.url).pathname;
const read = (name) => readFileSync(join(web, name), 'utf8');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !/^(test|e2e|examples|lighthouse)\/|(^|\/)node_modules\//.test(name));
const { declarations: [manifest] } = JSON.parse(read('custom-elements.json')).modules[0];

test('the package names types first, and no file that the build does not write', () => {
  const { exports, files, sideEffects } = JSON.parse(read('package.json'));
  for (const target of Object.values(exports)) if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types');
  const built = new Set(['rubricator.js', 'article-issues.js', 'script.js', 'worker.js', 'rubricator.wasm', 'news-en.pack', 'types.d.ts', 'custom-elements.json', 'README.md', 'package.json']);
  const named = [...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target))), ...sideEffects].map((name) => name.replace(/^\.\//, ''));
  for (const name of named) assert.ok(built.has(name) && (files.includes(name) || name === 'package.json'), name);
});

test('the manifest says what the element has: attributes, members, events, parts, slots, colours', () => {
  const element = read('element.js');
  const [, observed] = element.match(/observedAttributes = \[(.*)\]/);
  const attributes = [...observed.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
  assert.deepEqual([...attributes, 'shortcuts'].sort(), manifest.attributes.map(({ name }) => name).sort());
  const members = new Set([...element.matchAll(/^ {2}(?:async )?(?:get |set )?([a-z]\w*)\(/gm)].map(([, name]) => name));
  for (const name of ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']) members.delete(name);
  assert.deepEqual([...members].sort(), manifest.members.map(({ name }) => name).sort());
  const events = new Set([...element.matchAll(/#emit\('([\w-]+)'/g)].map(([, name]) => name));
  assert.deepEqual([...events].sort(), manifest.events.map(({ name }) => name).sort());
  const all = sources.map(read).join('\n');
  const parts = new Set([...all.matchAll(/\bpart(?::| =) '(\w+)'/g)].map(([, name]) => name));
  assert.deepEqual([...parts].sort(), manifest.cssParts.map(({ name }) => name).sort());
  const slots = new Set([...element.matchAll(/h\('slot', \{ name: '(\w+)' \}/g)].map(([, name]) => name));
  assert.deepEqual([...slots, ''].sort(), manifest.slots.map(({ name }) => name).sort());
  for (const { name } of manifest.cssProperties) assert.ok(read('style.js').includes(`  ${name}: `), name);
});

test('the reference names all of it', () => {
  const reference = read('README.md');
  for (const { name } of [...manifest.attributes, ...manifest.members, ...manifest.events, ...manifest.cssParts]) assert.ok(reference.includes(name), name);
  for (const { id } of FORMATS) assert.ok(reference.includes(id), id);
});

test('the types are right, and say what a user of the package writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    writeFileSync(join(folder, 'use.ts'), `
      import { ArticleIssues, EngineError, createAnalyzer, define, type Report } from '${join(web, 'types')}';
      define();
      const element = document.createElement('article-issues');
      element.value = 'text';
      element.pack = { issues: [{ label: 'A', terms: [{ text: 'b', weight: 9 }] }] };
      element.addEventListener('analysis-complete', ({ detail }) => { const report: Report = detail.report; report.issues[0].status === 'covered'; });
      element.addEventListener('issue-select', ({ detail: { issue } }) => { element.selectedIssue = issue; });
      const place: { place: number; count: number } | null = element.next();
      const text: string = element.export('ninjs', { url: 'https://example.org/' });
      createAnalyzer().analyze(text, { stages: 'issues' }).catch((error: EngineError) => error.code === 'too-large');
      const other: ArticleIssues = element;
      // @ts-expect-error analysis is read-only
      element.analysis = null;
      // @ts-expect-error there is no such form
      element.export('pdf');
      console.log(place, other);
    `);
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const command = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom', '--skipLibCheck', 'false', join(folder, 'use.ts'), join(web, 'types.d.ts')];
    execFileSync(process.execPath, [tsc, ...command], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(error.stdout ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const SINKS = /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc|setHTMLUnsafe|createContextualFragment|\beval\(|new Function\b|\.style\s*=|setAttribute\('(style|on\w+|srcdoc)'/;

test('no module has a sink for HTML or code but trusted.js', () => {
  for (const planted of ["e.innerHTML = x", 'eval(x)', "f.setAttribute('style', x)", 'g.srcdoc = x', 'document.write(x)']) assert.match(planted, SINKS);
  assert.ok(sources.length > 30);
  for (const name of sources.filter((source) => source !== 'trusted.js')) assert.doesNotMatch(read(name), SINKS, name);
});

test('all sentences of the interface stand in strings.js', () => {
  for (const name of sources.filter((source) => /^(render|own|batch|compare)\/|^(element|box|shell|sealed)\.js/.test(source))) {
    const said = [...read(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(/, '([A-Z][a-z]+ [a-z][^']*)'/g)].map(([, words]) => words);
    assert.deepEqual(said, [], name);
  }
});

