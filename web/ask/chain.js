// The chains of command from one name to another.

/** @import {Name, Step, Teller} from './tell.js' */
import { say } from '../language/say.js';
import { make } from './tell.js';

/** Chains told before the rest is folded away. */
const MOST = 6;

/**
 * @param {object} answer
 * @param {Name} answer.from
 * @param {Name} answer.to
 * @param {Step[][]} answer.chains of which every step is asserted
 * @param {Step[][]} answer.open  with a step that is left open or unsourced
 * @param {boolean} answer.more
 * @param {{asserted: Step[][], open: Step[][]}} answer.otherwise
 * @param {Teller} teller
 * @returns {{sentence: string, body: Node[]}}
 */
export function tellChains({ from, to, chains, open, more, otherwise }, teller) {
  const ends = { from: teller.phrase(from), to: teller.phrase(to) };
  if (from.id === to.id) return { sentence: say('ask.same-ends'), body: [] };
  if (chains.length === 0 && open.length === 0) {
    return {
      sentence: say('ask.no-chain', ends),
      body: [
        ...section(say('ask.otherwise', { n: otherwise.asserted.length }), otherwise.asserted, teller),
        ...section(say('ask.otherwise-open', { n: otherwise.open.length }), otherwise.open, teller),
      ],
    };
  }
  const shortest = chains[0] ?? open[0];
  const what = chains.length === 0 ? 'ask.open-chains' : more && open.length === 0 ? 'ask.more-chains' : 'ask.chains';
  return {
    sentence: say(what, { ...ends, n: chains.length || open.length, steps: say('ask.steps', { n: shortest.length }) }),
    body: [
      ...listOf(chains, teller),
      ...(chains.length === 0 ? listOf(open, teller) : section(say('ask.also-open', { n: open.length }), open, teller)),
    ],
  };
}

/** Chains under a heading; nothing if there are none. @param {string} head @param {Step[][]} chains @param {Teller} teller */
function section(head, chains, teller) {
  return chains.length === 0 ? [] : [make('p', 'note', head), ...listOf(chains, teller)];
}

/** Chains as a list, of which only the first are unfolded. @param {Step[][]} chains @param {Teller} teller */
function listOf(chains, teller) {
  if (chains.length === 0) return [];
  /** @type {Node[]} */
  const parts = [make(chains.length > 1 ? 'ol' : 'ul', 'chain', ...chains.slice(0, MOST).map((chain) => teller.chain(chain)))];
  if (chains.length > MOST) {
    const rest = make('ol', 'chain', ...chains.slice(MOST).map((chain) => teller.chain(chain)));
    rest.start = MOST + 1;
    parts.push(make('details', '', make('summary', '', say('ask.other-chains', { n: chains.length - MOST })), rest));
  }
  return parts;
}
