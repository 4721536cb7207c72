// The text above the picture (title, headline, summary) and the node at which chains
// begin.

/** @import {Act} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
import { t } from '../translate.js';
import { areaField, openForm, textField } from './form.js';
import { recordField } from './recordfield.js';

/** @param {Work} work @param {(act: Act) => Promise<string|void>} made @param {Keep} keep @param {() => void} left */
export function aboutForm(work, made, keep, left) {
  const view = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const title = textField(t('desk.title'), view.title);
  const headline = areaField(t('desk.headline'), view.headline, { maxlength: 90, rows: '2' });
  const summary = areaField(t('desk.summary'), view.summary);
  const caption = areaField(t('desk.lead-caption'), view.leadCaption, { maxlength: 160 });
  const root = recordField({ work, label: t('desk.root'), types: ['node'], value: view.root, onpick: () => {} });
  openForm({
    title: t('desk.about-title'), submit: t('desk.save-changes'), keep, onleave: left,
    fields: [title.element, headline.element, summary.element, caption.element, view.needsRoot && root.element],
    onsubmit: () => {
      const text = (/** @type {{input: {value: string}}} */ { input }) => input.value.trim();
      if (text(title) === '') {
        title.input.focus();
        return t('desk.need-title');
      }
      return made({ do: 'meta', title: text(title), headline: text(headline), summary: text(summary), leadCaption: text(caption), ...(view.needsRoot && root.value && { root: root.value }) });
    },
  });
  title.input.select();
}
