// What is exported, read by other programs: the libraries of Gephi Lite and
// sigma, Cytoscape, Graphviz itself, and a validator of the W3C's annotations.
// The files are those of TestExport.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { instance } from '@viz-js/viz';
import cytoscape from 'cytoscape';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
// @ts-expect-error it has no types
import validate from 'validate-web-annotation';

/** @param {string} ending */
const exported = (ending) => readFileSync(new URL(`testdata/export/harbour.${ending}`, import.meta.url), 'utf8');

/** @param {any} graph */
function isHarbour(graph) {
  assert.equal(graph.order, 5);
  assert.equal(graph.size, 5);
  assert.deepEqual(graph.extremities('yard-board'), ['yard', 'board']);
  assert.equal(graph.isDirected('yard-board'), true);
  assert.equal(graph.getNodeAttribute('yard', 'kind'), 'group');
  assert.equal(graph.getNodeAttribute('yard', 'label'), 'Brandt shipyard');
  assert.equal(graph.getEdgeAttribute('yard-board', 'label'), 'gives orders to');
  assert.equal(graph.getEdgeAttribute('yard-board', 'period'), '2019-21/..');
  const [passage] = JSON.parse(graph.getEdgeAttribute('yard-money', 'passages'));
  assert.equal(passage.exact, 'We lend them money');
  assert.equal(passage.speaker.label, 'Ida Brandt');
}

test('GEXF is read by graphology', () => isHarbour(gexf.parse(MultiGraph, exported('gexf'))));

test('GraphML is read by graphology', () => isHarbour(graphml.parse(MultiGraph, exported('graphml'))));

test('Cytoscape JSON is read by Cytoscape.js', () => {
  const file = JSON.parse(exported('cytoscape'));
  const cy = cytoscape({ headless: true, elements: file.elements });
  assert.equal(cy.nodes().length, 5);
  assert.equal(cy.edges().length, 5);
  const edge = cy.getElementById('yard-board');
  assert.equal(edge.source().data('name'), 'Brandt shipyard');
  assert.equal(edge.data('directed'), true);
  assert.equal(cy.getElementById('yard-money').data('passages')[0].exact, 'We lend them money');
});

test('DOT is read by Graphviz', async () => {
  const viz = await instance();
  const drawn = /** @type {any} */ (viz.renderJSON(exported('dot')));
  assert.equal(drawn.name, 'ostrand');
  assert.equal(drawn.label, 'Who runs the harbour of Ostrand');
  assert.equal(drawn.objects.length, 5);
  assert.equal(drawn.edges.length, 5);
  const edge = drawn.edges.find((/** @type {any} */ e) => e.id === 'yard-money');
  assert.equal(edge.label, 'lends money to');
  assert.equal(drawn.objects[edge.tail].name, 'yard');
  assert.equal(JSON.parse(edge.passages)[0].exact, 'We lend them money');
  assert.match(viz.renderString(exported('dot'), { format: 'svg' }), /The pilots’ guild/);
});

test('CSV has the columns that Gephi wants', () => {
  assert.match(exported('nodes.csv'), /^\ufeffId,Label,/);
  assert.match(exported('edges.csv'), /^\ufeffSource,Target,Type,Id,Label,/);
});

test('JSON Graph Format has nothing but its own fields', () => {
  const { graph, ...rest } = JSON.parse(exported('jgf'));
  assert.deepEqual(rest, {});
  const may = (/** @type {object} */ o, /** @type {string[]} */ ...fields) =>
    assert.deepEqual(Object.keys(o).filter((field) => !fields.includes(field)), []);
  may(graph, 'id', 'label', 'directed', 'type', 'metadata', 'nodes', 'edges');
  for (const node of Object.values(graph.nodes)) may(node, 'label', 'metadata');
  for (const edge of graph.edges) {
    may(edge, 'id', 'source', 'target', 'relation', 'directed', 'label', 'metadata');
    assert.ok(edge.source in graph.nodes && edge.target in graph.nodes);
  }
  assert.equal(graph.edges.length, 5);
});

test('annotations are valid by the W3C’s model', () => {
  const collection = JSON.parse(exported('annotations'));
  assert.equal(collection.type, 'AnnotationCollection');
  assert.equal(collection.first.items.length, collection.total);
  for (const item of collection.first.items) {
    assert.ok(validate({ '@context': collection['@context'], ...item }), JSON.stringify(item));
  }
});
