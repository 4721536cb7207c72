// Graphs for the layout benchmarks.

import { randomFrom } from '../random.js';

/**
 * A graph as an edge list: nodes are 0 to n − 1.
 * @typedef {object} EdgeList
 * @property {number} n
 * @property {[number, number][]} edges
 */

/**
 * A graph of Barabási and Albert (1999): each node links to m earlier ones, preferring
 * those with many links. The same n and m give the same graph.
 * @param {number} n
 * @param {number} m
 * @returns {EdgeList}
 */
export function scaleFree(n, m) {
  const random = randomFrom(n);
  /** @type {[number, number][]} */
  const edges = [];
  const ends = [0]; // each node once, and once more for each of its links
  for (let node = 1; node < n; node++) {
    /** @type {Set<number>} */
    const chosen = new Set();
    while (chosen.size < Math.min(m, node)) chosen.add(ends[Math.floor(random() * ends.length)]);
    for (const other of chosen) edges.push([node, other]);
    ends.push(...chosen, node);
  }
  return { n, edges };
}

/**
 * Checks a graph read from a file.
 * @param {unknown} value
 * @returns {EdgeList}
 */
export function checked(value) {
  const { n, edges } = /** @type {Partial<EdgeList>} */ (value ?? {});
  if (!Number.isInteger(n) || Number(n) < 1) throw new Error('n must be a whole number above 0');
  if (!Array.isArray(edges)) throw new Error('edges must be a list of pairs of nodes');
  const node = (/** @type {unknown} */ v) => Number.isInteger(v) && Number(v) >= 0 && Number(v) < Number(n);
  const wrong = edges.findIndex((e) => !Array.isArray(e) || e.length !== 2 || !e.every(node));
  if (wrong >= 0) throw new Error(`edge ${wrong} is ${JSON.stringify(edges[wrong])}; it must be two nodes from 0 to ${Number(n) - 1}`);
  return { n: Number(n), edges };
}

/**
 * The initial places of nodes, x and y alternating: d3-force's spiral.
 * @param {number} n
 */
export function sunflower(n) {
  const places = new Float64Array(2 * n);
  const golden = Math.PI * (3 - Math.sqrt(5));
  for (let i = 0; i < n; i++) {
    const r = 10 * Math.sqrt(0.5 + i);
    places[2 * i] = r * Math.cos(i * golden);
    places[2 * i + 1] = r * Math.sin(i * golden);
  }
  return places;
}
