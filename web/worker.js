// Entry of the worker: the messages of the client on one side, the engine on the other.
import 'wasm_exec'; // resolved by the build to the Go distribution's file of that name
import { Engine, LoadError } from './engine.js';

let engine;
let asked; // the id of the question at hand

self.rubricatorProgress = (percent) => self.postMessage({ type: 'progress', id: asked, percent });

self.onmessage = async ({ data }) => {
  if (data.type === 'start') self.postMessage(await start(data));
  else self.postMessage(answer(data));
};

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
