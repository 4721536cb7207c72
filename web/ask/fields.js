// The fields of the questions: lists of all nodes, and of the relations by kind.

/** @import {Evidence} from '../evidence/evidence.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';

/**
 * Fills the lists when they are first used, since they can be long. A network too
 * large for one page has no lists: its questions are asked from its entries.
 * @param {HTMLElement} section
 * @param {Evidence} evidence
 * @param {string} root  id of the node that chains begin at, or ""
 */
export function fill(section, evidence, root) {
  const find = (/** @type {string} */ name) => section.querySelector(`select[name="${name}"]`);
  const [from, to, part] = /** @type {(HTMLSelectElement|null)[]} */ (['from', 'to', 'part'].map(find)); // null if no kind of relation forms chains
  let full = false;
  /** The root, the only option until the list is filled. @type {HTMLOptionElement|null} */
  let only = null;
  const load = () => {
    if (full) return;
    full = true;
    only?.remove();
    const names = groups(evidence.section);
    for (const select of [from, to, part]) {
      for (const { label, options } of names) select?.append(optgroup(label, options));
    }
    part?.append(optgroup(t('ask.all-of-kind'), kinds(evidence.section)));
    if (root && from) from.value = root;
  };
  for (const select of [from, to, part]) {
    for (const type of ['pointerdown', 'focus']) select?.addEventListener(type, load, { once: true });
  }
  const measures = /** @type {NodeListOf<HTMLInputElement>} */ (section.querySelectorAll('input[name="measure"]'));

  if (!evidence.whole) for (const lists of section.querySelectorAll('.fields')) /** @type {HTMLElement} */ (lists).hidden = true;
  const title = root && evidence.find(root)?.querySelector('.title')?.textContent;
  if (title && from) {
    only = new Option(title.trim(), root, true, true);
    from.append(only);
  }
  return { from, to, part, measures, load };
}

/** The nodes by kind. @param {HTMLElement} evidence */
function groups(evidence) {
  /** @type {{label: string, options: {text: string, value: string}[]}[]} */
  const all = [];
  for (const child of evidence.querySelector('#names')?.children ?? []) {
    if (child.matches('h3')) all.push({ label: child.textContent ?? '', options: [] });
    else if (child instanceof HTMLElement && child.dataset.id) {
      all.at(-1)?.options.push({ text: child.querySelector('.title')?.textContent?.trim() ?? '', value: child.dataset.id });
    }
  }
  return all;
}

/** The kinds of relations, each with the ids of its relations. @param {HTMLElement} evidence */
function kinds(evidence) {
  /** @type {Map<string, string[]>} */
  const ids = new Map();
  for (const entry of evidence.querySelectorAll('.entry[data-type="relation"]')) {
    const { kind = '', id = '' } = /** @type {HTMLElement} */ (entry).dataset;
    ids.set(kind, [...ids.get(kind) ?? [], id]);
  }
  return [...ids].map(([kind, all]) => ({ text: t('ask.kind', { kind: t(`relation.${kind}`), n: all.length }), value: all.join(' ') }));
}

/** @param {string} label @param {{text: string, value: string}[]} options */
function optgroup(label, options) {
  const group = make('optgroup', '', ...options.map(({ text, value }) => new Option(text, value)));
  group.label = label;
  return group;
}
