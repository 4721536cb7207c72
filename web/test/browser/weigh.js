// Measures a page: its heap, its DOM, and the programs that run in it, after collecting
// garbage.

/** @import {CDPSession} from 'puppeteer-core' */

/**
 * @typedef {object} Weight
 * @property {number} heap       bytes of JavaScript's objects
 * @property {number} nodes      of the document, and of those that nobody shows any more
 * @property {number} listeners
 * @property {number} documents  the page's own and those of its frames
 * @property {number} contexts   of WebGL
 * @property {number} programs   instances of WASM
 * @property {number} memory     bytes of all memories of WASM
 */

/** Creates a session for measuring. @param {CDPSession} session */
export async function ready(session) {
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return session;
}

/** Measures the page of a session. @param {CDPSession} session @returns {Promise<Weight>} */
export async function weigh(session) {
  const contexts = await sum(session, 'WebGL2RenderingContext', '1');
  const programs = await sum(session, 'WebAssembly.Instance', '1');
  const memory = await memoryOf(session);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  /** @param {string} name */
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents'), contexts, programs, memory };
}

/** The total bytes of WebAssembly memories in a page or Worker. @param {CDPSession} session */
export const memoryOf = (session) => sum(session, 'WebAssembly.Memory', 'one.buffer.byteLength');

/**
 * Sums a value over all live objects of a class.
 * @param {CDPSession} session
 * @param {string} kind
 * @param {string} what an expression of `one`
 * @returns {Promise<number>}
 */
async function sum(session, kind, what) {
  const objectGroup = 'weighed';
  const prototype = await session.send('Runtime.evaluate', { expression: `${kind}.prototype`, objectGroup });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: String(prototype.result.objectId), objectGroup });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId, returnByValue: true,
    functionDeclaration: `function () { return this.reduce((sum, one) => sum + (${what}), 0); }`,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return result.value;
}
