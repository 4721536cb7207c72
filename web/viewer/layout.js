// The layout of large networks, as a program of its own. wasm/layout/doc.go is the
// other side. It runs in a Worker (layoutworker.js) and, where there is none, in
// the page.

/**
 * What the viewer's draft() gives.
 * @typedef {object} Draft
 * @property {number} nodes
 * @property {Uint8Array} ends
 * @property {Uint8Array|null} ranks
 * @property {Uint8Array} start
 */

/**
 * @typedef {object} LayoutProgram
 * @property {(work: number) => number} step  goes on by so many ticks of a node; how much of all is done, 0 to 1
 * @property {(into: Uint8Array) => void} places
 */

/**
 * Starts the program.
 * @param {string} wasm  its address
 * @param {Draft} draft
 * @returns {Promise<LayoutProgram>}
 */
export async function startLayout(wasm, draft) {
  await import(new URL('../wasm_exec.js', import.meta.url).href);
  /** @type {new () => {importObject: WebAssembly.Imports, run(instance: WebAssembly.Instance): Promise<void>}} */
  const Go = Reflect.get(globalThis, 'Go');
  const go = new Go();
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: ${response.status} ${response.statusText}`);
  const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
  return new Promise((ready, reject) => {
    Reflect.set(globalThis, 'proxynetLayout', { ...draft, ready, fail: (/** @type {string} */ why) => reject(new Error(why)) });
    go.run(instance).then(() => reject(new Error('the layout has ended')), reject);
    Reflect.deleteProperty(globalThis, 'proxynetLayout');
  });
}

/** How much is done when places are first told. */
const SOON = 0.02;

/**
 * Lays out to the end, in slices of time, and tells of the places now and then.
 * @param {LayoutProgram} program
 * @param {number} nodes
 * @param {object} pace
 * @param {number} pace.slice  milliseconds after which others come to their turn
 * @param {number} pace.every  milliseconds from one telling to the next, at least
 * @param {(places: Uint8Array<ArrayBuffer>, share: number) => Promise<unknown>|void} tell  may take its time: meanwhile the layout goes on
 * @param {AbortSignal} [signal]
 */
export async function layOut(program, nodes, { slice, every }, tell, signal) {
  const places = () => {
    const all = new Uint8Array(16 * nodes);
    program.places(all);
    return all;
  };
  let share = 0;
  let last = performance.now();
  let telling = false;
  let first = true;
  let work = nodes; // of a step, in ticks of a node
  while (share < 1) {
    const begin = performance.now();
    share = program.step(work);
    const took = performance.now() - begin;
    work = Math.max(1, Math.round(work * Math.min(Math.max(slice / Math.max(took, 0.1), 0.5), 2)));
    await new Promise((next) => setTimeout(next));
    if (signal?.aborted) return;
    const due = first ? share > SOON : performance.now() - last >= every;
    if (due && !telling && share < 1) {
      first = false;
      telling = true;
      Promise.resolve(tell(places(), share)).then(() => {
        telling = false;
        last = performance.now();
      });
    }
  }
  await tell(places(), 1);
}
