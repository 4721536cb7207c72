// The interactive graph: loads the WASM program, passes it the page's state, and
// dispatches its actions. See wasm/doc.go.

/** @import {Store} from '../state/store.js' */
/** @import {GoProgram} from './goprogram.js' */
import { handleFrameGestures } from './gesturehandling.js';
import { hasWebGL2, shimInput } from './inputshim.js';
import { FrameScheduler } from './framescheduler.js';
import { areaOf, uncoveredOf } from './geometry.js';
import { compileOnce, newProgram } from './goprogram.js';
import { openFile } from './load.js';
import { limitPixelRatio } from './pixelratio.js';
import { readTheme } from './theme.js';

/** Milliseconds after which no first frame is expected any more: the embed is out of view. */
const LONGEST_FRAME = 1000;

/**
 * The functions that the program offers to the page.
 * @typedef {object} Program
 * @property {(json: string) => string|null} setState
 * @property {(json: string) => string|null} setTheme
 * @property {(...sides: number[]) => void} setArea  x, y, width and height of the picture, then of its uncovered part
 * @property {(still: boolean) => void} setStill
 * @property {() => void} settle  ends all easing
 * @property {(over: boolean) => void} setOver
 * @property {(x: number, y: number, factor: number) => void} panZoom  pans by CSS pixels, and zooms by a factor
 * @property {() => string} positions
 * @property {() => number} frames
 * @property {() => import('./layout.js').Draft|null} draft  the draft, if the network came without a final layout
 * @property {(places: Uint8Array) => void} setPlaces
 */

/**
 * Starts the program in this page. Rejects with an Error whose message is one line
 * if it can't start.
 * @param {object} options
 * @param {Store} options.store
 * @param {HTMLElement} options.picture  the element whose box the graph fills
 * @param {HTMLElement} options.cover    the panel, which may cover part of the picture
 * @param {string} options.wasm          address of the program
 * @param {string} options.data          address of the network
 * @param {string|null} options.layout   address of the program that lays out a draft; null if there is no draft
 * @param {((by: 'wheel'|'touch') => void)|null} options.onPassed  in a frame: called when a gesture was left to the article; null outside a frame
 * @param {(share: number) => void} options.onProgress
 * @param {(share: number) => void} options.onRefined  the share of the layout that is done, 0 to 1
 * @param {(why: Error, lost: boolean) => void} options.onEnd  called when the program has ended after its start; lost: only the graphics context was lost, and the program may start again
 */
