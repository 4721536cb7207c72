// The article's pane: its paragraphs word for word, with the cited passages marked, and
// in the margin the number of records that cite each paragraph.

/** @import {Work} from './work.js' */
/** @import {Selection as Stretch, Source} from './view.js' */
import { button, el, newId, part, redraw } from './dom.js';
import { cursor, reveal } from './cursor.js';
import { markView } from './marks.js';
import { nameAt } from './names.js';
import { announce } from './notice.js';
import { paragraphAt, paragraphsOf, placeAt, rangeOf, selected, selectStretch, wordsOf } from './place.js';
import { offer } from './point.js';
import { t, written } from './translate.js';
import { find } from './words.js';

/** Paragraphs that are shown: a browser takes seconds to lay out more. */
const MOST = 20_000;

/**
 * @param {Work} work
 * @param {object} to
 * @param {(stretch: Stretch|null) => void} to.onselect   the selection in the article has settled
 * @param {(ids: string[], byKey?: boolean) => void} to.onlook  records that cite what was clicked, or is selected
 * @param {() => void} to.onpoint  a name was pointed at
 */
export function startArticle(work, { onselect, onlook, onpoint }) {
  const root = el('div', { id: 'article', tabindex: '0', role: 'group', 'aria-label': t('desk.article-text'), 'aria-describedby': 'article-help' });
  const help = el('p', { id: 'article-help', class: 'for-ear' }, t('desk.article-help'));
  const field = el('input', { type: 'search', id: newId(), class: 'field-input', 'aria-label': t('desk.find'), placeholder: t('desk.find'), dir: 'auto', enterkeyhint: 'search' });
  const none = el('p', { class: 'found-none', role: 'status' });
  const sources = el('select', { 'aria-label': t('desk.source'), hidden: true, onchange: () => work.show(sources.value) });
  part('article-pane').replaceChildren(el('h2', { class: 'for-ear' }, t('desk.article')), el('div', { class: 'pane-head' }, sources, field, none, el('kbd', { 'aria-hidden': 'true' }, '/')), help, root);
  /** @type {string[]} */
  let paragraphs = [];
  let text = '';

  const draw = () => {
    const now = work.article;
    if (now === text && paragraphs.length > 0) return;
    text = now;
    const all = paragraphsOf(text);
    paragraphs = all.slice(0, MOST);
    root.replaceChildren(...paragraphs.map((words, i) => el('div', { class: 'row' },
      el('div', { class: 'gutter', 'data-gutter': i + 1 }, el('span', { class: 'number', 'aria-hidden': 'true' }, written(i + 1))),
      el('p', { 'data-n': i + 1 }, words))));
    if (all.length > MOST) root.append(el('p', { class: 'hint' }, t('desk.article-first', { n: MOST })));
  };

  /** @type {unknown[]} what the numbers in the margin depend on, as they are drawn */
  let counted = [];
  /** Shows beside each paragraph how many records cite it. */
  const drawGutter = () => {
    const now = [work.view?.passages, work.source?.id, root.firstChild];
    if (now.every((one, i) => one === counted[i])) return;
    counted = now;
    /** @type {Map<number, Set<string>>} */
    const citing = new Map();
    for (const { paragraph, citedBy } of work.here(work.view?.passages)) {
      const all = citing.get(paragraph) ?? new Set();
      for (const id of citedBy) all.add(id);
      citing.set(paragraph, all);
    }
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.gutter'))) {
      const n = Number(box.dataset.gutter);
      const ids = [...citing.get(n) ?? []];
      const old = /** @type {HTMLElement|null} */ (box.querySelector('.citing'));
      if (old?.dataset.ids === ids.join(' ')) continue;
      const label = t('desk.cited-by-n', { paragraph: n, n: ids.length });
      redraw(box, [el('span', { class: 'number', 'aria-hidden': 'true' }, written(n)), ids.length > 0 && button(written(ids.length), () => onlook(ids), { class: 'citing', tabindex: '-1', 'aria-label': label, title: label, 'data-ids': ids.join(' '), 'data-key': `citing-${n}` })]);
    }
  };

  /** @type {Source[]|undefined} */
  let listed;
  const drawView = () => {
    const all = (work.view?.sources ?? []).filter(({ article }) => article !== '');
    if (work.view?.sources !== listed) sources.replaceChildren(...all.map(({ id, title }) => el('option', { value: id }, title)));
    listed = work.view?.sources;
    sources.hidden = all.length < 2;
    sources.value = work.source?.id ?? '';
    draw();
    const { lang = '', direction: dir = 'auto' } = work.source ?? {};
    if (root.lang !== lang || root.dir !== dir) Object.assign(root, { lang, dir });
    drawGutter();
    markView(root, work);
  };
  work.on('text', draw);
  work.on('view', drawView);
  work.on('chosen', (id) => {
    markView(root, work);
    const passage = (work.view?.passages ?? []).find((one) => one.id === id || one.citedBy.includes(id));
    if (!passage) return;
    work.show(passage.source);
    show(passage.paragraph, passage.from, passage.to);
  });

  /** Scrolls a place into view unless it is visible. @param {number} paragraph @param {number} from @param {number} to */
  const show = (paragraph, from, to) => {
    const rect = rangeOf(root, { paragraph, from, toParagraph: paragraph, to })?.getBoundingClientRect() ?? paragraphAt(root, paragraph)?.getBoundingClientRect();
    const box = root.getBoundingClientRect();
    if (!rect || box.height === 0 || rect.top >= box.top && rect.bottom <= box.bottom) return;
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    root.scrollTo({ top: root.scrollTop + rect.top - box.top - box.height / 3, behavior: smooth ? 'smooth' : 'instant' });
  };

  const chosen = () => {
    const stretch = selected(root);
    return stretch && { source: work.source?.id, ...stretch };
  };
  let pressed = false;
  let timer = 0;
  const settle = () => {
    clearTimeout(timer);
    if (pressed) return;
    timer = Number(setTimeout(() => onselect(chosen()), 120));
  };
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const inside = selection?.anchorNode && root.contains(selection.anchorNode);
    if (inside || !part('bar').matches(':hover, :focus-within')) settle(); // a browser may drop the selection where the bar is touched
  });
  root.addEventListener('pointerdown', ({ pointerType }) => {
    pressed = pointerType === 'mouse';
    if (pressed) clearTimeout(timer); // a bar that opens now would be in the pointer's way
  });
  addEventListener('pointerup', () => {
    if (!pressed) return;
    pressed = false;
    settle();
  });
  addEventListener('pointercancel', () => { pressed = false; });

  root.addEventListener('click', (event) => {
    if (!getSelection()?.isCollapsed) return;
    const place = placeAt(root, event.clientX, event.clientY);
    if (!place) return;
    const name = nameAt(work, place);
    if (offer(name)) return onpoint();
    const at = work.here(work.view?.passages).filter(({ paragraph, from, to, citedBy }) => paragraph === place.paragraph && from <= place.offset && place.offset < to && citedBy.length > 0);
    const ids = [...new Set(at.flatMap(({ citedBy }) => citedBy))];
    if (name && 'id' in name && !ids.length) work.choose(name.id);
    else if (ids.length > 0) onlook(ids);
  });

  root.addEventListener('keydown', (event) => {
    const at = event.target === root && event.key === 'Enter' ? chosen() : null;
    if (!at) return;
    event.preventDefault();
    const cited = work.here(work.view?.passages).filter(({ paragraph, from, to }) => paragraph === at.paragraph && from < at.to && at.from < to);
    const ids = [...new Set(cited.flatMap(({ citedBy }) => citedBy))];
    if (ids.length > 0) onlook(ids, true);
    else announce(t('desk.cited-none'));
  });
  cursor(root, (stretch) => announce(wordsOf(root, stretch)));

  const search = () => {
    const selection = selected(root);
    const found = find(paragraphs, field.value, selection ? { paragraph: selection.toParagraph, offset: selection.to } : undefined);
    none.textContent = found || field.value.trim() === '' ? '' : t('desk.find-none');
    if (!found) return;
    root.focus({ preventScroll: true });
    selectStretch(root, { ...found, toParagraph: found.paragraph });
    reveal(root);
    announce(wordsOf(root, { ...found, toParagraph: found.paragraph }));
  };
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') search();
    else if (event.key === 'Escape') root.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  draw();
  return {
    root,
    selected: chosen,
    find: () => {
      field.focus();
      field.select();
    },
    show,
    /** Selects a place visibly. @param {Stretch} at */
    point(at) {
      root.focus({ preventScroll: true });
      selectStretch(root, at);
      reveal(root);
    },
    /** Finds words and selects them. @param {string} words */
    seek(words) {
      field.value = words;
      search();
    },
    /** Reports whether the article has a selection. @param {Stretch} stretch */
    has: (stretch) => rangeOf(root, stretch) !== null,
    /** The words of a selection. @param {Stretch} stretch */
    words: (stretch) => wordsOf(root, stretch),
    /** Returns the focus to the article: to the words, or behind them after something was made of them. @param {Stretch} stretch @param {boolean} made */
    back(stretch, made) {
      root.focus({ preventScroll: true });
      selectStretch(root, stretch);
      if (made) getSelection()?.collapseToEnd();
      settle(); // the browser sends no event if the words were selected before
    },
  };
}
