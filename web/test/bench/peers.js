// The page of the panning benchmark, in which one of the other programs draws a graph.

/** @import {EdgeList} from './graph.js' */
/** @typedef {[x: number, y: number][]} Places  of the nodes, y downwards */

let frames = 0;
const picture = /** @type {HTMLDivElement} */ (document.querySelector('#picture'));

/** Loads scripts that define globals, in order. @param {string[]} names */
async function load(...names) {
  for (const name of names) await import(new URL(name, location.href).href);
}

/** Draws with sigma.js. @param {EdgeList} edges @param {Places} places @param {'auto'|'visible'} labelVisibility */
async function sigma({ edges }, places, labelVisibility) {
  await load('graphology.js', 'sigma.js');
  const graph = new graphology.Graph({ multi: true });
  places.forEach(([x, y], i) => graph.addNode(i, { x, y: -y, label: `Person ${i}` }));
  for (const [from, to] of edges) graph.addEdge(from, to, {});
  const made = new Sigma(graph, picture, {
    settings: { labelRenderedSizeThreshold: 0 },
    styles: {
      nodes: { x: { attribute: 'x' }, y: { attribute: 'y' }, label: { attribute: 'label' }, size: 3, color: '#456', labelVisibility },
      edges: { size: 1, color: '#ccc' },
    },
  });
  made.on('afterRender', () => void frames++);
  made.refresh();
}

/**
 * The other programs by name: each draws a graph at the given places.
 * @type {Record<string, (graph: EdgeList, places: Places) => Promise<void>>}
 */
const peers = {
  'sigma.js, all labels': (graph, places) => sigma(graph, places, 'visible'),
  'sigma.js, labels of its grid': (graph, places) => sigma(graph, places, 'auto'),
  async 'cytoscape.js, WebGL'({ edges }, places) {
    await load('cytoscape.js');
    /** Renderers are missing in its package's types. @type {(options: object) => any} */
    const newCytoscape = Reflect.get(window, 'cytoscape');
    const made = newCytoscape({
      container: picture,
      elements: {
        nodes: places.map(([x, y], i) => ({ data: { id: `n${i}`, label: `Person ${i}` }, position: { x, y } })),
        edges: edges.map(([from, to], i) => ({ data: { id: `e${i}`, source: `n${from}`, target: `n${to}` } })),
      },
      layout: { name: 'preset' },
      renderer: { name: 'canvas', webgl: true },
      style: [
        { selector: 'node', style: { label: 'data(label)', width: 6, height: 6, 'font-size': 12, 'background-color': '#456' } },
        { selector: 'edge', style: { width: 1, 'line-color': '#ccc', 'curve-style': 'straight' } },
      ],
    });
    // With WebGL it reports no frames.
    const renderer = made.renderer();
    const render = renderer.render;
    renderer.render = (/** @type {object} */ options) => {
      frames++;
      render.call(renderer, options);
    };
    made.fit();
  },
  async 'cosmos.gl, no labels'({ edges }, places) {
    await load('cosmos.js');
    // It draws in every animation frame, even if nothing has changed.
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => request((time) => {
      frames++;
      callback(time);
    });
    const made = new Cosmos.Graph(picture, { enableSimulation: false, backgroundColor: '#fff', pointDefaultColor: '#456', linkDefaultColor: '#ccc' });
    await made.ready;
    made.setPointPositions(Float32Array.from(places.flatMap(([x, y]) => [x, -y])));
    made.setLinks(Float32Array.from(edges.flat()));
    made.render();
    await new Promise((next) => setTimeout(next, 1000)); // it fits the picture into the window
  },
};

/**
 * Draws a graph, and waits for its first frame.
 * @param {string} peer
 * @param {EdgeList} graph
 * @param {Places} places
 */
export async function show(peer, graph, places) {
  await peers[peer](graph, places);
  while (!frames) await new Promise((next) => setTimeout(next, 50));
}

// Reported like the viewer's frames, so that all are measured in the same way.
Reflect.set(window, 'proxynet', { frames: () => frames });
Reflect.set(window, 'peers', { show, names: Object.keys(peers) });
