import { encodeEdits } from './edits.js';
import { EngineError } from './error.js';
import { Session } from './session.js';
import { strings } from './strings.js';

export { EngineError };

const MEGABYTE = 1024 * 1024;
/** Longest text, in bytes of UTF-8, unless the client is told otherwise. */
export const LIMIT = 2 * MEGABYTE;
const DEADLINE = 30_000;
/** The deadline is for a text of this length, in bytes. */
const LONG_TEXT = MEGABYTE;
/** wasm memory never shrinks: a worker that holds more is let go once it has answered. */
const MUCH_MEMORY = 128 * MEGABYTE;
/** How long nothing must be asked before a second worker is started, to be there when the first one ends; milliseconds. */
const IDLE = 1_000;

/**
 * The analyzer that runs the engine in a worker. Requests are served one after another, so that a
 * deadline counts one text's time only and a crash can be blamed on one text. A dead worker is
 * replaced, from the compiled module and the pack of the first one, by the next request: by the one that
 * stands by, or a new one. There are two at most.
 */
export class EngineClient {
  #assets;
  #limit;
  #deadline;
  #hasStandby;
  #session = null;
  #standby = null; // a session that is ready or starting, beside the one at work
  #idle = 0;
  #kept = null;
  #jobs = [];
  #working = false;
  #lastId = 0;
  #isClosed = false;

  /**
   * @param assets {createWorker(): Worker, wasm(): Promise<url|bytes>, pack(): Promise<url|bytes>}
   * @param options limit in bytes of UTF-8; deadline in milliseconds, prolonged for long texts; standby,
   *   whether a second worker may be kept ready
   */
  constructor(assets, { limit = LIMIT, deadline = DEADLINE, standby = true } = {}) {
    this.#assets = assets;
    this.#limit = limit;
    this.#deadline = deadline;
    this.#hasStandby = standby;
  }

  /** The catalogue of the pack, with `own` issues if there are any: {pack, engine, language, majors, issues}. Starts the engine if need be. */
  async catalogue({ own = '', signal } = {}) {
    return own ? this.#ask({ type: 'listIssues', own }, '', signal) : (await this.#open()).catalogue;
  }

  /**
   * The report on a text, with the reader's `edits` of its repair and `own` issues, as own/pack.js writes
   * them. Rejects with an EngineError and nothing else. `onProgress(part)`, from 0 to 1, is called while a long
   * text is analysed.
   */
  analyze(text, { signal, stages = '', edits = [], own = '', onProgress = () => {} } = {}) {
    return this.#ask({ type: 'analyze', text, stages, edits: encodeEdits(edits), own }, text, signal, (percent) => onProgress(percent / 100));
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
    const client = new EngineClient(this.#assets, { limit: this.#limit, deadline: this.#deadline, standby: false });
    client.#kept = this.#kept;
    return client;
  }

  /** Ends the workers; what is pending is rejected with the code "aborted". The next question starts another. */
  close() {
    const error = engineError('aborted');
    clearTimeout(this.#idle);
    for (const job of this.#jobs) job.reject(error);
    this.#session?.end(error);
    this.#standby?.end(error);
    this.#isClosed = true;
  }

  #ask(question, text, signal, onProgress) {
    return new Promise((resolve, reject) => {
      const most = 3 * text.length; // of UTF-8 for a unit of UTF-16; to count takes a copy
      const bytes = most <= Math.min(this.#limit, LONG_TEXT) ? most : byteLength(text);
      if (bytes > this.#limit) return reject(engineError('too-large', bytes, this.#limit));
      if (signal?.aborted) return reject(engineError('aborted'));

      const job = { id: ++this.#lastId, question, bytes, done: false, onProgress: (percent) => job.done || onProgress?.(percent) };
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
    this.#isClosed = false;
    clearTimeout(this.#idle);
    for (let job; (job = this.#jobs.shift());) {
      if (!job.done) await this.#run(job);
    }
    this.#working = false;
    if (!this.#hasStandby || this.#isClosed || !this.#kept || this.#standby?.ended === false) return;
    this.#idle = setTimeout(() => this.#standBy(), IDLE);
    this.#idle.unref?.(); // Node would wait for it
  }

  /** Starts the worker that takes over when the one at work ends. */
  #standBy() {
    try {
      this.#standby = new Session(this.#assets, this.#kept);
      this.#standby.ready.catch(() => {}); // it has ended then, and is passed over
    } catch {
      // The one at work goes on without.
    }
  }

  async #run(job) {
    const deadline = this.#deadline * Math.max(1, job.bytes / LONG_TEXT);
    const errors = { broken: engineError('crashed'), late: engineError('timeout', Math.round(deadline / 1000)) };
    for (let attempt = 1; !job.done; attempt++) {
      try {
        await this.#open();
        if (job.done) return;
        const { json, memory } = await this.#session.ask({ ...job.question, id: job.id }, deadline, errors, job.onProgress);
        let answer;
        try {
          answer = JSON.parse(json);
        } catch {
          this.#session.end(); // an engine that writes no JSON cannot be trusted
          throw errors.broken;
        }
        job.resolve(answer);
        if (memory > MUCH_MEMORY) this.#session.end();
      } catch (error) {
        if (error.code === 'crashed' && attempt === 1) continue;
        job.reject(error);
      }
    }
  }

  async #open() {
    if (!this.#session || this.#session.ended) {
      const standby = this.#standby;
      this.#standby = null;
      this.#session = standby && !standby.ended ? standby : new Session(this.#assets, this.#kept);
    }
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
