// The relations of a cable beside the still picture, as the card of the live graph
// lists them: a reader who taps a line that several relations share chooses one.

/** @import {Emphasis} from './emphasis.js' */

/**
 * The list of the relations between the ends of a relation; null if there is no other.
 * @param {Emphasis} look
 * @param {HTMLElement} evidence
 * @param {string|null} id
 * @param {(relation: number) => boolean} shows  reports whether the picture shows a relation
 * @returns {HTMLElement|null}
 */
export function cableOf(look, evidence, id, shows) {
  const selected = look.relations.find((relation) => relation.id === id);
  if (!selected) return null;
  const ends = [selected.from, selected.to].sort().join();
  const ids = look.relations.filter(({ from, to }, i) => [from, to].sort().join() === ends && shows(i)).map((relation) => relation.id);
  if (ids.length < 2) return null;
  const list = document.createElement('ul');
  list.className = 'cable';
  // The node's entry lists each of them in a line, by families.
  for (const link of evidence.querySelectorAll(`[data-id="${CSS.escape(look.nodes[selected.from])}"] .relation-groups a[data-select]`)) {
    const relation = link.getAttribute('data-select') ?? '';
    if (!ids.includes(relation)) continue;
    const copy = /** @type {HTMLElement} */ (/** @type {Element} */ (link.parentElement).cloneNode(true));
    if (relation === id) copy.firstElementChild?.setAttribute('aria-current', 'true');
    list.append(copy);
  }
  return list;
}
