// Announces what was done: in a line at the bottom of the page for a while, with an
// undo button, and to screen readers.

import { button, el, part } from './dom.js';
import { t } from './translate.js';

/** Milliseconds for which a line is shown. */
const STAYS = 8000;

let timer = 0;

/**
 * @param {string} text
 * @param {{undo?: () => void, wrong?: boolean}} [how]
 */
export function notice(text, { undo, wrong = false } = {}) {
  announce(text, wrong);
  const line = part('notice');
  line.toggleAttribute('data-wrong', wrong);
  line.replaceChildren(el('span', {}, text), ...(undo ? [button(t('desk.undo'), () => {
    line.hidden = true;
    undo();
  })] : []));
  line.hidden = false;
  clearTimeout(timer);
  const leave = () => {
    if (line.matches(':hover, :focus-within')) timer = Number(setTimeout(leave, STAYS));
    else line.hidden = true;
  };
  timer = Number(setTimeout(leave, wrong ? 2 * STAYS : STAYS));
}

/** Announces a text to screen readers. @param {string} text @param {boolean} [wrong] */
export function announce(text, wrong = false) {
  const region = part(wrong ? 'alert' : 'status');
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
