// What dist says of itself: the bill of materials is one by its standard's schema, the script tags hold, and
// fit the scripts they are for.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DIST, openBrowser, seen, settled, startHost } from './harness.js';

const read = (name) => readFileSync(join(DIST, name), 'utf8');

test('the bill of materials is CycloneDX 1.6 and names what the licences name', () => {
  const bom = JSON.parse(read('sbom.cdx.json'));
  // The schemas come with the library of CycloneDX; ajv does not know two of their formats.
  const folder = join(dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
  const schema = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'iri-reference': true, 'idn-email': true } });
  addFormats(ajv);
  for (const name of readdirSync(folder).filter((file) => /^(spdx|jsf|cryptography)\b.*\.json$/.test(file))) ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}` });
  const valid = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
  assert.ok(valid(bom), JSON.stringify(valid.errors?.slice(0, 3)));
  assert.ok(!valid({ ...bom, components: [{ name: 'x' }] }), 'the schema refuses nothing');
  const named = bom.components.map(({ name, version }) => (name === 'std' ? `go${version}` : `${name} ${version}`));
  for (const name of named) assert.ok(read('THIRD-PARTY.txt').includes(`\n${name}\n`), name);
  assert.deepEqual(bom.dependencies[0].dependsOn, bom.components.map(({ purl }) => purl));
});

test('the script tags with integrity work from another origin, and refuse a script that was changed', async () => {
  const tags = [...read('INTEGRITY.md').matchAll(/<script[^\n]*<\/script>/g)].map(([tag]) => tag);
  assert.equal(tags.length, 2);
  const browser = await openBrowser(test);
  for (const tag of tags) {
    const [, name] = tag.match(/src="([^"]+)"/);
    for (const changed of [false, true]) {
      const other = await startHost(test, { headers: { 'Access-Control-Allow-Origin': '*' }, files: changed ? { [name]: `${read(name)}\n;` } : {} });
      const host = await startHost(test, { files: { 'embed.html': `<!DOCTYPE html><meta charset="utf-8">${tag.replace('src="', `src="${other}`)}<article-issues>Tariffs on steel rise again.</article-issues>` } });
      const page = await browser.newPage();
      await page.goto(`${host}embed.html`);
      if (changed) assert.equal(await page.evaluate(() => Boolean(customElements.get('article-issues'))), false, tag);
      else {
        await settled(page);
        assert.equal((await seen(page)).kind, 'covers', tag);
      }
      await page.close();
    }
  }
});
