import assert from 'node:assert/strict';
import test from 'node:test';
import { Store, initialState } from './store.js';

const make = () => new Store({
  ids: new Set(['qaani', 'tehran', 'r1', 'p1']),
  nodes: new Set(['qaani', 'tehran']),
  relations: new Set(['r1']),
  tokens: new Set(['relation.arms', 'relation.money', 'node.state']),
  steps: new Map([['s1', { select: 'qaani', asOf: '2019', hide: ['relation.arms'] }]]),
});

/** @type {[string, any[], object][]} */
const changes = [
  ['select', [{ type: 'select', id: 'qaani' }], { select: 'qaani' }],
  ['select nothing', [{ type: 'select', id: 'qaani' }, { type: 'select', id: null }], {}],
  ['hover', [{ type: 'hover', id: 'r1' }], { hover: 'r1' }],
  ['hide, sorted and once', [{ type: 'hide', what: ['relation.money', 'node.state'] }, { type: 'hide', what: ['node.state', 'relation.arms'] }], { hide: ['node.state', 'relation.arms', 'relation.money'] }],
  ['show', [{ type: 'hide', what: ['node.state', 'relation.arms'] }, { type: 'show', what: ['node.state'] }], { hide: ['relation.arms'] }],
  ['view', [{ type: 'view', view: { x: 1, y: -2, zoom: 1.5 } }], { view: { x: 1, y: -2, zoom: 1.5 } }],
  ['fit', [{ type: 'view', view: { x: 1, y: -2, zoom: 1.5 } }, { type: 'fit' }], {}],
  ['focus', [{ type: 'focus', id: 'qaani' }], { focus: 'qaani' }],
  ['a date', [{ type: 'asOf', date: '2020-01-03' }], { asOf: '2020-01-03' }],
  ['another date', [{ type: 'asOf', date: '2020-01-03' }, { type: 'asOf', date: '1980' }], { asOf: '1980' }],
  ['no date', [{ type: 'asOf', date: '2024-02-29' }, { type: 'asOf', date: null }], {}],
  ['remove, sorted and once', [{ type: 'remove', ids: ['tehran', 'r1'] }, { type: 'remove', ids: ['r1'] }], { remove: ['r1', 'tehran'] }],
  ['restore', [{ type: 'remove', ids: ['tehran', 'r1'] }, { type: 'restore', ids: ['tehran'] }], { remove: ['r1'] }],
  ['chain', [{ type: 'chain', from: 'tehran', to: 'qaani' }], { chain: { from: 'tehran', to: 'qaani' } }],
  ['no chain', [{ type: 'chain', from: 'tehran', to: 'qaani' }, { type: 'chain', from: null, to: null }], {}],
  ['size', [{ type: 'size', measure: 'betweenness' }], { size: 'betweenness' }],
  ['no size', [{ type: 'size', measure: 'reach' }, { type: 'size', measure: null }], {}],
  ['step', [{ type: 'select', id: 'r1' }, { type: 'step', id: 's1' }], { step: 's1', select: 'qaani', asOf: '2019', hide: ['relation.arms'] }],
  ['no step any more', [{ type: 'step', id: 's1' }, { type: 'step', id: null }], {}],
  ['replace by part of a state', [{ type: 'select', id: 'p1' }, { type: 'replace', state: { asOf: '1980' } }], { asOf: '1980' }],
  ['replace, without what a state does not have', [{ type: 'replace', state: { select: 'r1', theme: 'dark' } }], { select: 'r1' }],
  ['replace', [{ type: 'replace', state: { select: 'r1', hover: null, hide: ['relation.arms'], view: null } }], { select: 'r1', hide: ['relation.arms'] }],
  ['reset', [{ type: 'select', id: 'qaani' }, { type: 'hide', what: ['node.state'] }, { type: 'reset' }], {}],
];
for (const [name, actions, want] of changes) {
  test(`Store: state after ${name}`, () => {
    const store = make();
    for (const action of actions) store.dispatch(action);
    assert.deepEqual(store.state, { ...initialState, ...want });
    assert.ok(Object.isFrozen(store.state) && Object.isFrozen(store.state.hide) && Object.isFrozen(store.state.view));
  });
}

