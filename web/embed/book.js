// What an article page is told of a network so that it can find the passages in
// its text: the quotes, and what rests on each.

/** @import {Book} from './message.js' */

/**
 * @typedef {object} Network  of its JSON, what is needed here
 * @property {{lang: string}[]} sources
 * @property {{id: string, paragraph: number, speaker: string, selector: {exact: string, prefix?: string, suffix?: string}, position?: {start: number}}[]} passages
 * @property {Item[]} nodes
 * @property {Item[]} relations
 * @property {Item[]} events
 * @property {Item[]} speakers
 */

/** @typedef {{id: string, passages?: string[]}} Item */

/**
 * @param {Network} network
 * @returns {Book}
 */
export function bookOf(network) {
  /** @type {Record<string, string[]>} */
  const rests = {};
  /** @type {Record<string, string[]>} */
  const supports = {};
  // A relation before a name: it says more of what the passage says.
  for (const { id, passages = [] } of [...network.relations, ...network.nodes, ...network.events]) {
    rests[id] = passages;
    for (const passage of passages) (supports[passage] ??= []).push(id);
  }
  for (const { id, passages = [] } of network.speakers) {
    const said = network.passages.filter(({ speaker }) => speaker === id).map((passage) => passage.id);
    rests[id] = [...new Set([...passages, ...said])];
  }
  return {
    language: network.sources[0]?.lang ?? '',
    passages: network.passages.map(({ id, paragraph, selector, position }) => ({
      id, paragraph, exact: selector.exact, prefix: selector.prefix ?? '', suffix: selector.suffix ?? '', start: position?.start ?? 0,
    })),
    rests,
    supports,
  };
}
