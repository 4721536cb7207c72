// The picture of the network as it grows: the engine's SVG. Names keep their places if
// possible; moves are animated.

/** @import {Picture} from './view.js' */
/** @import {Engine} from './engine.js' */
/** @import {Work} from './work.js' */
import { afterPaint, button, el, part } from './dom.js';
import { titleOf } from './form/recordfield.js';
import { offer } from './point.js';
import { t } from './translate.js';

/** The least height of type in the picture, in CSS pixels; a larger picture is scrolled. */
const LEAST = 12;
/** Milliseconds of a move. */
const MOVE = 260;
/** Milliseconds without a change before more changes are drawn: while the author types, drawing would take the processor from the keystrokes. */
const REST = 150;
const EASE = 'cubic-bezier(0.2, 0, 0, 1)';

/**
 * Shows the picture, and returns a function that rearranges it.
 * @param {Work} work
 * @param {Engine} engine  one of its own, so that drawing doesn't delay other requests
 * @param {() => void} onpoint  a name was pointed at
 */
export function startPicture(work, engine, onpoint) {
  const stage = el('div', { id: 'stage', tabindex: '0', role: 'group', 'aria-label': t('desk.picture'), 'aria-describedby': 'picture-help' });
  const empty = el('p', { class: 'empty' }, t('desk.picture-empty'));
  let rearrange = false;
  const arrange = () => {
    if (tools.hidden) return;
    rearrange = true;
    void draw();
  };
  const link = button(t('desk.arrange'), arrange, { class: 'link', 'aria-keyshortcuts': 'a' });
  const whole = button(t('desk.whole'), () => fit(whole.getAttribute('aria-pressed') !== 'true'), { class: 'link', 'aria-pressed': 'false', hidden: true });
  const tools = el('p', { class: 'picture-tools', hidden: true }, link, whole);
  part('picture-pane').replaceChildren(el('h2', { class: 'for-ear' }, t('desk.picture')), el('p', { id: 'picture-help', class: 'for-ear' }, t('desk.picture-help')), tools, stage, empty);
  let asking = false;
  let again = false;

  const draw = async () => {
    if (asking) return void (again = true);
    const { view } = work;
    if (!view) return;
    const none = view.nodes.length === 0;
    tools.hidden = view.nodes.length < 2;
    empty.hidden = !none && stage.firstChild !== null;
    empty.textContent = none ? t('desk.picture-empty') : t('page.arranging');
    if (none) return stage.replaceChildren();
    const { width, height } = stage.getBoundingClientRect();
    if (width < 40 || height < 40) return;
    asking = true;
    try {
      do {
        again = false;
        const order = { text: work.text, width: Math.round(width), height: Math.round(height), state: stateOf(work), rearrange };
        link.textContent = rearrange ? t('page.arranging') : t('desk.arrange');
        rearrange = false;
        /** @type {Picture} */
        const picture = await engine.ask('picture', order);
        if (!again) show(picture);
      } while (again);
    } catch (why) {
      work.emit('error', /** @type {Error} */ (why).message);
    } finally {
      asking = false;
      link.textContent = t('desk.arrange');
    }
  };

  let shown = '';
  /** What the sentences of the lines depend on. @type {unknown[]} */
  let last = [];
  /** @param {Picture} picture */
  const show = ({ svg }) => {
    const of = [work.view?.nodes, work.view?.relations, work.view?.events];
    const same = of.every((one, i) => one === last[i]);
    last = of;
    if (svg === shown && stage.firstChild) {
      if (!same) describe(stage);
      return mark();
    }
    shown = svg;
    if (svg === '') return stage.replaceChildren(); // of a network without names
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    if (parsed.nodeName !== 'svg') throw new Error(t('desk.picture-failed'));
    const before = placesIn(stage);
    describe(parsed);
    const held = stage.contains(document.activeElement) ? document.activeElement?.getAttribute('data-select') : null;
    const { scrollLeft, scrollTop } = stage;
    stage.replaceChildren(document.adoptNode(parsed));
    fit();
    if (before.size > 0) {
      stage.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'instant' });
      stage.scrollBy({ ...shift(before, placesIn(stage)), behavior: 'instant' });
    }
    else stage.scrollTo({ left: (stage.scrollWidth - stage.clientWidth) / 2, behavior: 'instant' });
    if (held) (names().find((link) => link.getAttribute('data-select') === held) ?? stage).focus({ preventScroll: true });
    empty.hidden = true;
    if (before.size > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches) move(stage, before);
    mark();
  };

  /** Labels lines with their sentences. @param {Element} picture */
  const describe = (picture) => {
    for (const link of picture.querySelectorAll('a[data-select]')) {
      if (!link.textContent?.trim()) link.setAttribute('aria-label', titleOf(work, link.getAttribute('data-select') ?? ''));
    }
  };

  /** Shows the picture at a legible size, or all of it. @param {boolean} [all] else as before */
  const fit = (all = whole.getAttribute('aria-pressed') === 'true') => {
    const svg = /** @type {SVGSVGElement|null} */ (stage.querySelector('svg'));
    if (!svg) return;
    svg.style.cssText = '';
    const { a: scale = 1 } = svg.getScreenCTM() ?? {};
    const sorts = new Map([...svg.querySelectorAll('text')].map((text) => [`${text.getAttribute('class')} of ${text.parentElement?.getAttribute('class')}`, text])); // one of each has the size of all
    const size = scale * Math.min(...[...sorts.values()].map((text) => parseFloat(getComputedStyle(text).fontSize)));
    const { width, height } = svg.viewBox.baseVal;
    whole.hidden = size >= LEAST;
    whole.setAttribute('aria-pressed', String(all));
    if (all || size >= LEAST) return;
    const larger = scale * LEAST / size;
    svg.style.cssText = `inline-size: ${Math.ceil(width * larger)}px; block-size: ${Math.ceil(height * larger)}px;`;
  };

  /** The links of names, in the picture's order. */
  const names = () => /** @type {SVGAElement[]} */ ([...stage.querySelectorAll('a[data-select]')].filter((link) => link.textContent?.trim()));

  // Arrow keys move from name to name, Enter selects one.
  stage.addEventListener('keydown', (event) => {
    const all = names();
    const at = all.indexOf(/** @type {SVGAElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step && all.length > 0) all[at < 0 ? 0 : (at + step + all.length) % all.length].focus();
    else if ((event.key === 'Enter' || event.key === ' ') && at >= 0) all[at].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    else return;
    event.preventDefault();
  });

  const mark = () => {
    for (const link of stage.querySelectorAll('[data-select]')) {
      if (link.getAttribute('data-select') === work.chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    stage.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  };

  stage.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('[data-select]');
    event.preventDefault(); // its address belongs to the reader's page
    const id = link?.getAttribute('data-select') ?? null;
    if (id !== null && work.view?.nodes.some((node) => node.id === id) && offer({ id })) return onpoint();
    work.choose(id);
  });
  /** When the text last changed. */
  let typed = -REST;
  let timer = 0;
  const drawRested = () => {
    clearTimeout(timer);
    const left = typed + REST - performance.now();
    if (left > 0) timer = Number(setTimeout(drawRested, left));
    else void draw();
  };
  work.on('text', () => {
    const first = performance.now() - typed > REST;
    typed = performance.now();
    if (first) afterPaint(() => void draw()); // while the text is checked
    else drawRested();
  });
  work.on('view', (view) => void (view.diagnostics.length || drawRested()));
  work.on('chosen', () => void draw());
  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (Math.abs(contentRect.width - width) < 2 && stage.firstChild) return;
    width = contentRect.width;
    void draw();
  }).observe(stage);
  return arrange;
}

