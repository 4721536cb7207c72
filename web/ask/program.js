// Starts the program again, without its graph, to answer questions; see
// wasm/questions/doc.go. It runs in the page itself, since a sandboxed frame can't
// start a worker. With a large network, answers take longer than a frame: there it
// runs in a worker if the page may start one.

import { compileOnce, newProgram, runProgram } from '../viewer/goprogram.js';
import { openFile } from '../viewer/load.js';
import { startWorker } from './startworker.js';

/** Asks the program a question. @typedef {(question: object) => Promise<any>} Ask  rejects with an Error that describes the problem */
/** Passes a question to the program, both as JSON. @typedef {(question: string) => string|Promise<string>} Answer */

/**
 * Returns a function that asks the program. The program is loaded with the first
 * question; if that fails, the next question tries again, without a worker.
 * @param {{wasm: string, data: string, large: boolean}} options  addresses of the program and of the network, and whether the network is large
 * @returns {Ask}
 */
export function asker({ wasm, data, large }) {
  /** @type {Promise<Answer>|null} */
  let started = null;
  let mayWork = large; // in a worker
  return async (question) => {
    const worker = started === null && mayWork ? startWorker() : null;
    started ??= worker ? Promise.resolve(inWorker(worker, wasm, data, () => { started = null; mayWork = false; })) : start(wasm, data);
    started.catch(() => { started = null; });
    const answer = JSON.parse(await (await started)(JSON.stringify(question)));
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  };
}

/**
 * @param {string} wasm
 * @param {string} data
 * @returns {Promise<Answer>}
 */
async function start(wasm, data) {
  const [network, module, go] = await Promise.all([openFile(data), compileOnce(wasm), newProgram()]);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return withoutGraph(() => runProgram(go, instance, 'proxynetQuestions', (start, fail) => ({ network, language: document.documentElement.lang, start, fail })));
}

/**
 * Starts a program, and removes what Ebiten adds to the page for a graph.
 * @template T
 * @param {() => T} start
 */
function withoutGraph(start) {
  const added = 'body > canvas, meta[name="viewport"]';
  const own = new Set(document.querySelectorAll(added));
  const started = start();
  for (const element of document.querySelectorAll(added)) if (!own.has(element)) element.remove();
  return started;
}

/**
 * Runs the program in a worker. After a failure it answers nothing more.
 * @param {Worker} worker
 * @param {string} wasm
 * @param {string} data
 * @param {() => void} onEnd
 * @returns {Answer}
 */
function inWorker(worker, wasm, data, onEnd) {
  /** Those who wait for answers, the first to be answered first. @type {{resolve: (answer: string) => void, reject: (why: Error) => void}[]} */
  const waiting = [];
  const end = (/** @type {string} */ why) => {
    worker.terminate();
    onEnd();
    for (const { reject } of waiting.splice(0)) reject(new Error(why));
  };
  worker.addEventListener('error', () => end('the worker with the questions failed'));
  worker.addEventListener('message', ({ data }) => {
    if ('error' in data) end(data.error);
    else waiting.shift()?.resolve(data.answer);
  });
  worker.postMessage({ wasm, data, language: document.documentElement.lang });
  return (question) => new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage(question);
  });
}
