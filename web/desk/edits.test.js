import assert from 'node:assert/strict';
import test from 'node:test';
import { randomFrom } from '../test/random.js';
import { apply, between, retyped } from './edits.js';
import { History } from './history.js';

test('apply: offsets are those of the text before', () => {
  const { text, inverse } = apply('one two three', [{ from: 8, to: 13, text: '3' }, { from: 0, to: 3, text: 'first' }, { from: 3, to: 3, text: ',' }]);
  assert.equal(text, 'first, two 3');
  assert.equal(apply(text, inverse).text, 'one two three');
});

test('apply: refuses changes that overlap or leave the text', () => {
  assert.throws(() => apply('abcdef', [{ from: 0, to: 3, text: '' }, { from: 2, to: 4, text: '' }]), RangeError);
  assert.throws(() => apply('abc', [{ from: 2, to: 9, text: '' }]), RangeError);
});

test('between: the change between two texts, and never half a character', () => {
  for (const [before, after] of [['', 'a'], ['abc', 'abc'], ['aaa', 'aa'], ['a😀b', 'a😁b'], ['😀', '🐀'], ['ab', 'ba'], ['x\ud83d', 'x']]) {
    const edit = between(before, after);
    assert.equal(edit ? apply(before, [edit]).text : before, after);
    if (edit && isWhole(before) && isWhole(after)) assert.ok(isWhole(edit.text) && isWhole(before.slice(0, edit.from)));
  }
});

test('retyped: lines that were not changed keep their ends', () => {
  for (const [before, shown, after] of [
    ['a\nb\n', 'a\nc\n', 'a\nc\n'],
    ['a\r\nb\r\n', 'a\nb\n', 'a\r\nb\r\n'],
    ['a\r\nb\r\n', 'a\nx\nb\n', 'a\r\nx\r\nb\r\n'],
    ['a\r\nb\nc\r\n', 'a\nb\nd\n', 'a\r\nb\nd\r\n'],
    ['a\r\n\r\nb', 'a\nb', 'a\r\nb'],
    ['a\rb\r', 'a\nbb\n', 'a\rbb\r'],
  ]) assert.equal(retyped(before, shown), after);
});

/** Reports whether all surrogates are paired. @param {string} text */
const isWhole = (text) => !/\p{Surrogate}/u.test(text);

test('History: undoes and redoes everything, in any number of files', () => {
  const random = randomFrom(7);
  const history = new History();
  /** @type {Record<string, string>} */
  let files = { a: 'one\ntwo\nthree\n', b: '' };
  const states = [JSON.stringify(files)];
  for (let i = 0; i < 200; i++) {
    const file = random() < 0.7 ? 'a' : 'b';
    const from = Math.floor(random() * (files[file].length + 1));
    const edits = [{ from, to: from + Math.floor(random() * (files[file].length - from)), text: `x${i}` }];
    files = history.change(files, file, edits, `step ${i}`);
    states.push(JSON.stringify(files));
  }
  for (let i = states.length - 2; i >= 0; i--) {
    const undone = history.undo(files);
    assert.ok(undone);
    files = undone.files;
    assert.equal(JSON.stringify(files), states[i]);
  }
  assert.equal(history.undo(files), null);
  for (const state of states.slice(1)) {
    files = /** @type {{files: Record<string, string>}} */ (history.redo(files)).files;
    assert.equal(JSON.stringify(files), state);
  }
  assert.equal(history.redo(files), null);
});

test('History: typing in one place within a second is one step', () => {
  const history = new History();
  let files = { a: '' };
  for (const [i, letter] of [...'word'].entries()) files = history.type(files, 'a', files.a + letter, 'typing', 100 * i);
  files = history.type(files, 'a', `${files.a}!`, 'typing', 5000);
  assert.equal(history.undo(files)?.files.a, 'word');
  files = { a: 'word' };
  assert.equal(history.undo(files)?.files.a, '');
});

test('History: survives being stored', () => {
  const history = new History();
  const files = history.change({ a: 'one' }, 'a', [{ from: 0, to: 3, text: 'two' }], 'two');
  const again = new History(JSON.parse(JSON.stringify(history.steps)));
  assert.equal(again.undo(files)?.files.a, 'one');
  assert.equal(again.redo({ a: 'one' })?.files.a, 'two');
});