/** The view state in which the picture is drawn: a step of the story, or a selected record. @param {Work} work */
function stateOf({ view, chosen }) {
  const step = view?.steps.find(({ id }) => id === chosen);
  if (step) return step.state;
  const drawn = [...view?.nodes ?? [], ...view?.relations ?? [], ...view?.events ?? []].some(({ id }) => id === chosen);
  return drawn ? { select: chosen } : {};
}

/** The positions of a picture's nodes, by id. @param {HTMLElement} stage @returns {Map<string, DOMRect>} */
function placesIn(stage) {
  /** @type {Map<string, DOMRect>} */
  const places = new Map();
  for (const link of stage.querySelectorAll('a[data-select]')) {
    const box = link.querySelector('rect, circle');
    if (box) places.set(link.getAttribute('data-select') ?? '', box.getBoundingClientRect());
  }
  return places;
}

/**
 * The distance by which most boxes have moved: a picture that has grown is scrolled by
 * it, so that they stay where they are on the screen.
 * @param {Map<string, DOMRect>} before
 * @param {Map<string, DOMRect>} after
 */
function shift(before, after) {
  /** @type {{left: number[], top: number[]}} */
  const moves = { left: [], top: [] };
  for (const [id, was] of before) {
    const now = after.get(id);
    if (!now) continue;
    moves.left.push(now.x + now.width / 2 - was.x - was.width / 2);
    moves.top.push(now.y + now.height / 2 - was.y - was.height / 2);
  }
  const middle = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return { left: middle(moves.left), top: middle(moves.top) };
}

/** Animates nodes from their previous positions, and fades in new ones. @param {HTMLElement} stage @param {Map<string, DOMRect>} before */
function move(stage, before) {
  const svg = /** @type {SVGSVGElement} */ (stage.querySelector('svg'));
  const scale = svg.getScreenCTM()?.a ?? 1;
  const after = placesIn(stage); // all at once: an animation makes the next look lay the page out again
  for (const link of stage.querySelectorAll('a[data-select]')) {
    const id = link.getAttribute('data-select') ?? '';
    const box = after.get(id);
    const was = before.get(id);
    if (!box) continue;
    if (!was) {
      link.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE, easing: EASE });
      continue;
    }
    const x = (was.x + was.width / 2 - box.x - box.width / 2) / scale;
    const y = (was.y + was.height / 2 - box.y - box.height / 2) / scale;
    if (Math.hypot(x, y) > 1) link.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: MOVE, easing: EASE });
  }
}
