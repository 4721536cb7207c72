// Exports read by other programs: the libraries of Gephi Lite and sigma, Cytoscape,
// Graphviz itself, and a validator of the W3C's annotations. The files are those of
// TestExport.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { instance } from '@viz-js/viz';
import cytoscape from 'cytoscape';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
// @ts-expect-error it has no types
import { Parser } from 'n3';
// @ts-expect-error it has no types
import validate from 'validate-web-annotation';

/** @param {string} ending */
const exported = (ending) => sample(`harbour.${ending}`);

/** @param {string} name */
const sample = (name) => readFileSync(new URL(`../../../network/format/testdata/export/${name}`, import.meta.url), 'utf8');

/** @type {{Nodes: Record<string, string>, Edges: Record<string, [string, string, string, string]>}} */
const scripts = JSON.parse(sample('scripts.json'));

/**
 * The labels in all scripts of a graphology graph.
 * @param {any} graph
 */
const ofGraph = (graph) => ({
  Nodes: Object.fromEntries(graph.mapNodes((/** @type {string} */ id, /** @type {any} */ { label }) => [id, label])),
  Edges: Object.fromEntries(graph.mapEdges((/** @type {string} */ id, /** @type {any} */ { label }, /** @type {string} */ from, /** @type {string} */ to) =>
    [id, [from, to, label, String(graph.isDirected(id))]])),
});

test('scripts: labels are read from GEXF', () => assert.deepEqual(ofGraph(gexf.parse(MultiGraph, sample('scripts.gexf'))), scripts));

test('scripts: labels are read from GraphML', () => assert.deepEqual(ofGraph(graphml.parse(MultiGraph, sample('scripts.graphml'))), scripts));

test('scripts: labels are read from Cytoscape JSON', () => {
  const cy = cytoscape({ headless: true, elements: JSON.parse(sample('scripts.cytoscape')).elements });
  assert.deepEqual({
    Nodes: Object.fromEntries(cy.nodes().map((node) => [node.id(), node.data('label')])),
    Edges: Object.fromEntries(cy.edges().map((edge) => [edge.id(), [edge.source().id(), edge.target().id(), edge.data('label'), String(edge.data('directed'))]])),
  }, scripts);
});

test('scripts: labels are drawn by Graphviz', async () => {
  const viz = await instance();
  const drawn = /** @type {any} */ (viz.renderJSON(sample('scripts.dot')));
  assert.deepEqual({
    Nodes: Object.fromEntries(drawn.objects.map((/** @type {any} */ o) => [o.name, textOf(o)])),
    Edges: Object.fromEntries(drawn.edges.map((/** @type {any} */ e) => [e.id, [drawn.objects[e.tail].name, drawn.objects[e.head].name, textOf(e), String(e.dir !== 'none')]])),
  }, scripts);
});

/** The label of an object as drawn by Graphviz; its JSON escapes backslashes twice. @param {any} thing */
const textOf = (thing) => thing._ldraw_.filter((/** @type {any} */ op) => op.op === 'T').map((/** @type {any} */ op) => op.text.replaceAll('\\\\', '\\')).join('\n');

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

test('GEXF: is read by graphology', () => isHarbour(gexf.parse(MultiGraph, exported('gexf'))));

test('GraphML: is read by graphology', () => isHarbour(graphml.parse(MultiGraph, exported('graphml'))));

test('Cytoscape JSON: is read by Cytoscape.js', () => {
  const file = JSON.parse(exported('cytoscape'));
  const cy = cytoscape({ headless: true, elements: file.elements });
  assert.equal(cy.nodes().length, 5);
  assert.equal(cy.edges().length, 5);
  const edge = cy.getElementById('yard-board');
  assert.equal(edge.source().data('name'), 'Brandt shipyard');
  assert.equal(edge.data('directed'), true);
  assert.equal(cy.getElementById('yard-money').data('passages')[0].exact, 'We lend them money');
});

test('Cytoscape JSON: networkx keeps parallel edges', () => {
  // networkx's cytoscape_graph identifies an edge of a multigraph by source, target and
  // key, which defaults to 0.
  const { multigraph, elements } = JSON.parse(exported('cytoscape'));
  const edges = new Set(elements.edges.map((/** @type {any} */ { data }) => JSON.stringify([data.source, data.target, data.key ?? 0])));
  assert.equal(multigraph, true);
  assert.equal(edges.size, 5);
});

test('GEXF: times have the format of Gephi’s timeline', () => {
  const file = exported('gexf');
  assert.match(file, /<graph [^>]*mode="dynamic" timeformat="date" timerepresentation="interval"/);
  const times = [...file.matchAll(/ (start|end)="([^"]*)"/g)];
  assert.deepEqual(times.map(([, bound, day]) => [bound, day]), [['start', '2016-01-01'], ['start', '2019-03-01'], ['start', '2019-03-01']]);
});

test('DOT: is read by Graphviz', async () => {
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

test('CSV: has the columns that Gephi requires', () => {
  assert.match(exported('nodes.csv'), /^\ufeffId,Label,/);
  assert.match(exported('edges.csv'), /^\ufeffSource,Target,Type,Id,Label,/);
});

test('JSON Graph Format: has only fields of the format', () => {
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

test('annotations: are valid in the W3C’s model', () => {
  const collection = JSON.parse(exported('annotations'));
  assert.equal(collection.type, 'AnnotationCollection');
  assert.equal(collection.first.items.length, collection.total);
  for (const item of collection.first.items) {
    assert.ok(validate({ '@context': collection['@context'], ...item }), JSON.stringify(item));
  }
});

test('nanopublications: are valid TriG, and assert no more than the sources', () => {
  const quads = new Parser({ format: 'application/trig' }).parse(exported('nanopub'));
  const np = 'http://www.nanopub.org/nschema#';
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  /** @param {string|null} subject @param {string} predicate @param {string|null} graph */
  const find = (subject, predicate, graph = null) => quads.filter((/** @type {any} */ q) => (!subject || q.subject.value === subject) && q.predicate.value === predicate && (!graph || q.graph.value === graph));
  const publications = find(null, `${np}hasAssertion`);
  assert.equal(publications.length, 5);
  for (const { subject, object: { value: assertion } } of publications) {
    const [claim] = find(null, `${rdf}subject`, assertion);
    const [from, verb, to] = ['subject', 'predicate', 'object'].map((part) => find(claim.subject.value, rdf + part, assertion)[0].object.value);
    const [status] = find(claim.subject.value, 'https://schema.org/creativeWorkStatus', assertion);
    const notes = find(claim.subject.value, 'http://www.w3.org/2000/01/rdf-schema#comment', assertion).map((/** @type {any} */ q) => q.object.value);
    const firm = status.object.value === 'stated' && !['past', 'open', 'without direction'].some((mark) => notes.includes(mark));
    assert.equal(find(from, verb, assertion).some((/** @type {any} */ q) => q.object.value === to), firm, claim.subject.value);
    const [provenance] = find(subject.value, `${np}hasProvenance`);
    assert.ok(quads.some((/** @type {any} */ q) => q.graph.value === provenance.object.value && q.predicate.value === 'http://www.w3.org/ns/oa#exact' && q.object.value), 'a claim without its quote');
  }
});
