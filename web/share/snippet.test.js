import assert from 'node:assert/strict';
import test from 'node:test';
import { initialState } from '../state/store.js';
import { element, frame, link, policy } from './snippet.js';

/** @type {import('./snippet.js').Site} */
const site = { address: 'https://example.org/a/', root: 'https://example.org/a/', language: 'en', title: 'A “network” & "more" <b>', figure: [374, 733] };
const state = { ...initialState, select: 'qaani', hide: ['node.state', 'relation.arms'], chain: { from: 'a', to: 'b' }, remove: ['us'], view: { x: 1, y: 2, zoom: 3 } };

test('link: opens the same view', () => {
  assert.equal(link(site, initialState), 'https://example.org/a/');
  assert.equal(link(site, state), 'https://example.org/a/#select=qaani&hide=node.state,relation.arms&remove=us&chain=a,b&view=1,2,3');
});

test('element: has the site and the whole state', () => {
  assert.match(element(site, initialState), /<proxy-network src="https:\/\/example.org\/a\/">/);
  const text = element(site, state);
  for (const want of [
    'src="https://example.org/a/embed.js"', '<proxy-network src="https://example.org/a/#remove=us&#38;view=1,2,3"', 'select="qaani"', 'filter="node.state,relation.arms"', 'chain="a,b"',
    'srcset="https://example.org/a/figure.svg"', '<img src="https://example.org/a/figure.png" width="374" height="733"',
  ]) {
    assert.ok(text.includes(want), `no ${want} in ${text}`);
  }
});

test('element: of a page in the folder of its language has that language', () => {
  const text = element({ ...site, address: 'https://example.org/a/fa/', language: 'fa' }, initialState);
  for (const want of ['src="https://example.org/a/embed.js"', '<proxy-network src="https://example.org/a/" lang="fa">', 'href="https://example.org/a/fa/"', 'srcset="https://example.org/a/fa/figure.svg"', '<img src="https://example.org/a/figure.png"']) {
    assert.ok(text.includes(want), `no ${want} in ${text}`);
  }
});

test('element: is one line of phrasing content', () => {
  const text = element(site, state);
  assert.ok(!text.includes('\n'), text);
  assert.deepEqual([...text.matchAll(/<([a-z-]+)/g)].map(([, name]) => name), ['script', 'proxy-network', 'a', 'picture', 'source', 'img', 'br']);
});

test('policy: names the site’s origin', () => {
  assert.equal(policy(site), 'script-src https://example.org; img-src https://example.org data:; frame-src https://example.org; connect-src https://example.org');
});

test('snippet: escapes every text', () => {
  for (const text of [element(site, state), frame(site, state)]) {
    assert.ok(!text.includes('<b>') && !text.includes('"more"'), text);
  }
});
