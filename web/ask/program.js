// The program that answers questions: Go as WASM, without the live picture's
// needs. wasm/questions/doc.go is the other side. It runs in the page itself,
// since a sandboxed frame can't start a worker.

import { compile, loadText } from '../viewer/load.js';

/** @typedef {(question: object) => Promise<any>} Ask  rejects with what is wrong */

/**
 * Returns what asks the program. It is loaded with the first question, and
 * again with the next one if it couldn't be.
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
  const [network, module] = await Promise.all([
    loadText(data),
    compile(wasm, () => {}),
    import(new URL('../wasm_exec.js', import.meta.url).href),
  ]);
  /** @type {new () => {importObject: WebAssembly.Imports, run(instance: WebAssembly.Instance): Promise<void>}} */
  const Go = Reflect.get(globalThis, 'Go');
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(why));
    Reflect.set(globalThis, 'proxynetQuestions', { network, language: document.documentElement.lang, start: resolve, fail });
    go.run(instance).then(() => fail('the program has ended'), reject);
    Reflect.deleteProperty(globalThis, 'proxynetQuestions'); // it has taken it
  });
}
