import assert from 'node:assert/strict';
import test from 'node:test';
import { isPolicy } from '../engine.js';

test('a policy’s refusal is told from a damaged file, in each browser’s words', () => {
  for (const message of [
    "WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    'WebAssembly.compile(): Wasm code generation disallowed by embedder',
    'call to WebAssembly.compile() blocked by CSP',
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script",
  ]) assert.equal(isPolicy(new Error(message)), true, message);
  for (const error of [new Error('expected magic word 00 61 73 6d, found 3c 21 64 6f @+0'), undefined]) assert.equal(isPolicy(error), false);
});
