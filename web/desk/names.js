// The names to pick from: those of the network and those of the article.

/** @import {Option} from './combo.js' */
/** @import {Work} from './work.js' */
import { fold, matches } from './words.js';
import { t } from './translate.js';

/** A node by its id, or a new one. @typedef {{id: string}|{label: string, kind: string}} Name */

/** Options shown. */
const MOST = 8;

/**
 * The names that match the typed text: one that is the same, then those of the network,
 * those that the article mentions, and a new one.
 * @param {Work} work
 * @param {string} typed
 * @param {string[]} [first]  ids of those to put first
 * @returns {Option<Name>[]}
 */
export function namesFor(work, typed, first = []) {
  const { nodes = [], mentions = [], vocabulary: { nodeKinds } = { nodeKinds: [] } } = work.view ?? {};
  const kindOf = (/** @type {string} */ id) => nodeKinds.find((kind) => kind.id === id)?.label ?? '';
  const known = nodes.filter(({ label, aliases }) => [label, ...aliases].some((name) => matches(name, typed)))
    .sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)))
    .map((node) => ({ label: node.label, hint: kindOf(node.kind), value: { id: node.id } }));
  const taken = new Set(nodes.flatMap(({ label, aliases }) => [label, ...aliases].map(fold)));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { text, node } of mentions) {
    if (!node && matches(text, typed) && !taken.has(fold(text))) found.set(fold(text), text);
  }
  const candidates = [...found.values()].map((label) => ({ label, hint: t('desk.in-article'), value: { label, kind: '' } }));
  const exact = typed.trim() !== '' && ![...taken, ...found.keys()].includes(fold(typed))
    ? [{ label: typed.trim(), hint: t('desk.new-name'), value: { label: typed.trim(), kind: '' } }] : [];
  const some = known.slice(0, MOST);
  const all = [...some, ...candidates.slice(0, Math.max(MOST - some.length, 2))];
  const same = (/** @type {Option<Name>} */ { label }) => Number(fold(label) === fold(typed));
  return [...all.sort((a, b) => same(b) - same(a)), ...exact];
}

/**
 * The name at a place of the article: a node, or a name that is none yet.
 * @param {Work} work
 * @param {{paragraph: number, offset: number}} place
 * @returns {Name|null}
 */
export function nameAt(work, { paragraph, offset }) {
  const at = work.here(work.view?.mentions).filter((one) => one.paragraph === paragraph && one.from <= offset && offset <= one.to);
  const mention = at.find(({ node }) => node) ?? at[0];
  if (!mention) return null;
  return mention.node ? { id: mention.node } : { label: mention.text, kind: '' };
}

/** The label of a name. @param {Work} work @param {Name} name */
export const labelOf = (work, name) => ('id' in name ? work.label(name.id) : name.label);

/** A name as the engine takes it. @param {Name} name */
export const forEngine = (name) => ('id' in name ? name.id : name);

/**
 * A relation as a sentence. A verb may enclose the name: “made … its engineer”.
 * @param {string} from
 * @param {string} verb
 * @param {string} to
 */
export function sentenceOf(from, verb, to) {
  const [before, after] = verb.split(/\s*…\s*/);
  return after === undefined ? `${from} ${verb} ${to}` : [from, before, to, after].filter(Boolean).join(' ');
}
