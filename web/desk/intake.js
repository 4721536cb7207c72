// The review of an imported article. The author corrects it once; afterwards it doesn't
// change, and every quote must be in it word for word.

/** @import {Engine} from './engine.js' */
/** @import {Intake} from './view.js' */
/** @import {Kept} from './work.js' */
import { button, el, newId, part } from './dom.js';
import { newKept } from './files.js';
import { fieldOf, textField } from './form/form.js';
import { holds, keepFilled } from './form/held.js';
import { paragraphsOf } from './place.js';
import { t } from './translate.js';

/** Languages to choose from; others can be typed. */
const LANGUAGES = ['en', 'fa', 'ar', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'cs', 'hu', 'ro', 'el', 'tr', 'ru', 'uk', 'he', 'ur', 'hi', 'id', 'zh', 'ja', 'ko'];
/** The presets of network/file/preset, each with its own terms. */
export const PRESETS = ['conflict', 'corporate', 'court', 'family', 'history'];

/**
 * @param {Engine} engine
 * @param {Kept & {intake: Intake}} kept  the article, and the form as it was filled in
 * @param {object} to
 * @param {(kept: Kept) => void} to.open
 * @param {(filled: {title: string, values: unknown[]}) => void} to.filled  the form has changed
 * @param {() => void} to.back
 */
export function reviewArticle(engine, { id, intake, drafts }, { open, filled, back }) {
  const text = el('textarea', { id: newId(), class: 'clean', dir: 'auto', spellcheck: 'false', value: paragraphsOf(intake.text).join('\n\n') });
  const title = textField(t('desk.title'), intake.title);
  const author = textField(t('desk.author'), intake.author);
  const publisher = textField(t('desk.publisher'), intake.publisher);
  const address = textField(t('desk.address'), intake.address, { type: 'url', dir: 'ltr' });
  const date = textField(t('desk.date-published'), intake.date);
  const names = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' });
  const guess = intake.lang.split('-')[0] || guessLanguage(intake.text);
  const languages = [...new Set([guess, ...LANGUAGES])];
  const language = el('select', { id: newId(), class: 'field-input' }, languages.map((tag) => el('option', { value: tag, selected: tag === guess }, names.of(tag) ?? tag)));
  const preset = el('div', { class: 'presets', role: 'radiogroup', 'aria-label': t('desk.subject') }, PRESETS.map((name, i) => el('label', { class: 'check' },
    el('input', { type: 'radio', name: 'preset', value: name, checked: i === 0 }), el('span', {}, el('b', {}, t(`preset.${name}`)), el('span', { class: 'hint' }, t(`preset-about.${name}`))))));
  const presets = /** @type {HTMLInputElement[]} */ ([...preset.querySelectorAll('input')]);
  holds(preset, {
    read: () => presets.find(({ checked }) => checked)?.value,
    write: (was) => { for (const one of presets) one.checked = one.value === was; },
  });
  const error = el('p', { class: 'form-error', role: 'alert' });
  const count = el('span', { class: 'hint' });
  const counted = () => { count.textContent = t('desk.paragraphs', { n: paragraphsOf(text.value).length }); };

  const form = el('form', { class: 'start-page intake', novalidate: true },
    el('h1', {}, t('desk.review-article')), el('p', { class: 'standfirst' }, t('desk.review-article-text')),
    intake.notes.length > 0 && el('details', { class: 'left-out' }, el('summary', {}, t('desk.left-out', { n: intake.notes.length })), el('ul', {}, intake.notes.map((note) => el('li', {}, note)))),
    el('div', { class: 'intake-columns' },
      el('div', {}, fieldOf(text.id, t('desk.article-text'), text), count),
      el('div', {}, title.element,
        el('div', { class: 'field' }, el('div', { class: 'label' }, t('desk.subject')), preset),
        fieldOf(language.id, t('desk.article-language'), language),
        author.element, publisher.element, date.element, address.element)),
    error,
    el('div', { class: 'form-foot' }, el('button', { type: 'submit', class: 'primary' }, t('desk.begin-marking')), button(t('desk.back'), back, { class: 'secondary' })));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const article = `${paragraphsOf(text.value).join('\n\n')}\n`;
    if (article.trim() === '') return text.focus();
    try {
      const value = (/** @type {{input: HTMLInputElement}} */ { input }) => input.value.trim();
      const { text: yaml } = await engine.ask('start', {
        name: value(title) || t('desk.untitled'), article, language: language.value, preset: presets.find(({ checked }) => checked)?.value ?? PRESETS[0],
        meta: { title: value(title), author: value(author), publisher: value(publisher), address: value(address), date: value(date) },
      });
      open({ ...newKept('network.yaml', { 'network.yaml': yaml }, { 'article.txt': article }), id, title: value(title), saved: '' });
    } catch (why) {
      error.textContent = /** @type {Error} */ (why).message;
    }
  });
  keepFilled(form, drafts?.article, (values) => filled({ title: title.input.value.trim(), values }));
  text.addEventListener('input', counted);
  counted();
  part('start').replaceChildren(form);
  scrollTo(0, 0);
  title.input.focus();
}

/** The language of a text by its letters. @param {string} text */
function guessLanguage(text) {
  const sample = text.slice(0, 4000);
  const most = (/** @type {RegExp} */ letters) => (sample.match(letters)?.length ?? 0) > sample.length / 4;
  if (most(/\p{Script=Arabic}/gu)) return /[پچژگی]/.test(sample) ? 'fa' : 'ar';
  if (most(/\p{Script=Cyrillic}/gu)) return 'ru';
  if (most(/\p{Script=Hebrew}/gu)) return 'he';
  if (most(/\p{Script=Greek}/gu)) return 'el';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) return 'ja';
  if (most(/\p{Script=Han}/gu)) return 'zh';
  return 'en';
}
