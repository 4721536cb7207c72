// The page's side of the benchmark: lays a graph out with one engine and returns the
// time.

import { scaleFree, sunflower } from './graph.js';

/** @import {EdgeList} from './graph.js' */

/**
 * A running layout.
 * @typedef {object} Layout
 * @property {(times: number) => void} tick
 * @property {() => Float64Array} places   x and y of each node in turn
 */

/** The measures of layout.Judge. @typedef {{stress: number, crossings: number, neighbourhood: number, overlaps: number}} Quality */

/**
 * The layouts by name. All start at the same places, with links of length 30 and
 * otherwise their own defaults; proxynet’s are those of d3-force.
 * @type {Record<string, (g: EdgeList) => Layout>}
 */
const engines = {
  proxynet(g) {
    const start = sunflower(g.n);
    return started(g, new Uint8Array(start.buffer));
  },
  'd3-force'(g) {
    const start = sunflower(g.n);
    const nodes = Array.from({ length: g.n }, (_, i) => ({ x: start[2 * i], y: start[2 * i + 1] }));
    const links = g.edges.map(([source, target]) => ({ source, target }));
    const simulation = d3.forceSimulation(nodes)
      .force('charge', d3.forceManyBody()).force('link', d3.forceLink(links)).force('center', d3.forceCenter())
      .stop();
    return {
      tick: (times) => void simulation.tick(times),
      places: () => Float64Array.from(nodes.flatMap(({ x, y }) => [x, y])),
    };
  },
  'ngraph.forcelayout'(g) {
    const start = sunflower(g.n);
    const graph = createGraph();
    for (let i = 0; i < g.n; i++) graph.addNode(i);
    for (const [from, to] of g.edges) graph.addLink(from, to);
    // The default mass, which the library doesn't set for this build of its graph.
    const nodeMass = (/** @type {number} */ id) => 1 + (graph.getLinks(id)?.size ?? 0) / 3;
    const made = ngraphCreateLayout(graph, { springLength: 30, nodeMass });
    for (let i = 0; i < g.n; i++) made.setNodePosition(i, start[2 * i], start[2 * i + 1]);
    return {
      tick(times) {
        for (let t = 0; t < times; t++) made.step();
      },
      places: () => Float64Array.from(Array.from({ length: g.n }, (_, i) => made.getNodePosition(i)).flatMap(({ x, y }) => [x, y])),
    };
  },
};

/**
 * Our layout of a graph, from start or, without it, unfolded.
 * @param {EdgeList} g
 * @param {Uint8Array | null} start
 */
function started(g, start) {
  const made = newLayout(g.n, ends(g), start);
  if (made instanceof Error) throw made;
  return {
    tick: made.tick,
    settle: made.settle,
    places() {
      const places = new Float64Array(2 * g.n);
      made.places(new Uint8Array(places.buffer));
      return places;
    },
  };
}

/** The ends of a graph's edges, in our layout's format. @param {EdgeList} g */
function ends(g) {
  return new Uint8Array(Int32Array.from(g.edges.flat()).buffer);
}

/** The current graph. @type {EdgeList} */
let graph;

/** Sets the graph: the given one, or a scale-free one with this many nodes. @param {EdgeList | number} given */
export function take(given) {
  graph = typeof given === 'number' ? scaleFree(given, 2) : given;
  return { n: graph.n, edges: graph.edges.length };
}

/**
 * Lays the graph out again and returns the milliseconds per tick.
 * @param {string} engine
 * @param {number} ticks
 */
export function measure(engine, ticks) {
  const layout = engines[engine](graph);
  const begin = performance.now();
  layout.tick(ticks);
  return (performance.now() - begin) / ticks;
}

/**
 * The difference between two engines' places after some ticks: the root mean square
 * distance, relative to that of the places from the origin.
 * @param {string} engine
 * @param {string} other
 * @param {number} ticks
 */
export function apart(engine, other, ticks) {
  const [a, b] = [engine, other].map((name) => {
    const layout = engines[name](graph);
    layout.tick(ticks);
    return layout.places();
  });
  let wrong = 0;
  let all = 0;
  for (let i = 0; i < a.length; i++) {
    wrong += (a[i] - b[i]) ** 2;
    all += b[i] ** 2;
  }
  return Math.sqrt(wrong / all);
}

/** The number of ticks after which d3-force ends; also used for ngraph.forcelayout, which has no end. */
const TICKS = 300;

/**
 * Complete layouts by engine: each returns the places.
 * @type {Record<string, (g: EdgeList) => Float64Array | Promise<Float64Array>>}
 */
const complete = {
  proxynet(g) {
    const layout = started(g, null);
    layout.settle();
    return layout.places();
  },
  'd3-force': (g) => ticked('d3-force', g),
  'ngraph.forcelayout': (g) => ticked('ngraph.forcelayout', g),
  'cosmos.gl': cosmos,
};

/** @param {string} engine @param {EdgeList} g */
function ticked(engine, g) {
  const layout = engines[engine](g);
  layout.tick(TICKS);
  return layout.places();
}

/** The time limit of cosmos.gl, in milliseconds. It makes thousands of steps, and one takes 0.2 to 1 s in software. */
const LIMIT = 60_000;

/** Lays a graph out with cosmos.gl, at its defaults, until it ends or reaches the time limit. @param {EdgeList} g */
async function cosmos(g) {
  const picture = document.body.appendChild(document.createElement('div'));
  const made = new Cosmos.Graph(picture, { spaceSize: 4096, randomSeed: 1 });
  await made.ready;
  made.setPointPositions(Float32Array.from(sunflower(g.n)));
  made.setLinks(Float32Array.from(g.edges.flat()));
  made.render();
  made.start();
  made.pause(); // no frames: only the layout is measured
  for (const begin = performance.now(); made.progress < 1 && performance.now() - begin < LIMIT;) {
    made.step();
    made.getPointPositions(); // waits for the step: steps would queue up without it
    await new Promise((next) => setTimeout(next));
  }
  const places = Float64Array.from(made.getPointPositions());
  made.destroy();
  picture.remove();
  return places;
}

/** A complete layout. @typedef {Quality & {engine: string, ms: number}} Whole */

/**
 * Lays the graph out completely and returns the milliseconds and the quality of the
 * picture.
 * @param {string} engine
 * @returns {Promise<Whole>}
 */
export async function whole(engine) {
  const begin = performance.now();
  const places = await complete[engine](graph);
  const ms = performance.now() - begin;
  return { engine, ms, ...judge(graph.n, ends(graph), new Uint8Array(places.buffer)) };
}

const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch('layout.wasm'), go.importObject);
void go.run(instance);
window.bench = { take, measure, apart, whole };
