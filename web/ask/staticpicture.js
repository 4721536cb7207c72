// The picture without WebGL: Go redraws it as an SVG when the state changes what it
// shows.

/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
/** @import {Ask} from './program.js' */
import { markCurrent } from '../page/dom.js';
import { initialState } from '../state/store.js';

/**
 * @param {{picture: HTMLElement, store: Store, ask: Ask}} parts
 */
export function startStaticPicture({ picture, store, ask }) {
  const root = document.documentElement;
  const plain = [...picture.querySelectorAll('svg')];
  let last = '';

  const draw = async () => {
    if (root.dataset.viewer !== 'failed') return;
    const key = keyOf(store.state);
    if (key === last) return;
    last = key;
    if (key === INITIAL) return put(plain);
    const layouts = plain.map((svg) => (svg.classList.contains('poster-tall') ? 'tall' : 'wide'));
    // The selection is marked by aria-current, not drawn.
    const state = { ...store.state, select: null };
    const answers = await Promise.all(layouts.map((layout) => ask({ ask: 'picture', layout, state }))).catch(() => null);
    if (answers && key === last) put(answers.map(({ svg }) => parse(svg)));
  };

  /** @param {Element[]} pictures */
  const put = (pictures) => {
    for (const svg of picture.querySelectorAll('svg')) svg.remove();
    picture.append(...pictures);
    markCurrent(picture, store.state.select);
  };

  store.on('change', draw);
  new MutationObserver(draw).observe(root, { attributeFilter: ['data-viewer'] });
  draw();
}

/** The fields of a state that the picture shows, as text. @param {Pick<State, 'focus'|'hide'|'asOf'|'remove'|'chain'|'size'>} state */
const keyOf = ({ focus, hide, asOf, remove, chain, size }) => JSON.stringify([focus, hide, asOf, remove, chain, size]);

const INITIAL = keyOf(initialState);

/** @param {string} svg  from our own program, which escapes every text */
function parse(svg) {
  return document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
}
