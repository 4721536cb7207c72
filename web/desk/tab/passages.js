// The passages of a record: the article's words, each with a link to its place.

/** @import {Act} from '../view.js' */
/** @import {Work} from '../work.js' */
import { bdi, button, el } from '../dom.js';
import { t } from '../translate.js';

/**
 * @param {Work} work
 * @param {string[]} ids
 * @param {string} [of]  the record's id, from which a passage can be taken; "" if not here
 * @param {(act: Act) => Promise<string|void>} [made]
 */
export function passageList(work, ids, of = '', made = async () => {}) {
  const all = ids.map((id) => work.view?.passages.find((one) => one.id === id)).filter((one) => one !== undefined);
  return el('ul', { class: 'quotes' }, all.map(({ id, quote, paragraph, source, speaker }) => el('li', {},
    el('blockquote', { lang: work.view?.sources.find((one) => one.id === source)?.lang, dir: 'auto' }, quote),
    el('p', { class: 'place' },
      paragraph > 0 ? t('evidence.paragraph', { n: paragraph }) : t('desk.not-found'),
      speaker && [' · ', bdi(work.view?.speakers.find((one) => one.id === speaker)?.label ?? speaker)],
      of !== '' && all.length > 1 && [' · ', button(t('desk.take-out'), () => void made({ do: 'set', id: of, field: 'passages', value: ids.filter((one) => one !== id) }), { class: 'link', 'data-key': `out-${of}-${id}` })]))));
}
