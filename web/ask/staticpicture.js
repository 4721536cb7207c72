// The picture without WebGL: drawn anew in Go, as an SVG, whenever the state
// changes what it shows.

/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
/** @import {Ask} from './program.js' */

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
    if (key === NOTHING) return put(plain);
    const layouts = plain.map((svg) => (svg.classList.contains('poster-tall') ? 'tall' : 'wide'));
    // What is selected is marked by a link's aria-current, as without questions.
    const state = { ...store.state, select: null };
    const answers = await Promise.all(layouts.map((layout) => ask({ ask: 'picture', layout, state }))).catch(() => null);
    if (answers && key === last) put(answers.map(({ svg }) => parse(svg)));
  };

  /** @param {Element[]} pictures */
  const put = (pictures) => {
    for (const svg of picture.querySelectorAll('svg')) svg.remove();
    picture.append(...pictures);
    for (const link of picture.querySelectorAll('a[data-select]')) {
      if (link.getAttribute('data-select') === store.state.select) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };

  store.on('change', draw);
  new MutationObserver(draw).observe(root, { attributeFilter: ['data-viewer'] });
  draw();
}

/** What of a state the still picture shows. @param {Pick<State, 'focus'|'hide'|'asOf'|'remove'|'chain'|'size'>} state */
const keyOf = ({ focus, hide, asOf, remove, chain, size }) => JSON.stringify([focus, hide, asOf, remove, chain, size]);

const NOTHING = keyOf({ focus: null, hide: [], asOf: null, remove: [], chain: null, size: null });

/** @param {string} svg from our own program, in which every text is escaped */
function parse(svg) {
  return document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
}
