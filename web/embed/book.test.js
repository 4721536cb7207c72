import assert from 'node:assert/strict';
import test from 'node:test';
import { bookOf } from './book.js';

const network = {
  sources: [{ lang: 'en' }],
  passages: [
    { id: 'p1', paragraph: 1, speaker: 'text', selector: { exact: 'A arms B', prefix: 'Then ' }, position: { start: 5 } },
    { id: 'p2', paragraph: 2, speaker: 'witness', selector: { exact: 'B is brave' } },
  ],
  nodes: [{ id: 'a', passages: ['p1'] }, { id: 'b', passages: ['p1', 'p2'] }],
  relations: [{ id: 'r', passages: ['p1'] }],
  events: [],
  speakers: [{ id: 'text' }, { id: 'witness', passages: ['p1'] }],
};

test('a book tells the quotes, what rests on them, and on what they rest', () => {
  assert.deepEqual(bookOf(network), {
    language: 'en',
    passages: [
      { id: 'p1', paragraph: 1, exact: 'A arms B', prefix: 'Then ', suffix: '', start: 5 },
      { id: 'p2', paragraph: 2, exact: 'B is brave', prefix: '', suffix: '', start: 0 },
    ],
    rests: { r: ['p1'], a: ['p1'], b: ['p1', 'p2'], text: ['p1'], witness: ['p1', 'p2'] },
    supports: { p1: ['r', 'a', 'b'], p2: ['b'] },
  });
});
