// The view state. Generated from network/viewstate.go: run go test ./web/state -update.

/** A measure by which nodes can be sized. @typedef {'degree'|'betweenness'|'reach'} Measure */

/** @type {readonly Measure[]} */
export const MEASURES = Object.freeze(['degree', 'betweenness', 'reach']);

/**
 * A camera.
 * @typedef {object} View
 * @property {number} x  world point at the center of the area; where right is left, mirrored
 * @property {number} y  likewise
 * @property {number} zoom  CSS pixels per world unit, above 0
 */

/**
 * The ids of the nodes at which a chain begins and ends.
 * @typedef {object} ChainEnds
 * @property {string} from  id of a node
 * @property {string} to  likewise
 */

/**
 * What a reader has chosen to see. Null and an empty list mean none.
 * @typedef {object} State
 * @property {string|null} select  id of the selected node, relation, event, speaker or passage
 * @property {string|null} hover  id of the element under the pointer
 * @property {string|null} focus  id of the node that is shown with its neighbors only
 * @property {readonly string[]} hide  sorted tokens of hidden parts, such as "relation.arms"
 * @property {string|null} asOf  YYYY, YYYY-MM or YYYY-MM-DD: what did not hold then is hidden
 * @property {readonly string[]} remove  sorted ids of the nodes and relations that a what-if removes
 * @property {Readonly<ChainEnds>|null} chain  ends of the chains that are highlighted
 * @property {Measure|null} size  measure by which nodes are sized
 * @property {string|null} step  id of the current step of the story
 * @property {Readonly<View>|null} view  camera; none fits the network, or what the step zooms to, into the area
 */

/**
 * A field of the state: its kind, see kind.js; the set of known values that it must be
 * in; the parameter of the page's address and the attribute of <proxy-network> that set
 * it. An empty text means none.
 * @typedef {object} Field
 * @property {keyof State} name
 * @property {'id'|'list'|'date'|'ends'|'measure'|'view'} kind
 * @property {'ids'|'nodes'|'relations'|'parts'|'tokens'|'steps'|''} known
 * @property {string} address
 * @property {string} attribute
 */

/** @type {readonly Readonly<Field>[]} */
export const FIELDS = Object.freeze([
  { name: 'select', kind: 'id', known: 'ids', address: 'select', attribute: 'select' },
  { name: 'hover', kind: 'id', known: 'ids', address: '', attribute: '' },
  { name: 'focus', kind: 'id', known: 'nodes', address: 'focus', attribute: 'focus' },
  { name: 'hide', kind: 'list', known: 'tokens', address: 'hide', attribute: 'filter' },
  { name: 'asOf', kind: 'date', known: '', address: 'as-of', attribute: 'as-of' },
  { name: 'remove', kind: 'list', known: 'parts', address: 'remove', attribute: '' },
  { name: 'chain', kind: 'ends', known: 'nodes', address: 'chain', attribute: 'chain' },
  { name: 'size', kind: 'measure', known: '', address: 'size', attribute: 'size' },
  { name: 'step', kind: 'id', known: 'steps', address: 'step', attribute: 'step' },
  { name: 'view', kind: 'view', known: '', address: 'view', attribute: '' },
]);
