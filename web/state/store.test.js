import assert from 'node:assert/strict';
import test from 'node:test';
import { Store, start } from './store.js';

const make = () => new Store(['qaani', 'tehran', 'r1'], ['relation.arms', 'relation.money', 'node.state']);

/** @type {[string, any[], object][]} */
const changes = [
  ['select', [{ type: 'select', id: 'qaani' }], { select: 'qaani' }],
  ['select nothing', [{ type: 'select', id: 'qaani' }, { type: 'select', id: null }], {}],
  ['hover', [{ type: 'hover', id: 'r1' }], { hover: 'r1' }],
  ['hide, sorted and once', [{ type: 'hide', what: ['relation.money', 'node.state'] }, { type: 'hide', what: ['node.state', 'relation.arms'] }], { hide: ['node.state', 'relation.arms', 'relation.money'] }],
  ['show', [{ type: 'hide', what: ['node.state', 'relation.arms'] }, { type: 'show', what: ['node.state'] }], { hide: ['relation.arms'] }],
  ['view', [{ type: 'view', view: { x: 1, y: -2, zoom: 1.5 } }], { view: { x: 1, y: -2, zoom: 1.5 } }],
  ['fit', [{ type: 'view', view: { x: 1, y: -2, zoom: 1.5 } }, { type: 'fit' }], {}],
  ['replace', [{ type: 'replace', state: { select: 'r1', hover: null, hide: ['relation.arms'], view: null } }], { select: 'r1', hide: ['relation.arms'] }],
  ['reset', [{ type: 'select', id: 'qaani' }, { type: 'hide', what: ['node.state'] }, { type: 'reset' }], {}],
];
for (const [name, actions, want] of changes) {
  test(`state after: ${name}`, () => {
    const store = make();
    for (const action of actions) store.dispatch(action);
    assert.deepEqual(store.state, { ...start, ...want });
    assert.ok(Object.isFrozen(store.state) && Object.isFrozen(store.state.hide) && Object.isFrozen(store.state.view));
  });
}

/** @type {[string, any, RegExp][]} */
const faults = [
  ['no action', undefined, /unknown action undefined/],
  ['unknown type', { type: 'explode' }, /unknown action .*explode/],
  ['unknown id', { type: 'select', id: 'nobody' }, /unknown id "nobody"/],
  ['id that is no string', { type: 'hover', id: 7 }, /id is 7/],
  ['missing id', { type: 'select' }, /id is undefined/],
  ['unknown token', { type: 'hide', what: ['relation.arms', 'relation.love'] }, /unknown token "relation.love"/],
  ['tokens that are no array', { type: 'show', what: 'relation.arms' }, /not an array/],
  ['view without zoom', { type: 'view', view: { x: 1, y: 2 } }, /view is .*zoom/],
  ['view of zoom 0', { type: 'view', view: { x: 1, y: 2, zoom: 0 } }, /above 0/],
  ['view of NaN', { type: 'view', view: { x: NaN, y: 2, zoom: 1 } }, /view is/],
  ['missing view', { type: 'view' }, /view is undefined/],
  ['state that is null', { type: 'replace', state: null }, /state is null/],
  ['state with unknown id', { type: 'replace', state: { ...start, select: 'nobody' } }, /unknown id "nobody"/],
];
for (const [name, action, message] of faults) {
  test(`refused: ${name}`, () => {
    const store = make();
    store.dispatch({ type: 'select', id: 'qaani' });
    const before = store.state;
    assert.throws(() => store.dispatch(action), (error) => error instanceof TypeError && message.test(error.message));
    assert.equal(store.state, before);
  });
}

test('listeners hear each change once, with what was before', () => {
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

test('all listeners hear changes in the same order, also those made by listeners', () => {
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

test('only changes can be listened to, by functions', () => {
  assert.throws(() => make().on(/** @type {any} */ ('click'), () => {}), TypeError);
  assert.throws(() => make().on('change', /** @type {any} */ (null)), TypeError);
});
