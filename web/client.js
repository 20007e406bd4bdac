import { encodeEdits } from './edits.js';
import { EngineError } from './error.js';
import { Session } from './session.js';
import { strings } from './strings.js';

export { EngineError };

const MEGABYTE = 1024 * 1024;
/** Longest text, in bytes of UTF-8, unless the client is told otherwise. */
export const LIMIT = 2 * MEGABYTE;
const DEADLINE = 30_000;
/** wasm memory never shrinks: after a text over the one, a worker that holds more than the other is let go. */
const LONG_TEXT = MEGABYTE;
const MUCH_MEMORY = 128 * MEGABYTE;

/**
 * The analyzer that runs the engine in a worker. Requests are served one after another, so that a
 * deadline counts one text's time only and a crash can be blamed on one text. A dead worker is
 * replaced, from the compiled module and the pack of the first one, by the next request.
 */
export class EngineClient {
  #assets;
  #limit;
  #deadline;
  #session = null;
  #kept = null;
  #jobs = [];
  #working = false;
  #lastId = 0;

  /**
   * @param assets {createWorker(): Worker, wasm(): Promise<url|bytes>, pack(): Promise<url|bytes>}
   * @param options limit in bytes of UTF-8; deadline in milliseconds, prolonged for long texts
   */
  constructor(assets, { limit = LIMIT, deadline = DEADLINE } = {}) {
    this.#assets = assets;
    this.#limit = limit;
    this.#deadline = deadline;
  }

  /** The catalogue of the pack, with `own` issues if there are any: {pack, engine, language, majors, issues}. Starts the engine if need be. */
  async catalogue({ own = '', signal } = {}) {
    return own ? this.#ask({ type: 'listIssues', own }, '', signal) : (await this.#open()).catalogue;
  }

  /**
   * The report on a text, with the reader's `edits` of its repair and `own` issues, as own/pack.js writes
   * them. Rejects with an EngineError and nothing else.
   */
  analyze(text, { signal, stages = '', edits = [], own = '' } = {}) {
    return this.#ask({ type: 'analyze', text, stages, edits: encodeEdits(edits), own }, text, signal);
  }

  /**
   * What the sentence at an offset of a text speaks for: {sentence, issues, terms}, issues best first;
   * sentence is null where the article has none.
   */
  explain(text, at, { signal, edits = [], own = '' } = {}) {
    return this.#ask({ type: 'explain', text, at, edits: encodeEdits(edits), own }, text, signal);
  }

  /** Another client of the same engine, which need not load what this one has. */
  sibling() {
    const client = new EngineClient(this.#assets, { limit: this.#limit, deadline: this.#deadline });
    client.#kept = this.#kept;
    return client;
  }

  /** Ends the worker; what is pending is rejected with the code "aborted". The next question starts another. */
  close() {
    const error = engineError('aborted');
    for (const job of this.#jobs) job.reject(error);
    this.#session?.end(error);
  }

  #ask(question, text, signal) {
    return new Promise((resolve, reject) => {
      const bytes = byteLength(text);
      if (bytes > this.#limit) return reject(engineError('too-large', bytes, this.#limit));
      if (signal?.aborted) return reject(engineError('aborted'));

      const job = { id: ++this.#lastId, question, bytes, done: false };
      const onAbort = () => {
        const error = engineError('aborted');
        job.reject(error);
        this.#session?.cancel(job.id, error);
      };
      const settle = (how) => (value) => {
        if (job.done) return;
        job.done = true;
        signal?.removeEventListener('abort', onAbort);
        how(value);
      };
      job.resolve = settle(resolve);
      job.reject = settle(reject);
      signal?.addEventListener('abort', onAbort);
      this.#jobs.push(job);
      this.#work();
    });
  }

  async #work() {
    if (this.#working) return;
    this.#working = true;
    for (let job; (job = this.#jobs.shift());) {
      if (!job.done) await this.#run(job);
    }
    this.#working = false;
  }

  async #run(job) {
    const deadline = this.#deadline * Math.max(1, job.bytes / LONG_TEXT);
    const errors = { broken: engineError('crashed'), late: engineError('timeout', Math.round(deadline / 1000)) };
    for (let attempt = 1; !job.done; attempt++) {
      try {
        await this.#open();
        if (job.done) return;
        const { json, memory } = await this.#session.ask({ ...job.question, id: job.id }, deadline, errors);
        job.resolve(JSON.parse(json));
        if (job.bytes > LONG_TEXT && memory > MUCH_MEMORY) this.#session.end();
      } catch (error) {
        if (error.code === 'crashed' && attempt === 1) continue;
        job.reject(error);
      }
    }
  }

  async #open() {
    if (!this.#session || this.#session.ended) this.#session = new Session(this.#assets, this.#kept);
    const ready = await this.#session.ready;
    this.#kept = { module: ready.module, pack: ready.pack };
    return ready;
  }
}

function engineError(code, ...details) {
  const { cause, cure } = strings.error[code];
  return new EngineError(code, cause(...details), cure);
}

function byteLength(text) {
  return new Blob([text]).size;
}
