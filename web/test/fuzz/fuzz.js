// Fuzzers of the page's scripts: the fragment of the address, the messages between an
// article and its embed, the quote matcher.
//
//   FUZZTIME=10m node web/test/fuzz/fuzz.js [fuzzAnchor …]
//
// FUZZTIME is like Go's -fuzztime, for each fuzzer: a duration or, as in 3000x, a
// number of inputs. Each input is generated from a number, which a failure reports;
// FUZZFROM is the first number.

import { fileURLToPath } from 'node:url';
import { fuzzAnchor } from './anchor.fuzz.js';
import { fuzzMessage } from './message.fuzz.js';
import { randomFrom } from '../random.js';
import { fuzzAddress } from './address.fuzz.js';

/**
 * @typedef {object} Random
 * @property {(most: number) => number} below
 * @property {<T>(list: readonly T[]) => T} any
 * @property {<T>(most: number, make: (i: number) => T) => T[]} list  of fewer than most
 */

/** A random number generator with a seed. @param {number} seed @returns {Random} */
export function chance(seed) {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1));
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  return { below, any: (list) => list[below(list.length)], list: (most, make) => Array.from({ length: below(most) }, (_, i) => make(i)) };
}

export const FUZZERS = { fuzzAddress, fuzzMessage, fuzzAnchor };

/**
 * Runs a fuzzer, starting at an input.
 * @param {keyof typeof FUZZERS} name
 * @param {number} from
 * @param {(done: number) => boolean} enough
 */
export function run(name, from, enough) {
  let done = 0;
  for (; !enough(done); done++) {
    try {
      FUZZERS[name](chance(from + done));
    } catch (error) {
      throw new Error(`${name} fails for input ${from + done}; again with: FUZZFROM=${from + done} FUZZTIME=1x node web/test/fuzz/fuzz.js`, { cause: error });
    }
  }
  return done;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, amount, unit] = /^(\d+)(x|s|m|h)$/.exec(process.env.FUZZTIME ?? '5s') ?? [];
  if (!amount) throw new Error('FUZZTIME is a number and a unit: 3000x, 5s, 10m, 1h');
  const named = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(FUZZERS);
  for (const name of /** @type {(keyof typeof FUZZERS)[]} */ (named)) {
    const begin = performance.now();
    const time = Number(amount) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
    const done = run(name, Number(process.env.FUZZFROM ?? 1), (done) => (unit === 'x' ? done >= Number(amount) : performance.now() - begin >= time));
    console.log(`${name}: ${done} inputs in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  }
}
