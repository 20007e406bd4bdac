/** Why the engine did not start: `reason` is a key of strings.loading and what goes into it. */
export class LoadError extends Error {
  constructor(...reason) {
    super(reason.join(' '));
    this.reason = reason;
  }
}

/** The Go engine: one running WebAssembly instance with its pack. Lives in a worker. */
export class Engine {
  #api;
  #instance;
  #encoder = new TextEncoder();
  #parts = [];

  /** `wasm` and `pack` are addresses or bytes; with a `module`, `wasm` is not needed. */
  static async start({ module, wasm, pack }) {
    const [compiled, packBytes] = await Promise.all([module ?? compile(wasm), bytesOf(pack)]);
    const engine = new Engine();
    engine.module = compiled;
    engine.pack = packBytes;
    await engine.#run(compiled);
    const catalogue = JSON.parse(engine.#api.load(packBytes));
    if (catalogue.error) throw new LoadError('corrupt', nameOf(pack), catalogue.error.message);
    engine.catalogue = catalogue;
    return engine;
  }

  async #run(module) {
    const go = new globalThis.Go();
    this.#instance = await guard('rubricator.wasm', () => WebAssembly.instantiate(module, go.importObject));
    await new Promise((resolve, reject) => {
      globalThis.rubricatorReady = (api) => {
        this.#api = api;
        resolve();
      };
      globalThis.rubricatorPart = (json) => this.#parts.push(json);
      const stopped = () => reject(new LoadError('stopped'));
      go.run(this.#instance).then(stopped, stopped);
    });
  }

  // What follows gives JSON, {"error": …} if it failed; it throws or gives undefined when the instance is
  // dead. `edits` and `own` are as edits.js and own/pack.js write them, "" for none.

  /** The report on a text. */
  analyze({ text, stages = '', edits = '', own = '' }) {
    this.#parts = [];
    const json = this.#api.analyze(this.#bytes(text), stages, edits, own);
    const parts = this.#parts;
    this.#parts = [];
    return json === '' ? parts.join('') : json; // a long report came in parts
  }

  /** What the sentence at an offset says. */
  explain({ text, at, edits = '', own = '' }) {
    return this.#api.explain(this.#bytes(text), at, edits, own);
  }

  /** The catalogue with own issues in it. */
  listIssues({ own = '' }) {
    return this.#api.catalogue(own);
  }

  /** Does what the first texts would have to wait for, a bit at a time, when nothing is asked; false if there is no more. */
  rehearse() {
    return this.#api.rehearse() === 'true';
  }

  /** TextEncoder turns a lone surrogate into U+FFFD, of the same length: offsets stay right. */
  #bytes(text) {
    return this.#encoder.encode(text);
  }

  /** Bytes of wasm memory; it never shrinks. */
  get memory() {
    return this.#instance.exports.mem.buffer.byteLength;
  }
}

async function compile(wasm) {
  if (typeof wasm !== 'string') return guard(nameOf(wasm), () => WebAssembly.compile(wasm));
  const response = await get(wasm);
  // Careless static hosts send another type, which the streaming compiler refuses.
  const streams = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return guard(nameOf(wasm), async () =>
    streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
}

async function bytesOf(source) {
  return typeof source === 'string' ? new Uint8Array(await (await get(source)).arrayBuffer()) : source;
}

async function get(url) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw new LoadError('unreachable', nameOf(url));
  }
  if (!response.ok) throw new LoadError('missing', nameOf(url), response.status);
  return response;
}

/** Runs a step of the WebAssembly API and tells a policy's refusal from a damaged file. */
async function guard(name, step) {
  try {
    return await step();
  } catch (error) {
    throw isPolicy(error) ? new LoadError('policy') : new LoadError('corrupt', name);
  }
}

/** Each browser words it differently: "… 'unsafe-eval' is not an allowed source …", "… blocked by CSP". */
export function isPolicy(error) {
  return /unsafe-eval|wasm-eval|Content Security Policy|\bCSP\b|disallowed by embedder/i.test(error?.message ?? '');
}

function nameOf(source) {
  return typeof source === 'string' ? new URL(source).pathname.split('/').pop() : ''; // inside this page
}