export async function startViewer({ store, picture, cover, wasm, data, layout, onPassed, onProgress, onRefined, onEnd }) {
  if (!hasWebGL2()) throw new Error('this browser has no WebGL 2');
  const [network, module, go] = await Promise.all([openFile(data), compileOnce(wasm, onProgress), newProgram()]);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const scheduler = new FrameScheduler();
  const stop = new AbortController();
  const { signal } = stop;

  const ratio = devicePixelRatio;
  const restoreRatio = limitPixelRatio(window);

  /** @type {(why: Error, lost?: boolean) => void} */
  let ended;
  /** @type {Program} */
  const program = await new Promise((resolve, reject) => {
    ended = reject;
    Reflect.set(globalThis, 'proxynetHost', {
      network,
      state: JSON.stringify(store.state),
      language: document.documentElement.lang,
      font: getComputedStyle(picture.querySelector('svg') ?? picture).fontFamily,
      theme: JSON.stringify(readTheme()),
      still: still.matches,
      area: [...areaOf(picture), ...uncoveredOf(picture, cover)],
      // Deferred: the program waits for this call to return, and can't be called meanwhile.
      dispatch: (/** @type {string} */ action) => queueMicrotask(() => store.dispatch(JSON.parse(action))),
      rest: () => scheduler.rest(),
      wake: () => scheduler.wake(),
      start: resolve,
      fail: (/** @type {string} */ message) => ended(new Error(message)),
    });
    run(go, module, scheduler).then((why) => ended(why));
  }).catch((why) => {
    restoreRatio();
    document.querySelector('body > canvas')?.remove(); // Ebiten adds the canvas before anything can fail
    throw why;
  }).finally(() => Reflect.deleteProperty(globalThis, 'proxynetHost'));

  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('body > canvas'));
  ended = (why, lost = false) => {
    if (signal.aborted) return;
    stop.abort();
    scheduler.rest();
    canvas.remove();
    onEnd(why, lost);
  };
  shimInput(canvas, { signal, wake: () => scheduler.wake(), over: program.setOver, lost: () => ended(new Error('the graphics context was lost'), true) });

  if (onPassed) handleFrameGestures(canvas, { signal, wake: () => scheduler.wake(), frames: program.frames, passed: onPassed });

  /** Calls the program, and wakes it so that it draws. @param {() => unknown} change */
  const update = (change) => {
    if (signal.aborted) return;
    change();
    scheduler.wake();
  };
  const resize = () => update(() => program.setArea(...areaOf(picture), ...uncoveredOf(picture, cover)));
  const recolor = () => update(() => program.setTheme(JSON.stringify(readTheme())));
  const sizes = new ResizeObserver(resize);
  sizes.observe(picture);
  sizes.observe(cover);
  const themes = new MutationObserver(recolor);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
  const off = store.on('change', (state, previous) => {
    update(() => program.setState(JSON.stringify(state)));
    if (state.hover !== previous.hover) canvas.title = fullLabel(picture, state.hover);
  });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    themes.disconnect();
    off();
  });
  cover.addEventListener('transitionend', resize, { signal });
  still.addEventListener('change', () => update(() => program.setStill(still.matches)), { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolor, { signal });
  document.addEventListener('visibilitychange', () => scheduler.wake(), { signal });
  // Ebiten reads the pixel ratio only once, so the page reloads when it changes; the
  // state is in the address. Printing changes the resolution but not the ratio.
  const check = () => {
    if (program.frames() > 0 && devicePixelRatio !== ratio) location.reload();
  };
  matchMedia(`(resolution: ${ratio}dppx)`).addEventListener('change', check, { signal });
  addEventListener('resize', check, { signal }); // zooming the page is a resize

  update(() => program.setState(JSON.stringify(store.state)));
  resize(); // the picture may have moved since
  while (program.frames() < 1) {
    if (signal.aborted) {
      restoreRatio();
      throw new Error('the graph ended before its first frame');
    }
    scheduler.wake();
    await new Promise((next) => setTimeout(next, 15));
  }
  scheduler.started();
  restoreRatio();
  const draft = layout ? program.draft() : null;
  if (draft && layout) {
    const show = async (/** @type {Uint8Array} */ places, /** @type {number} */ share) => {
      update(() => program.setPlaces(places));
      onRefined(share);
      await drawn(program, signal);
    };
    import('./refine.js').then(({ refine }) => refine({ draft, wasm: layout, show, signal }))
      .catch((why) => console.warn(why)).finally(() => onRefined(1)); // if it fails, the draft stays
  }
  return {
    /** @returns {Record<string, {x: number, y: number, r: number}>} */
    positions: () => Object.assign(Object.create(null), JSON.parse(program.positions())), // an id may be a property name of Object.prototype
    /** @type {import('../zoom/zoom.js').PanZoom} */
    panZoom: (...by) => update(() => program.panZoom(...by)),
    /** Shows the state at once, as the still picture does, and waits until it is painted. Resolves to false if the graph has ended meanwhile. */
    async settle() {
      update(program.settle);
      await drawn(program, signal, LONGEST_FRAME);
      await painted(canvas, signal);
      return !signal.aborted;
    },
    /** The number of frames drawn; it stays the same while nothing changes. */
    frames: () => program.frames(),
  };
}

/** The full label of a node whose box shows it cut off, or "". @param {HTMLElement} picture @param {string|null} id */
function fullLabel(picture, id) {
  return id === null ? '' : picture.querySelector(`a[data-select="${CSS.escape(id)}"] > title`)?.textContent ?? '';
}

/**
 * Waits until a frame has been drawn, or none will be. Browsers draw none where the page
 * is hidden, nor in an embed that is out of view: it waits for a limited time.
 * @param {Program} program
 * @param {AbortSignal} signal
 * @param {number} [limit]  in milliseconds
 */
async function drawn(program, signal, limit = Infinity) {
  const before = program.frames();
  const begun = performance.now();
  while (!signal.aborted && !document.hidden && program.frames() === before && performance.now() - begun < limit) await new Promise((next) => setTimeout(next, 15));
}

/** Milliseconds after which the canvas is shown, painted or not. */
const LONGEST_PAINTING = 3000;

/**
 * Waits until everything drawn so far is painted. In software, the first frame takes most
 * of a second, since its shaders are compiled; if the canvas were shown before that, the
 * page would be blocked meanwhile.
 * @param {HTMLCanvasElement} canvas
 * @param {AbortSignal} signal
 */
async function painted(canvas, signal) {
  const context = canvas.getContext('webgl2');
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) return;
  context.flush();
  const begun = performance.now();
  while (!signal.aborted && context.getSyncParameter(fence, context.SYNC_STATUS) === context.UNSIGNALED && performance.now() - begun < LONGEST_PAINTING) {
    await new Promise((next) => setTimeout(next, 15));
  }
  context.deleteSync(fence);
}

/**
 * Runs the program until it ends, which is always a failure.
 * @param {GoProgram} go
 * @param {WebAssembly.Module} module
 * @param {FrameScheduler} scheduler
 * @returns {Promise<Error>}
 */
async function run(go, module, scheduler) {
  try {
    const instance = await WebAssembly.instantiate(module, go.importObject);
    await new Promise((next) => setTimeout(next)); // the start of Go is long enough for a task of its own
    await scheduler.capture(() => go.run(instance));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Error('the graph has ended');
}
