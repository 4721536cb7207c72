// The fields for how firmly the article claims something, and who says it. The
// surrounding words may suggest an answer; otherwise the author must choose.

/** @import {Suggestion} from '../view.js' */
/** @import {Work} from '../work.js' */
import { choice } from '../choice.js';
import { el } from '../dom.js';
import { t } from '../translate.js';
import { areaField } from './form.js';
import { onChange } from './held.js';
import { speakerField } from './speakerfield.js';

/**
 * @param {Work} work
 * @param {{status?: string, speaker?: string, inference?: string}} now
 * @param {(byKey: boolean) => void} onchoose
 * @param {{infers?: boolean}} [of]  infers: an implied claim says how it follows, as relations do
 */
export function firmness(work, now, onchoose, { infers = true } = {}) {
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const why = el('p', { class: 'hint', role: 'status', dir: 'auto' });
  const status = choice({
    label: t('desk.firmness'), options: vocabulary.statuses, value: now.status ?? '',
    onchoose: (_, byKey) => {
      why.textContent = '';
      draw();
      if (byKey && status.value === 'attributed' && says.none) says.focus();
      else if (byKey && infers && status.value === 'implied' && inference.input.value === '') inference.input.focus();
      else onchoose(byKey);
    },
  });
  const says = speakerField(work, t('desk.who-says'), now.speaker ?? '', () => onchoose(true));
  const inference = areaField(t('desk.inference'), now.inference ?? '');
  const draw = () => {
    says.element.hidden = status.value !== 'attributed';
    inference.element.hidden = !infers || status.value !== 'implied';
  };
  draw();
  const element = el('div', {}, status.element, why, says.element, inference.element);
  onChange(element, draw);
  return {
    element,
    focus: () => status.focus(),
    /** Applies the suggestion of the words unless the author has chosen. @param {Suggestion|undefined} found */
    suggest(found) {
      if (!found || status.value !== '') return;
      if (found.status && found.status !== 'stated') status.set(found.status);
      if (found.speaker && says.none) says.set(found.speaker.id || found.speaker.label);
      why.textContent = found.reason ? t('desk.because', { words: found.reason }) : '';
      draw();
    },
    /** The chosen values, or an error message with the field to go to. */
    read() {
      if (status.value === '') return { wrong: t('desk.need-firmness'), focus: status.focus };
      if (status.value === 'attributed' && says.none) return { wrong: t('desk.need-speaker'), focus: says.focus };
      const how = inference.input.value.trim();
      if (infers && status.value === 'implied' && how === '') return { wrong: t('desk.need-inference'), focus: () => inference.input.focus() };
      return { status: status.value, ...(status.value === 'attributed' && { speaker: says.value }), ...(infers && status.value === 'implied' && { inference: how }) };
    },
  };
}
