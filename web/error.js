/**
 * What an analyzer rejects with. `code` is one of too-large, load-failed, crashed, timeout,
 * aborted, unsupported-language; `message` names the cause, `hint` the cure ("" if there is none).
 */
export class EngineError extends Error {
  name = 'EngineError';

  constructor(code, message, hint = '') {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
