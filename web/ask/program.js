// Starts the program that answers questions: Go compiled to WebAssembly; see
// wasm/questions/doc.go. It runs in the page itself, since a sandboxed frame can't
// start a worker.

import { newProgram, runProgram } from '../viewer/goprogram.js';
import { compile, openFile } from '../viewer/load.js';

/** Asks the program a question. @typedef {(question: object) => Promise<any>} Ask  rejects with an Error that says what is wrong */

/**
 * Returns a function that asks the program. The program is loaded with the first
 * question; if that fails, the next question tries again.
 * @param {{wasm: string, data: string}} addresses of the program and of the network
 * @returns {Ask}
 */
export function asker({ wasm, data }) {
  /** @type {Promise<(question: string) => string>|null} */
  let started = null;
  return async (question) => {
    started ??= start(wasm, data);
    started.catch(() => { started = null; });
    const answer = JSON.parse((await started)(JSON.stringify(question)));
    if ('fault' in answer) throw new Error(answer.fault);
    return answer;
  };
}

/**
 * @param {string} wasm
 * @param {string} data
 * @returns {Promise<(question: string) => string>}
 */
async function start(wasm, data) {
  const [network, module, go] = await Promise.all([openFile(data), compile(wasm, () => {}), newProgram()]);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return runProgram(go, instance, 'proxynetQuestions', (start, fail) => ({ network, language: document.documentElement.lang, start, fail }));
}
