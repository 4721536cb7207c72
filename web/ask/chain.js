// The chains of command from one name to another.

/** @import {Name, Step, Teller} from './tell.js' */
import { say } from '../language/say.js';
import { make } from './tell.js';

/** Chains told before the rest is folded away. */
const MOST = 6;

/**
 * @param {{from: Name, to: Name, chains: Step[][], more: boolean, otherwise: Step[]|null}} answer
 * @param {Teller} teller
 * @returns {{sentence: string, body: Node[]}}
 */
export function tellChains({ from, to, chains, more, otherwise }, teller) {
  const ends = { from: teller.phrase(from), to: teller.phrase(to) };
  if (from.id === to.id) return { sentence: say('ask.same-ends'), body: [] };
  if (chains.length === 0) {
    return {
      sentence: say('ask.no-chain', ends),
      body: otherwise ? [make('p', 'note', say('ask.otherwise')), make('ul', 'chain', teller.chain(otherwise))] : [],
    };
  }
  const steps = say('ask.steps', { n: chains[0].length });
  const sentence = more ? say('ask.more-chains', { ...ends, n: chains.length, steps }) : say('ask.chains', { ...ends, n: chains.length, steps });
  /** @type {Node[]} */
  const body = [make('ol', 'chain', ...chains.slice(0, MOST).map((chain) => teller.chain(chain)))];
  if (chains.length > MOST) {
    const rest = make('ol', 'chain', ...chains.slice(MOST).map((chain) => teller.chain(chain)));
    rest.start = MOST + 1;
    body.push(make('details', '', make('summary', '', say('ask.other-chains', { n: chains.length - MOST })), rest));
  }
  return { sentence, body };
}
