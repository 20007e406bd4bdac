// Entry of the worker: the messages of the client on one side, the engine on the other.
import 'wasm_exec'; // resolved by the build to the Go distribution's file of that name
import { Engine, LoadError } from './engine.js';

/** How long nothing must be asked before the engine rehearses, and between two rehearsals, in milliseconds. */
const IDLE = 100;
const PAUSE = 5;

let engine;
let asked; // the id of the question at hand
let idle = 0;
let isRehearsed = false;

self.rubricatorProgress = (percent) => self.postMessage({ type: 'progress', id: asked, percent });

self.onmessage = async ({ data }) => {
  clearTimeout(idle);
  if (data.type === 'start') self.postMessage(await start(data));
  else self.postMessage(answer(data));
  if (engine && !isRehearsed) idle = setTimeout(rehearse, IDLE);
};

function rehearse() {
  try {
    isRehearsed = !engine.rehearse();
  } catch {
    isRehearsed = true; // what is wrong with the engine, the next answer shows
  }
  if (!isRehearsed) idle = setTimeout(rehearse, PAUSE);
}

async function start(parts) {
  try {
    engine = await Engine.start(parts);
    return { type: 'ready', module: engine.module, pack: engine.pack, catalogue: engine.catalogue };
  } catch (error) {
    return { type: 'failed', reason: error instanceof LoadError ? error.reason : ['stopped', String(error)] };
  }
}

/** `type` is the method of the engine that is asked. */
function answer({ type, id, ...question }) {
  asked = id;
  try {
    const json = engine[type](question);
    if (json.startsWith('{"error"')) return { type: 'error', id, ...JSON.parse(json).error };
    return { type: 'answer', id, json, memory: engine.memory };
  } catch (error) {
    // A throw, or undefined where a string was due: the Go instance is dead or poisoned.
    return { type: 'error', id, code: 'crashed', message: String(error) };
  }
}
