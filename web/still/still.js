// The picture without the live graph: on a phone until a finger moves it, and where
// the graph can't start. It highlights what the build wrote into the page, and moves by
// itself; if the state shows or asks anything else, Go redraws it as an SVG.

/** @import {Ask} from '../ask/program.js' */
/** @import {State, View} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
/** @import {Box, Place} from './camera.js' */
/** @import {Emphasis} from './emphasis.js' */
/** @import {Move} from './fingers.js' */
/** @import {Position} from '../page/proxynet.js' */
import { initialState } from '../state/store.js';
import { areaOf, shapeOf, uncoveredOf } from '../viewer/geometry.js';
import { cableOf } from './cable.js';
import { middle, mirrored, moved, show, viewOf } from './camera.js';
import { levelsOf, markSelection, showLevels } from './emphasis.js';
import { bindFingers } from './fingers.js';

/**
 * @param {object} parts
 * @param {HTMLElement} parts.picture
 * @param {HTMLElement} parts.cover  the panel, which may cover part of the picture
 * @param {HTMLElement} parts.evidence
 * @param {Store} parts.store
 * @param {Ask} parts.ask
 * @param {Emphasis|null} parts.look
 * @param {boolean} parts.framed
 * @param {() => void} parts.onMove  called when the reader moves the picture
 * @param {(() => void)|null} parts.onPassed  called when a drag was left to the article
 */
export function startStill({ picture, cover, evidence, store, ask, look, framed, onMove, onPassed }) {
  const root = document.documentElement;
  const plain = [...picture.querySelectorAll('svg')];
  const sizes = new Map(plain.map((svg) => [layoutOf(svg), sizeOf(svg)]));
  let last = INITIAL;
  /** The view while fingers hold the picture, and whether they have moved it. @type {View|null} */
  let held = null;
  let isMoved = false;
  /** @type {(() => void)[]} */
  let waiting = [];

  const isShown = () => root.dataset.viewer !== 'live';
  /** The fields that the current step selects and shows. @returns {Partial<State>} */
  const step = () => store.known.steps.get(store.state.step ?? '') ?? {};

  /** Whether the live graph is not about to show the state. */
  let responds = false;

  /** Whether the picture was drawn for the state: for the first time after the browser's own layout. */
  let begun = !look;
  const draw = async () => {
    if (!isShown()) return;
    begun = true;
    responds ||= root.dataset.viewer === 'failed' || root.dataset.viewer === 'picture';
    const key = look && keyOf({ ...initialState, ...step() }) === keyOf(store.state) ? INITIAL : keyOf(store.state);
    if (key !== last && (key === INITIAL || responds)) {
      last = key;
      if (key === INITIAL) {
        put(plain);
      } else {
        // The selection is marked in the answer as in the page's own picture.
        const state = { ...store.state, select: null };
        const answers = await Promise.all(plain.map((svg) => ask({ ask: 'picture', layout: layoutOf(svg), state }))).catch(() => null);
        if (!answers || key !== last) return;
        put(answers.map(({ svg }) => parse(svg)));
      }
    }
    const levels = look && levelsOf(look, store.state, step().select ?? null);
    for (const svg of picture.querySelectorAll('svg')) {
      const shown = layoutOf(svg) === shapeOf(picture) ? levels : null;
      if (look && (shown || svg.matches('[data-shows]'))) showLevels(svg, look, shown, last !== INITIAL);
      svg.toggleAttribute('data-shows', shown !== null);
      markSelection(svg, look, store.state.select);
    }
    list(look && responds ? cableOf(look, evidence, store.state.select, (i) => levels?.relations[i] !== 0) : null);
    aim();
  };

  /** Shows the relations of the selected cable. @param {HTMLElement|null} cable */
  const list = (cable) => {
    picture.parentElement?.querySelector('.cable')?.remove();
    if (cable) picture.after(cable);
  };

  /** @param {Element[]} pictures */
  const put = (pictures) => {
    for (const svg of picture.querySelectorAll('svg')) svg.remove();
    picture.append(...pictures);
  };

  /** The layout that is shown, and where. @returns {Place} */
  const place = () => {
    const size = sizes.get(shapeOf(picture)) ?? sizeOf(plain[0]);
    return { ...size, area: areaOf(picture), visible: uncoveredOf(picture, cover) };
  };
  /** The view in the store's state. */
  const view = () => {
    const [shape, { select, step: id }] = [shapeOf(picture), store.state];
    return viewOf(place(), limits, store.state, (id && look?.steps[id]?.near?.[shape]) || null, boxOf(picture.querySelector(`.poster-${shape}`), select));
  };
  const limits = /** @type {Emphasis['zoom']} */ (look?.zoom);
  const aim = () => {
    if (!look || !isShown()) return;
    const [at, shape] = [place(), shapeOf(picture)];
    const cable = /** @type {HTMLElement|null} */ (picture.parentElement?.querySelector('.cable'));
    cable?.style.setProperty('inset-block-end', `${at.area[1] + at.area[3] - at.visible[1] - at.visible[3]}px`);
    cable?.style.setProperty('max-block-size', `${0.4 * at.visible[3]}px`);
    for (const svg of picture.querySelectorAll('svg')) {
      if (layoutOf(svg) === shape && root.dataset.script === 'on') show(svg, at, held ?? view());
      else svg.style.transform = '';
    }
  };

  /** Moves the picture. @param {Move} by */
  const move = (by) => {
    held = moved(place(), limits, held ?? view(), by);
    isMoved = true;
    aim();
  };
  const end = () => {
    const to = isMoved ? held : null;
    held = null;
    isMoved = false;
    if (to) store.dispatch({ type: 'view', view: mirrored(place(), to) });
    picture.toggleAttribute('data-held', false);
    aim();
    for (const done of waiting) done();
    waiting = [];
  };

  if (look) {
    bindFingers(picture, {
      listens: isShown, framed, move, end, passed: onPassed,
      begin() {
        picture.toggleAttribute('data-held', true);
        held = view();
        onMove();
      },
    });
    new ResizeObserver(() => draw()).observe(picture); // at first, and when the other layout may be shown
    new ResizeObserver(aim).observe(cover);
    cover.addEventListener('transitionend', aim);
    picture.addEventListener('click', (event) => {
      if (isShown() && !/** @type {Element} */ (event.target).closest('a')) store.dispatch({ type: 'select', id: null });
    });
  }
  addEventListener('beforeprint', () => restore());
  addEventListener('afterprint', () => draw());
  const restore = () => {
    list(null);
    for (const svg of plain) {
      if (look) showLevels(svg, look, null);
      svg.toggleAttribute('data-shows', false);
      svg.style.transform = '';
    }
  };

  store.on('change', draw);
  new MutationObserver(() => (isShown() ? begun && draw() : restore())).observe(root, { attributeFilter: ['data-viewer'] });
  if (!look) draw();

  return {
    /** Pans by CSS pixels and zooms by a factor about the middle of the uncovered area. @type {import('../zoom/zoom.js').PanZoom} */
    panZoom(x, y, factor) {
      if (!look) return;
      move({ dx: -x, dy: -y, factor, at: middle(place().visible) });
      end();
      onMove();
    },
    /** The positions of the shown elements, as the live graph gives them. @returns {Record<string, Position>} */
    positions() {
      const svg = picture.querySelector(`.poster-${shapeOf(picture)}`);
      return svg ? positionsIn(/** @type {SVGSVGElement} */ (svg)) : Object.create(null);
    },
    /** Resolves when no finger moves the picture. @returns {Promise<void>} */
    released: () => (held ? new Promise((done) => { waiting.push(done); }) : Promise.resolve()),
  };
}

