import assert from 'node:assert/strict';
import test from 'node:test';
import { areTokens } from './tokens.js';
import { unreadable } from './applytokens.js';

test('areTokens: known names with short texts', () => {
  assert.ok(areTokens({}) && areTokens({ ink: '#123456', 'font-sans': '"Guardian Text", sans-serif' }));
  for (const odd of [{ inks: '#000' }, { ink: 7 }, { ink: null }, { paper: 'x'.repeat(201) }, JSON.parse('{"__proto__": "red"}')]) {
    assert.ok(!areTokens(odd), JSON.stringify(odd));
  }
});

test('unreadable: colors with too little contrast', () => {
  const theme = { 'ink': '#1d1c1a', 'paper': '#fbfaf7', 'muted': '#66625b', 'accent': '#8c2f24', 'focus': '#1456b8', 'line-arms': '#1d6f8a', 'node-state': '#e5e7ea', 'node-state-ink': '#4b5563' };
  assert.equal(unreadable(theme), null);
  assert.match(unreadable({ ...theme, ink: '#999999' }) ?? '', /ink on paper has a contrast of 2\.7, less than 4\.5/);
  assert.match(unreadable({ ...theme, paper: '#1d1c1a', ink: '#ffffff' }) ?? '', /ink on node-state/);
  assert.match(unreadable({ ...theme, focus: '#eeeeee' }) ?? '', /focus on paper/);
  assert.match(unreadable({ ...theme, ink: 'rgba(0,' }) ?? '', /ink on paper/);
});
