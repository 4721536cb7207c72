// The tabs of the right column. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/

import { el, part } from './dom.js';

/**
 * @typedef {object} Tab
 * @property {string} id
 * @property {string} label
 * @property {(panel: HTMLElement) => void} show  draws the panel, whenever it is shown
 */

/** @param {Tab[]} tabs */
export function startTabs(tabs) {
  const list = part('tabs');
  const panel = part('panel');
  list.setAttribute('role', 'tablist');
  panel.setAttribute('role', 'tabpanel');
  let current = tabs[0];
  const heads = tabs.map((tab) => el('button', { type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': 'panel', onclick: () => open(tab.id) }, el('span', {}, tab.label), el('span', { class: 'count' })));
  list.replaceChildren(...heads);

  /** @param {string} id */
  const open = (id) => {
    current = tabs.find((tab) => tab.id === id) ?? current;
    for (const [i, head] of heads.entries()) {
      const here = tabs[i] === current;
      head.setAttribute('aria-selected', String(here));
      head.tabIndex = here ? 0 : -1;
      if (here) head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    panel.setAttribute('aria-labelledby', `tab-${current.id}`);
    panel.dataset.tab = current.id;
    panel.scrollTop = 0;
    panel.replaceChildren();
    current.show(panel);
  };
  list.addEventListener('keydown', (event) => {
    const seen = heads.filter(({ hidden }) => !hidden);
    const at = seen.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const head = seen.at(to % seen.length);
    head?.click();
    head?.focus();
  });
  // In a list, arrow keys move from entry to entry.
  panel.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = /** @type {Element} */ (event.target);
    const entries = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('.record, .findings > li')]).filter((one) => one.offsetParent !== null);
    const at = entries.findIndex((one) => one.contains(target));
    if (!step || !target.matches(at < 0 ? '[type=search], [role=tabpanel]' : 'button')) return;
    event.preventDefault();
    /** @type {HTMLElement|null|undefined} */ (entries[at < 0 ? 0 : at + step]?.querySelector('button'))?.focus();
  });
  open(tabs[0].id);
  return {
    open,
    get current() {
      return current.id;
    },
    /** Redraws the panel. */
    draw: () => current.show(panel),
    /** Shows a number beside a tab's name. @param {string} id @param {string} text */
    count(id, text) {
      const box = heads[tabs.findIndex((tab) => tab.id === id)]?.querySelector('.count');
      if (box) box.textContent = text;
    },
    /** Shows a tab's head, or hides it. @param {string} id @param {boolean} shown */
    reveal(id, shown) {
      heads[tabs.findIndex((tab) => tab.id === id)].hidden = !shown;
    },
    focus: () => heads[tabs.indexOf(current)].focus(),
  };
}
