// What becomes of the chains of command when something is taken out.

/** @import {Name, Teller, Told} from './tell.js' */
import { say } from '../language/say.js';
import { list, make } from './tell.js';

/** Names listed where there are many. */
const MOST = 100;

/**
 * @typedef {{node: Name|null, relation: Told|null, kind: string, family: string, ids: string[]}} Taken
 * @typedef {{n: number, more: boolean}} Count
 * @typedef {{node: Name, counted: boolean, before: Count, after: Count, apart: number, cutNodes: Name[], cutRelations: Told[]}} Kept
 * @typedef {{root: Name, removed: Taken[], before: number, out: Name[], lost: Name[], kept: Kept[], weakest: {node: Name, cuts: Name[]}[], joints: Name[]}} Without
 */

/**
 * @param {Without} answer
 * @param {Teller} teller
 * @param {(ids: string[]) => void} restore
 * @returns {{sentence: string, body: Node[], end: string|null}}
 */
export function tellWithout(answer, teller, restore) {
  const { root, removed, before, lost, kept } = answer;
  const names = removed.map((taken) => nameOf(taken, teller));
  const sentence = sentenceOf(answer, list(names), teller);
  const back = make('ul', 'taken', ...removed.map((taken, at) => {
    const button = make('button', '', say('ask.restore', { name: names[at] }));
    button.type = 'button';
    button.addEventListener('click', () => restore(taken.ids));
    return make('li', '', button);
  }));
  /** @type {Node[]} */
  const body = [back, make('p', 'note', say('ask.arithmetic'))];
  if (lost.length > 0) body.push(make('h4', 'lost', say('ask.lost')), make('p', 'lost', ...teller.links(lost.slice(0, MOST)), lost.length > MOST ? ` ${say('ask.and-more', { n: lost.length - MOST })}` : ''));
  if (kept.length > 0) body.push(make('h4', '', say('ask.kept')), table(kept, teller, before > 0));
  body.push(...weakness(answer, teller));
  const end = removed.length > 1 ? say('ask.restore-all') : null;
  if (before === 0) return { sentence: say('ask.no-chains', { root: teller.phrase(root) }), body: [back], end };
  return { sentence, body, end };
}

/**
 * Where chains are weak while nothing is taken out.
 * @param {Without} answer
 * @param {Teller} teller
 */
export function tellWeakness(answer, teller) {
  const { root, kept } = answer;
  if (kept.length === 0) return [make('p', '', say('ask.no-chains', { root: teller.phrase(root) }))];
  return [...weakness(answer, teller), table(kept, teller, false)];
}

/** @param {Without} answer @param {string} names @param {Teller} teller */
function sentenceOf({ root, removed, before, lost, kept }, names, teller) {
  const values = { names, root: teller.phrase(root), of: before, kept: kept.length };
  if (removed.some(({ node }) => node?.id === root.id)) return say('ask.without-root', values);
  if (lost.length === 0) return say('ask.none-lost', values);
  return kept.length > 0 ? say('ask.some-lost', { ...values, n: lost.length }) : say('ask.all-lost', { ...values, n: lost.length });
}

/** @param {Taken} taken @param {Teller} teller */
function nameOf({ node, relation, kind, family }, teller) {
  if (node) return teller.phrase(node);
  if (kind) return say('ask.all-of', { kind: say(`relation.${kind}`) });
  if (family) return say('ask.all-of', { kind: say(`family.${family}`) });
  return say('ask.the-relation', { sentence: teller.title(/** @type {Told} */ (relation).id) });
}

/**
 * The chains of each name, how many of them are independent, and what would
 * cut them all.
 * @param {Kept[]} kept
 * @param {Teller} teller
 * @param {boolean} compare with before
 */
function table(kept, teller, compare) {
  if (!kept[0].counted) return make('p', '', ...teller.links(kept.slice(0, MOST).map(({ node }) => node)), kept.length > MOST ? ` ${say('ask.and-more', { n: kept.length - MOST })}` : '');
  const head = [say('ask.name'), say('ask.its-chains'), say('ask.independent'), say('ask.cut')].map((text) => make('th', '', text));
  for (const th of head) th.scope = 'col';
  const rows = kept.map(({ node, before, after, apart, cutNodes, cutRelations }) => {
    const name = make('th', '', teller.link(node));
    name.scope = 'row';
    const changed = compare && (before.n !== after.n || before.more !== after.more);
    const chains = changed ? say('ask.from-to', { before: count(before), after: count(after) }) : count(after);
    const cut = cutNodes.length > 0 ? teller.links(cutNodes) : [say('count.relations', { n: cutRelations.length })];
    return make('tr', '', name, make('td', '', chains), make('td', '', say('ask.number', { n: apart })), make('td', '', ...cut));
  });
  return make('div', 'kept', make('table', '', make('thead', '', make('tr', '', ...head)), make('tbody', '', ...rows)),
    make('p', 'note', say('ask.independent-means')));
}

/** @param {Count} count */
const count = ({ n, more }) => (more ? say('ask.at-least', { n }) : say('ask.number', { n }));

/** @param {Without} answer @param {Teller} teller */
function weakness({ weakest, joints }, teller) {
  /** @type {Node[]} */
  const parts = [];
  if (weakest.length > 0) {
    parts.push(make('h4', '', say('ask.weakest')), make('ul', 'weak', ...weakest.map(({ node, cuts }) => (
      make('li', '', teller.link(node), make('span', 'note', ' ', say('ask.rest-on-it', { names: teller.phrases(cuts) })))))));
  }
  if (joints.length > 0) {
    parts.push(make('details', '', make('summary', '', say('ask.joints', { n: joints.length })), make('p', '', ...teller.links(joints))));
  }
  return parts;
}