/** @type {[string, any, RegExp][]} */
const errors = [
  ['no action', undefined, /unknown action undefined/],
  ['unknown type', { type: 'explode' }, /unknown action .*explode/],
  ['unknown id', { type: 'select', id: 'nobody' }, /unknown id "nobody"/],
  ['id that is no string', { type: 'hover', id: 7 }, /id is 7/],
  ['missing id', { type: 'select' }, /id is undefined/],
  ['unknown token', { type: 'hide', what: ['relation.arms', 'relation.love'] }, /unknown token "relation.love"/],
  ['tokens that are no array', { type: 'show', what: 'relation.arms' }, /not an array/],
  ['focus on a passage', { type: 'focus', id: 'p1' }, /unknown node "p1"/],
  ['step of no story', { type: 'step', id: 's2' }, /unknown step "s2"/],
  ['date of words', { type: 'asOf', date: 'today' }, /date is "today"/],
  ['date that the calendar lacks', { type: 'asOf', date: '2023-02-29' }, /2023-02-29/],
  ['uncertain date', { type: 'asOf', date: '198X' }, /198X/],
  ['missing date', { type: 'asOf' }, /date is undefined/],
  ['take out a passage', { type: 'remove', ids: ['r1', 'p1'] }, /unknown node or relation "p1"/],
  ['restore what is no array', { type: 'restore', ids: 'r1' }, /not an array/],
  ['chain from nowhere', { type: 'chain', from: null, to: 'qaani' }, /chain is/],
  ['chain to a relation', { type: 'chain', from: 'tehran', to: 'r1' }, /unknown node "r1"/],
  ['unknown measure', { type: 'size', measure: 'weight' }, /unknown measure "weight"/],
  ['missing measure', { type: 'size' }, /unknown measure undefined/],
  ['view without zoom', { type: 'view', view: { x: 1, y: 2 } }, /view is .*zoom/],
  ['view of zoom 0', { type: 'view', view: { x: 1, y: 2, zoom: 0 } }, /above 0/],
  ['view of NaN', { type: 'view', view: { x: NaN, y: 2, zoom: 1 } }, /view is/],
  ['missing view', { type: 'view' }, /view is undefined/],
  ['state that is null', { type: 'replace', state: null }, /state is null/],
  ['state with unknown id', { type: 'replace', state: { ...initialState, select: 'nobody' } }, /unknown id "nobody"/],
];
for (const [name, action, message] of errors) {
  test(`Store: refuses ${name}`, () => {
    const store = make();
    store.dispatch({ type: 'select', id: 'qaani' });
    const before = store.state;
    assert.throws(() => store.dispatch(action), (error) => error instanceof TypeError && message.test(error.message));
    assert.equal(store.state, before);
  });
}

test('Store: listeners are called once for each change, with the previous state', () => {
  const store = make();
  /** @type {any[]} */
  const heard = [];
  const off = store.on('change', (state, previous, action) => heard.push([state.select, previous.select, action.type]));
  store.dispatch({ type: 'select', id: 'qaani' });
  store.dispatch({ type: 'select', id: 'qaani' }); // no change
  off();
  store.dispatch({ type: 'select', id: 'tehran' });
  assert.deepEqual(heard, [['qaani', null, 'select']]);
});

test('Store: all listeners see changes in the same order, also those made by listeners', () => {
  const store = make();
  /** @type {any[]} */
  const heard = [];
  store.on('change', ({ select }) => {
    if (select === 'qaani') store.dispatch({ type: 'select', id: 'tehran' });
  });
  store.on('change', ({ select }) => heard.push(select));
  store.dispatch({ type: 'select', id: 'qaani' });
  assert.deepEqual(heard, ['qaani', 'tehran']);
});

test('Store: only functions can listen, and only to changes', () => {
  assert.throws(() => make().on(/** @type {any} */ ('click'), () => {}), TypeError);
  assert.throws(() => make().on('change', /** @type {any} */ (null)), TypeError);
});
