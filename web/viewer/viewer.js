// The live picture: loads the WASM program, shows it the page's state, and
// takes its actions. wasm/doc.go is the other side.

/** @import {Store} from '../state/store.js' */
import { cooperate } from './cooperate.js';
import { guardCanvas, hasWebGL2 } from './guard.js';
import { compile, loadText } from './load.js';
import { Pacer } from './pacer.js';
import { areaOf, uncoveredOf } from './place.js';
import { readTheme } from './theme.js';

/**
 * What the program gives the page.
 * @typedef {object} Program
 * @property {(json: string) => string|null} setState
 * @property {(json: string) => string|null} setTheme
 * @property {(...sides: number[]) => void} setArea  x, y, width, height of the picture, and of its uncovered part
 * @property {(still: boolean) => void} setStill
 * @property {(over: boolean) => void} setOver
 * @property {(x: number, y: number, factor: number) => void} nudge  moves what is seen by CSS pixels, and nears it
 * @property {() => string} positions
 * @property {() => number} frames
 * @property {() => import('./layout.js').Draft|null} draft  what a draft is to be laid out by
 * @property {(places: Uint8Array) => void} setPlaces
 */

/**
 * Starts the program in this page. Throws an Error with one line that says why
 * it can't start.
 * @param {object} options
 * @param {Store} options.store
 * @param {HTMLElement} options.picture  the element in whose box the graph stands
 * @param {HTMLElement} options.cover    what may lie over the picture from below
 * @param {string} options.wasm          address of the program
 * @param {string} options.data          address of the network
 * @param {string|null} options.layout   address of the program that lays out a draft
 * @param {((by: 'wheel'|'touch') => void)|null} options.onPassed  in a frame: a wheel or finger was left to the article; null where there is none
 * @param {(share: number) => void} options.onProgress
 * @param {(share: number) => void} options.onRefined  how much of a draft's layout is done, 0 to 1
 * @param {(why: Error, lost: boolean) => void} options.onEnd  the program, once started, has ended; lost: only its graphics were, and it may start again
 */
export async function startViewer({ store, picture, cover, wasm, data, layout, onPassed, onProgress, onRefined, onEnd }) {
  if (!hasWebGL2()) throw new Error('this browser has no WebGL 2');
  const [network, module] = await Promise.all([
    loadText(data),
    compile(wasm, onProgress),
    import(new URL('../wasm_exec.js', import.meta.url).href),
  ]);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const pacer = new Pacer();
  const stop = new AbortController();
  const { signal } = stop;

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
      // Later, since the program waits in here and can't be called.
      dispatch: (/** @type {string} */ action) => queueMicrotask(() => store.dispatch(JSON.parse(action))),
      rest: () => pacer.rest(),
      start: resolve,
      fail: (/** @type {string} */ message) => ended(new Error(message)),
    });
    run(module, pacer).then((why) => ended(why));
  }).catch((why) => {
    document.querySelector('body > canvas')?.remove(); // Ebiten puts it there before anything can fail
    throw why;
  }).finally(() => Reflect.deleteProperty(globalThis, 'proxynetHost'));

  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('body > canvas'));
  ended = (why, lost = false) => {
    if (signal.aborted) return;
    stop.abort();
    pacer.rest();
    canvas.remove();
    onEnd(why, lost);
  };
  guardCanvas(canvas, { signal, wake: () => pacer.wake(), over: program.setOver, lost: () => ended(new Error('the graphics were taken away'), true) });

  if (onPassed) cooperate(canvas, { signal, wake: () => pacer.wake(), frames: program.frames, passed: onPassed });

  /** Calls the program and lets it draw. @param {() => unknown} change */
  const tell = (change) => {
    if (signal.aborted) return;
    change();
    pacer.wake();
  };
  const place = () => tell(() => program.setArea(...areaOf(picture), ...uncoveredOf(picture, cover)));
  const paint = () => tell(() => program.setTheme(JSON.stringify(readTheme())));
  const size = new ResizeObserver(place);
  size.observe(picture);
  size.observe(cover);
  const looks = new MutationObserver(paint);
  looks.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
  const off = store.on('change', (state, previous) => {
    tell(() => program.setState(JSON.stringify(state)));
    if (state.hover !== previous.hover) canvas.title = fullLabel(picture, state.hover);
  });
  signal.addEventListener('abort', () => {
    size.disconnect();
    looks.disconnect();
    off();
  });
  cover.addEventListener('transitionend', place, { signal });
  still.addEventListener('change', () => tell(() => program.setStill(still.matches)), { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint, { signal });
  document.addEventListener('visibilitychange', () => pacer.wake(), { signal });
  // Ebiten asks for the pixel ratio once, and the state is in the address. Print
  // has another resolution, and leaves the ratio.
  const ratio = devicePixelRatio;
  const check = () => {
    if (devicePixelRatio !== ratio) location.reload();
  };
  matchMedia(`(resolution: ${ratio}dppx)`).addEventListener('change', check, { signal });
  addEventListener('resize', check, { signal }); // as zooming is

  tell(() => program.setState(JSON.stringify(store.state)));
  place(); // where the picture is by now
  while (program.frames() < 1) {
    if (signal.aborted) throw new Error('the graph ended as it began');
    pacer.wake();
    await new Promise((next) => setTimeout(next, 15));
  }
  const draft = layout ? program.draft() : null;
  if (draft && layout) {
    const show = async (/** @type {Uint8Array} */ places, /** @type {number} */ share) => {
      tell(() => program.setPlaces(places));
      onRefined(share);
      await drawn(program, signal);
    };
    import('./refine.js').then(({ refine }) => refine({ draft, wasm: layout, show, signal }))
      .catch((why) => console.warn(why)).finally(() => onRefined(1)); // the draft stays
  }
  return {
    /** @returns {Record<string, {x: number, y: number, r: number}>} */
    positions: () => Object.assign(Object.create(null), JSON.parse(program.positions())), // ids may be names of Object.prototype
    /** @type {import('../move/move.js').Nudge} */
    nudge: (...by) => tell(() => program.nudge(...by)),
    /** How many frames have been drawn; it stands still while nothing changes. */
    frames: () => program.frames(),
  };
}

/** The whole label of a node whose box has only its beginning, or "". @param {HTMLElement} picture @param {string|null} id */
function fullLabel(picture, id) {
  return id === null ? '' : picture.querySelector(`a[data-select="${CSS.escape(id)}"] > title`)?.textContent ?? '';
}

/** Waits until a frame has been drawn, or will not be. @param {Program} program @param {AbortSignal} signal */
async function drawn(program, signal) {
  const before = program.frames();
  while (!signal.aborted && !document.hidden && program.frames() === before) await new Promise((next) => setTimeout(next, 15));
}

/**
 * Runs the program until it ends, which it does only by a failure.
 * @param {WebAssembly.Module} module
 * @param {Pacer} pacer
 * @returns {Promise<Error>}
 */
async function run(module, pacer) {
  /** @type {new () => {importObject: WebAssembly.Imports, run(instance: WebAssembly.Instance): Promise<void>}} */
  const Go = Reflect.get(globalThis, 'Go');
  const go = new Go();
  try {
    const instance = await WebAssembly.instantiate(module, go.importObject);
    await pacer.capture(() => go.run(instance));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Error('the graph has ended');
}
