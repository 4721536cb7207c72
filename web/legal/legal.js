// Marks the legal stages that a claim had reached at the current date.

/** @import {Store} from '../state/store.js' */
/** @import {Ask} from '../ask/program.js' */

/** @param {{panel: HTMLElement, store: Store, ask: Ask}} parts */
export function startLegal({ panel, store, ask }) {
  const draw = async () => {
    const entry = /** @type {HTMLElement|null} */ (panel.querySelector('#detail > .entry'));
    const stages = /** @type {HTMLElement[]} */ ([...entry?.querySelectorAll('.legal li') ?? []]);
    if (stages.length === 0) return;
    const { asOf } = store.state;
    let reached = stages.length;
    if (asOf !== null) {
      const answer = await ask({ ask: 'legal', state: store.state }).catch(() => null);
      if (!answer || asOf !== store.state.asOf) return;
      reached = answer.reached[entry?.dataset.id ?? ''] ?? 0;
    }
    stages.forEach((stage, i) => {
      stage.toggleAttribute('data-later', i >= reached);
      if (i === reached - 1) stage.setAttribute('aria-current', 'true');
      else stage.removeAttribute('aria-current');
    });
  };
  store.on('change', (state, previous) => {
    if (state.asOf !== previous.asOf || state.select !== previous.select) draw();
  });
  draw();
}
