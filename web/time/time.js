// The timeline: events on an axis, and a slider that shows the network as of a date.

/** @import {Store} from '../state/store.js' */
/** @import {Stop} from './axis.js' */
import { t } from '../language/translate.js';
import { announce, clamp } from '../page/dom.js';
import { nextMark, stopAt, stopFor, stopOf } from './axis.js';

/** Milliseconds for which each date is shown during playback. */
const INTERVAL = 1800;

/**
 * Starts the timeline.
 * @param {{timeline: HTMLElement, stops: Stop[], status: HTMLElement, opener: HTMLElement|null, store: Store}} parts
 */
export function startTime({ timeline, stops, status, opener, store }) {
  /** @param {string} id @returns {HTMLElement} */
  const part = (id) => /** @type {HTMLElement} */ (timeline.querySelector(`#time-${id}`));
  const slider = /** @type {HTMLInputElement} */ (part('slider'));
  const [play, at, what, all] = ['play', 'at', 'what', 'all'].map(part);
  const last = stops.length - 1;
  const first = Number(timeline.dataset.first);
  timeline.style.setProperty('--first', String(first));
  slider.min = String(first * 10);
  for (const placed of /** @type {NodeListOf<HTMLElement>} */ (timeline.querySelectorAll('[data-x]'))) {
    for (const name of ['x', 'start', 'end']) placed.style.setProperty(`--${name}`, placed.dataset[name] ?? '0');
  }

  timeline.dataset.placed = '';

  /** The index of the current stop, or one past the last if there is no date. */
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
    timeline.toggleAttribute('data-all', asOf === null);
    all.hidden = asOf === null;
  };

  slider.addEventListener('input', () => {
    pause();
    go(stopAt(stops, Number(slider.value) / 10, Math.min(here(), last)));
    draw();
  });
  slider.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stopFor(stops, here(), event.key, getComputedStyle(timeline).direction === 'rtl');
    if (to === null) return;
    event.preventDefault();
    pause();
    go(to);
  });
  all.addEventListener('click', () => {
    pause();
    store.dispatch({ type: 'asOf', date: null });
    slider.focus({ preventScroll: true });
  });

  let playing = 0;
  const pause = () => {
    window.clearTimeout(playing);
    playing = 0;
    play.toggleAttribute('data-playing', false);
    if (play.lastElementChild) play.lastElementChild.textContent = t('time.play');
  };
  /** @param {number} from */
  const playNext = (from) => {
    const to = nextMark(stops, from);
    if (to !== null) go(to);
    if (to === null || nextMark(stops, to) === null) pause();
    else playing = window.setTimeout(() => playNext(to), INTERVAL);
  };
  play.addEventListener('click', () => {
    if (playing) {
      pause();
      return;
    }
    play.toggleAttribute('data-playing', true);
    if (play.lastElementChild) play.lastElementChild.textContent = t('time.pause');
    playNext(nextMark(stops, here()) === null ? -1 : here());
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) pause(); });

  startMarks(/** @type {HTMLElement} */ (timeline.querySelector('.time-marks')), { at, what, rest: draw, pause });

  opener?.addEventListener('click', () => {
    const open = document.documentElement.toggleAttribute('data-time');
    opener.setAttribute('aria-expanded', String(open));
    if (!open) pause();
  });

  store.on('change', ({ asOf, step }, previous) => {
    if (step !== previous.step) pause();
    if (asOf === previous.asOf) return;
    draw();
    if (step !== previous.step) return; // the step has its own announcement
    announce(status, asOf === null ? t('time.announcement-all') : t('time.announcement', { date: stops[here()].text }));
  });
  draw();
}

/**
 * Makes the events one tab stop, with arrow keys between them. The event that is
 * hovered or focused is named in the head of the timeline.
 * @param {HTMLElement} bar
 * @param {{at: HTMLElement, what: HTMLElement, rest: () => void, pause: () => void}} head
 */
function startMarks(bar, { at, what, rest, pause }) {
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
    marks[clamp(to, 0, marks.length - 1)].focus();
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
  bar.addEventListener('click', pause);
}
