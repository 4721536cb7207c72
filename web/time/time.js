// The strip of time: events on an axis, and a slider by which the network is
// looked at as of a date.

/** @import {Store} from '../state/store.js' */
/** @import {Stop} from './axis.js' */
import { t } from '../language/translate.js';
import { nextMark, stopAt, stopFor, stopOf } from './axis.js';

/** Milliseconds that each date is shown for when time plays. */
const BEAT = 1800;

/**
 * @param {{strip: HTMLElement, status: HTMLElement, opener: HTMLElement|null, store: Store}} parts
 */
export function startTime({ strip, status, opener, store }) {
  /** @param {string} id @returns {HTMLElement} */
  const part = (id) => /** @type {HTMLElement} */ (strip.querySelector(`#time-${id}`));
  const slider = /** @type {HTMLInputElement} */ (part('slider'));
  const [play, at, what, all] = ['play', 'at', 'what', 'all'].map(part);
  const stops = /** @type {Stop[]} */ (JSON.parse(strip.dataset.stops ?? '[]'));
  const last = stops.length - 1;
  const first = Number(strip.dataset.first);
  strip.style.setProperty('--first', String(first));
  slider.min = String(first * 10);
  for (const placed of /** @type {NodeListOf<HTMLElement>} */ (strip.querySelectorAll('[data-x]'))) {
    for (const name of ['x', 'start', 'end']) placed.style.setProperty(`--${name}`, placed.dataset[name] ?? '0');
  }

  strip.dataset.placed = '';

  /** The stop that is shown, or beyond the last for all times. */
  const here = () => (store.state.asOf === null ? stops.length : stopOf(stops, store.state.asOf));
  /** @param {number} i */
  const go = (i) => store.dispatch({ type: 'asOf', date: stops[i].asOf });

  const draw = () => {
    const { asOf } = store.state;
    const stop = asOf === null ? null : stops[here()];
    const exact = stop?.asOf === asOf;
    const text = asOf === null ? t('time.all') : t('time.as-of', { date: stop && exact ? stop.text : asOf });
    at.textContent = text;
    what.textContent = asOf === null ? '' : stop?.what || t('time.undated');
    slider.value = String(Math.round((stop?.x ?? 100) * 10));
    slider.setAttribute('aria-valuetext', asOf !== null && stop?.what ? `${text}: ${stop.what}` : text);
    strip.toggleAttribute('data-all', asOf === null);
    all.hidden = asOf === null;
  };

  slider.addEventListener('input', () => {
    halt();
    go(stopAt(stops, Number(slider.value) / 10, Math.min(here(), last)));
    draw();
  });
  slider.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stopFor(stops, here(), event.key, getComputedStyle(strip).direction === 'rtl');
    if (to === null) return;
    event.preventDefault();
    halt();
    go(to);
  });
  all.addEventListener('click', () => {
    halt();
    store.dispatch({ type: 'asOf', date: null });
    slider.focus({ preventScroll: true });
  });

  let playing = 0;
  const halt = () => {
    window.clearTimeout(playing);
    playing = 0;
    play.toggleAttribute('data-playing', false);
    if (play.lastElementChild) play.lastElementChild.textContent = t('time.play');
  };
  /** @param {number} from */
  const beat = (from) => {
    const to = nextMark(stops, from);
    if (to !== null) go(to);
    if (to === null || nextMark(stops, to) === null) halt();
    else playing = window.setTimeout(() => beat(to), BEAT);
  };
  play.addEventListener('click', () => {
    if (playing) {
      halt();
      return;
    }
    play.toggleAttribute('data-playing', true);
    if (play.lastElementChild) play.lastElementChild.textContent = t('time.pause');
    beat(nextMark(stops, here()) === null ? -1 : here());
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) halt(); });

  startMarks(/** @type {HTMLElement} */ (strip.querySelector('.time-marks')), { at, what, rest: draw, halt });

  opener?.addEventListener('click', () => {
    const open = document.documentElement.toggleAttribute('data-time');
    opener.setAttribute('aria-expanded', String(open));
    if (!open) halt();
  });

  store.on('change', ({ asOf, step }, previous) => {
    if (step !== previous.step) halt();
    if (asOf === previous.asOf) return;
    draw();
    if (step !== previous.step) return; // the story says it
    delete status.dataset.quiet;
    status.textContent = asOf === null ? t('time.said-all') : t('time.said', { date: stops[here()].text });
  });
  draw();
}

/**
 * The events are one stop for Tab; arrow keys go along them. What is pointed at
 * is named in the strip's head.
 * @param {HTMLElement} bar
 * @param {{at: HTMLElement, what: HTMLElement, rest: () => void, halt: () => void}} head
 */
function startMarks(bar, { at, what, rest, halt }) {
  const marks = /** @type {HTMLElement[]} */ ([...bar.children]);
  /** @param {HTMLElement} mark */
  const current = (mark) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
  };
  if (marks.length > 0) current(marks[0]);
  bar.addEventListener('keydown', (event) => {
    const rtl = getComputedStyle(bar).direction === 'rtl';
    const from = marks.indexOf(/** @type {HTMLElement} */ (event.target));
    const to = new Map([['ArrowRight', from + (rtl ? -1 : 1)], ['ArrowLeft', from + (rtl ? 1 : -1)], ['Home', 0], ['End', marks.length - 1]]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    marks[Math.min(Math.max(to, 0), marks.length - 1)].focus();
  });
  /** @param {Event} event */
  const name = (event) => {
    const mark = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('[data-select]'));
    if (!mark) return;
    if (event.type === 'focusin') current(mark);
    at.textContent = '';
    what.textContent = mark.getAttribute('aria-label');
  };
  for (const type of ['pointerover', 'focusin']) bar.addEventListener(type, name);
  for (const type of ['pointerout', 'focusout']) bar.addEventListener(type, rest);
  bar.addEventListener('click', halt);
}
