import { test } from 'node:test';
import { FUZZERS, run } from './fuzz.js';

for (const name of /** @type {(keyof typeof FUZZERS)[]} */ (Object.keys(FUZZERS))) {
  test(`${name}: a few inputs (make fuzz runs more)`, () => {
    run(name, 1, (done) => done >= (name === 'fuzzAnchor' ? 200 : 10_000));
  });
}
