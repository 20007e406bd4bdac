import { HtmlValidate } from 'html-validate';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

const root = new URL('../..', import.meta.url);
const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': ['error', { maxlength: 80 }] } });
const pages = ['index.html', 'web/onefile.html', ...readdirSync(new URL('web/examples', root)).filter((name) => name.endsWith('.html')).map((name) => `web/examples/${name}`)];

for (const page of pages) {
  test(`${page} is valid HTML`, async () => {
    const { results } = await validate.validateString(readFileSync(new URL(page, root), 'utf8'));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)), []);
  });
}

test('what is not valid is found', async () => {
  assert.equal((await validate.validateString('<!DOCTYPE html><html><body><p><div></div></p></body></html>')).valid, false);
});
