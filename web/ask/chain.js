// Formats the chains from one node to another.

/** @import {Name, Step, AnswerFormatter} from './format.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';
import { collapsed } from './rest.js';

/** The number of chains shown; the others are collapsed. */
const MAX_SHOWN = 6;

/**
 * @param {object} answer
 * @param {Name} answer.from
 * @param {Name} answer.to
 * @param {Step[][]} answer.chains  every step of which is asserted
 * @param {Step[][]} answer.open  with an open or unsourced step
 * @param {boolean} answer.more  there are more chains than were searched for
 * @param {{asserted: Step[][], open: Step[][]}} answer.otherwise  if there is no chain, the shortest paths along relations of any kind
 * @param {AnswerFormatter} formatter
 * @returns {{sentence: string, body: Node[]}}
 */
export function formatChains({ from, to, chains, open, more, otherwise }, formatter) {
  const ends = { from: formatter.phrase(from), to: formatter.phrase(to) };
  if (from.id === to.id) return { sentence: t('ask.same-ends'), body: [] };
  if (chains.length === 0 && open.length === 0) {
    return {
      sentence: t('ask.no-chain', ends),
      body: [
        ...section(t('ask.otherwise', { n: otherwise.asserted.length }), otherwise.asserted, formatter),
        ...section(t('ask.otherwise-open', { n: otherwise.open.length }), otherwise.open, formatter),
      ],
    };
  }
  const shortest = chains[0] ?? open[0];
  const what = chains.length === 0 ? 'ask.open-chains' : more && open.length === 0 ? 'ask.more-chains' : 'ask.chains';
  return {
    sentence: t(what, { ...ends, n: chains.length || open.length, steps: t('ask.steps', { n: shortest.length }) }),
    body: [
      ...listOf(chains, formatter),
      ...(chains.length === 0 ? listOf(open, formatter) : section(t('ask.also-open', { n: open.length }), open, formatter)),
    ],
  };
}

/** Chains under a heading, or nothing if there are none. @param {string} head @param {Step[][]} chains @param {AnswerFormatter} formatter */
function section(head, chains, formatter) {
  return chains.length === 0 ? [] : [make('p', 'note', head), ...listOf(chains, formatter)];
}

/** Chains as a list, the later ones collapsed. @param {Step[][]} chains @param {AnswerFormatter} formatter */
function listOf(chains, formatter) {
  if (chains.length === 0) return [];
  /** @type {Node[]} */
  const parts = [make(chains.length > 1 ? 'ol' : 'ul', 'chain', ...chains.slice(0, MAX_SHOWN).map((chain) => formatter.chain(chain)))];
  if (chains.length > MAX_SHOWN) {
    parts.push(collapsed(t('ask.other-chains', { n: chains.length - MAX_SHOWN }), make('ol', 'chain'), chains, (chain) => formatter.chain(chain), MAX_SHOWN));
  }
  return parts;
}
