// Any fragment gives a state that the store accepts, and that is unchanged after
// formatting and parsing.

import assert from 'node:assert/strict';
import { format, parse } from '../../state/address.js';
import { Store } from '../../state/store.js';

/** @import {Random} from './fuzz.js' */

/** The ids of a small network. */
export const known = {
  ids: new Set(['qaani', 'a b&c', 'é', 'r1', 'p1']), nodes: new Set(['qaani', 'tehran']), relations: new Set(['r1']),
  tokens: new Set(['relation.arms', 'relation.money']), steps: new Map([['s1', { asOf: '2019', hide: ['relation.arms'] }]]),
};

const store = new Store(known);
const BITS = ['select', 'focus', 'hide', 'as-of', 'remove', 'chain', 'size', 'step', 'view', 'e-', '=', '&', ',', '#', '%', '%2', '%E0%A4', '+',
  ...known.ids, ...known.tokens, ...known.steps.keys(), '2019', '2020-01-03', '-', '0', '1e309', 'NaN', '-0', '.5', 'degree', '\0', '\ud800', '\u202e', '<img>', '__proto__', 'constructor'];

/** @param {Random} random */
export function fuzzAddress({ any, list }) {
  const fragment = list(12, () => any(BITS)).join('');
  const state = parse(fragment, known);
  store.dispatch({ type: 'replace', state });
  assert.deepEqual(parse(format(store.state), known), parse(format(parse(format(store.state), known)), known), fragment);
  assert.deepEqual({ ...parse(format(store.state), known), view: null }, { ...store.state, view: null }, fragment);
}