/** The fields of a state that the picture shows besides highlights, as text. @param {Pick<State, 'focus'|'hide'|'asOf'|'remove'|'chain'|'size'>} state */
const keyOf = ({ focus, hide, asOf, remove, chain, size }) => JSON.stringify([focus, hide, asOf, remove, chain, size]);

const INITIAL = keyOf(initialState);

/** The size of a layout, the zoom at which a long one is shown, and whether it is mirrored. @param {SVGSVGElement} svg */
function sizeOf(svg) {
  const { width, height } = svg.viewBox.baseVal;
  return { width, height, natural: svg.hasAttribute('data-long') ? Number(svg.getAttribute('width')) / width : 0, mirrored: svg.hasAttribute('data-mirrored') };
}

/** @param {Element} svg */
const layoutOf = (svg) => (svg.classList.contains('poster-tall') ? 'tall' : 'wide');

/** The box of a node, or of the ends of a relation. @param {Element|null} svg @param {string|null} id @returns {Box|null} */
function boxOf(svg, id) {
  if (!svg || id === null) return null;
  const ends = svg.querySelector(`a[data-select="${CSS.escape(id)}"] > [data-ends]`)?.getAttribute('data-ends')?.split(' ') ?? [id];
  const boxes = ends.flatMap((end) => {
    const box = svg.querySelector(`rect[data-node="${CSS.escape(end)}"]`);
    return box ? [['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name)))] : [];
  });
  if (boxes.length === 0) return null;
  const [x, y] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
  return [x, y, Math.max(...boxes.map((box) => box[0] + box[2])) - x, Math.max(...boxes.map((box) => box[1] + box[3])) - y];
}

/** @param {SVGSVGElement} svg */
function positionsIn(svg) {
  /** @type {Record<string, Position>} */
  const all = Object.create(null); // an id may be a property name of Object.prototype
  for (const link of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll('a[data-select]'))) {
    if (link.style.visibility === 'hidden') continue;
    const id = link.getAttribute('data-select') ?? '';
    const line = /** @type {SVGPathElement|null} */ (link.querySelector('.p-reach'));
    const matrix = line?.getScreenCTM();
    if (line && matrix) {
      const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(matrix);
      all[id] = { x, y, r: SPOT };
    } else {
      const box = link.querySelector('[data-members]') ? link.querySelector('text') : link.querySelector('[data-node]'); // a frame is found at its title
      const { x, y, width, height } = (box ?? link).getBoundingClientRect();
      all[id] = { x: x + width / 2, y: y + height / 2, r: Math.min(width, height) / 2 };
    }
  }
  return all;
}

/** The radius in which a tap finds a line, in CSS pixels. */
const SPOT = 5.5;

/** @param {string} svg  from our own program, which escapes every text */
function parse(svg) {
  return document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
}
