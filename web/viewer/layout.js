// Runs the program that lays out large networks; see wasm/layout/doc.go. It runs in
// a worker (layoutworker.js) or, if there is none, in the page.

import { newProgram, runProgram } from './goprogram.js';

/**
 * The draft to lay out, as the viewer's draft() returns it.
 * @typedef {object} Draft
 * @property {number} nodes
 * @property {Uint8Array} ends
 * @property {Uint8Array|null} ranks
 * @property {Uint8Array} start
 */

/**
 * @typedef {object} LayoutProgram
 * @property {(work: number) => number} step  advances by about that many ticks of a node, and returns the share that is done, 0 to 1
 * @property {(into: Uint8Array) => void} places  writes the positions of the nodes
 */

/**
 * Starts the program.
 * @param {string} wasm  its address
 * @param {Draft} draft
 * @returns {Promise<LayoutProgram>}
 */
export async function startLayout(wasm, draft) {
  const go = await newProgram();
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: ${response.status} ${response.statusText}`);
  const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
  return runProgram(go, instance, 'proxynetLayout', (ready, fail) => ({ ...draft, ready, fail }));
}

/** The share that is done when positions are reported for the first time. */
const SOON = 0.02;

/**
 * Runs the layout to its end, in slices of time, and reports the positions now and then.
 * @param {LayoutProgram} program
 * @param {number} nodes
 * @param {object} pace
 * @param {number} pace.slice  milliseconds of work before other tasks may run
 * @param {number} pace.every  least milliseconds between two reports
 * @param {(places: Uint8Array<ArrayBuffer>, share: number) => Promise<unknown>|void} report  the layout continues until its promise resolves, without another report
 * @param {AbortSignal} [signal]
 */
export async function layOut(program, nodes, { slice, every }, report, signal) {
  const places = () => {
    const all = new Uint8Array(16 * nodes);
    program.places(all);
    return all;
  };
  let share = 0;
  let last = performance.now();
  let reporting = false;
  let first = true;
  let work = nodes; // ticks of a node in one step
  while (share < 1) {
    const begin = performance.now();
    share = program.step(work);
    const took = performance.now() - begin;
    work = Math.max(1, Math.round(work * Math.min(Math.max(slice / Math.max(took, 0.1), 0.5), 2)));
    await new Promise((next) => setTimeout(next));
    if (signal?.aborted) return;
    const due = first ? share > SOON : performance.now() - last >= every;
    if (due && !reporting && share < 1) {
      first = false;
      reporting = true;
      Promise.resolve(report(places(), share)).then(() => {
        reporting = false;
        last = performance.now();
      });
    }
  }
  await report(places(), 1);
}
