import { EngineError } from './error.js';
import { strings } from './strings.js';

const START_DEADLINE = 60_000;

/**
 * One worker's life: it starts, answers one request at a time, and ends.
 * Whatever goes wrong inside the worker ends it, since its state cannot be trusted afterwards.
 */
export class Session {
  /** Resolves with the worker's ready message ({module, pack, catalogue}). */
  ready;
  ended = false;
  #worker;
  #pending = null;

  /** @param kept {module, pack} of an earlier session's ready message, or null */
  constructor(assets, kept) {
    try {
      this.#worker = assets.createWorker();
    } catch (error) {
      throw loadError('worker');
    }
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end(this.#pending?.broken);
    };
    // Firefox hands no compiled module to a page whose policy forbids WebAssembly, though the worker's allows it.
    this.#worker.onmessageerror = () => this.end(loadError('policy'));
    this.ready = this.#start(assets, kept);
  }

  async #start(assets, kept) {
    let parts;
    try {
      parts = kept ?? { module: null, wasm: await assets.wasm(), pack: await assets.pack() };
    } catch (error) {
      this.end();
      throw loadError('corrupt');
    }
    return this.ask({ type: 'start', module: parts.module, wasm: parts.wasm ?? null, pack: parts.pack }, START_DEADLINE, {
      broken: loadError('worker'),
      late: loadError('slow'),
    });
  }

  /** Ends the worker if it is busy with request `id`. */
  cancel(id, error) {
    if (this.#pending?.id === id) this.end(error);
  }

  /** Ends the worker; a pending request is rejected with `error`. */
  end(error) {
    this.ended = true;
    this.#worker.terminate();
    this.#finish('reject', error);
  }

  /**
   * Posts one message and resolves with the worker's answer to it: {json, memory} to a question, {id, type, …}.
   * Rejects with `broken` if the worker dies over it, with `late` after the deadline. `onProgress(percent)` is
   * called while a long text is analysed.
   */
  ask(message, milliseconds, { broken, late }, onProgress = () => {}) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(late), milliseconds);
      this.#pending = { id: message.id, resolve, reject, broken, timer, onProgress };
      this.#worker.postMessage(message);
    });
  }

  #receive(data) {
    if (!this.#pending || data.id !== this.#pending.id) return;
    if (data.type === 'progress') return this.#pending.onProgress(data.percent);
    if (data.type === 'ready' || data.type === 'answer') return this.#finish('resolve', data);
    if (data.type === 'failed') this.end(loadError(...data.reason));
    else if (data.code === 'crashed') this.end(this.#pending.broken);
    else this.#finish('reject', engineError(data));
  }

  #finish(how, value) {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = null;
    clearTimeout(pending.timer);
    pending[how](value);
  }
}

/** `why` is a key of strings.loading. */
function loadError(why, ...details) {
  return new EngineError('load-failed', ...strings.loading[why](...details));
}

function engineError({ code, message }) {
  const { cause, cure } = strings.error[code];
  return new EngineError(code, cause(message), cure);
}
