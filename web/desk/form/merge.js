// The form that merges two names.

/** @import {Act} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
import { t } from '../translate.js';
import { openForm } from './form.js';
import { recordField } from './recordfield.js';

/** @param {Work} work @param {string} id @param {(act: Act) => Promise<string|void>} made @param {Keep} keep @param {() => void} left */
export function mergeForm(work, id, made, keep, left) {
  const other = recordField({ work, label: t('desk.merge-with'), types: ['node'], not: id, onpick: () => /** @type {HTMLElement} */ (form.form.querySelector('[type=submit]')).focus() });
  const form = openForm({
    title: t('desk.merge-title', { name: work.label(id) }), fields: [other.element], submit: t('desk.merge-do'), keep, onleave: left,
    onsubmit: () => {
      if (other.value && other.value !== id) return made({ do: 'merge', keep: id, other: other.value });
      other.focus();
      return t('desk.need-name');
    },
  });
  other.focus();
}
