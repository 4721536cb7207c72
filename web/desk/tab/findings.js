// The engine's findings: what publishing requires first, each with its place and, if
// possible, a button that fixes it.

/** @import {Act, Diagnostic, Finding, Fix} from '../view.js' */
/** @import {Edit} from '../edits.js' */
/** @import {Keep, Work} from '../work.js' */
import { button, el, redraw } from '../dom.js';
import { textField } from '../form/form.js';
import { keepFilled } from '../form/held.js';
import { recordField, titleOf } from '../form/recordfield.js';
import { t, written } from '../translate.js';

const LEVELS = /** @type {const} */ (['error', 'warning', 'note']);
const HEADS = { error: () => t('desk.to-publish'), warning: () => t('desk.to-check'), note: () => t('desk.notes') };
/** Findings of a level shown at first. */
const MOST = 12;

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {object} to
 * @param {(finding: Finding) => void} to.go
 * @param {(line: number) => void} to.line
 * @param {(act: Act, form?: Keep) => Promise<string|void>} to.made
 */
export function drawFindings(panel, work, { go, line, made }) {
  const at = [...panel.querySelectorAll('.findings > li')].findIndex((one) => one.contains(document.activeElement));
  draw(panel, work, { go, line, made });
  if (at < 0 || document.activeElement !== panel) return;
  const left = [...panel.querySelectorAll('.findings > li')]; // the finding was fixed: on to the next
  /** @type {HTMLElement|null|undefined} */ (left[Math.min(at, left.length - 1)]?.querySelector('.acts button'))?.focus();
}

/** @type {typeof drawFindings} */
function draw(panel, work, { go, line, made }) {
  const { diagnostics = [], findings = [] } = work.view ?? {};
  const open = new Set([...panel.querySelectorAll('details[open]')].map((one) => /** @type {HTMLElement} */ (one).dataset.level));
  if (!work.view) return redraw(panel, [el('p', { class: 'empty' }, t('desk.starting'))]);
  if (diagnostics.length + findings.length === 0) return redraw(panel, [el('p', { class: 'empty' }, t('desk.nothing-found'))]);
  redraw(panel, [
    diagnostics.length > 0 && el('section', {}, el('h3', {}, t('desk.unreadable')), el('ul', { class: 'findings' }, diagnostics.map((one) => diagnosticItem(one, line, (edit) => work.edit([edit], t('desk.correct')))))),
    ...LEVELS.map((level) => {
      const own = findings.filter((one) => one.level === level);
      const row = (/** @type {Finding} */ one) => finding(one, work, { go, made });
      return own.length > 0 && el('section', { 'data-level': level }, el('h3', {}, HEADS[level](), el('span', { class: 'count' }, written(own.length))),
        el('ul', { class: 'findings' }, own.slice(0, MOST).map(row)),
        own.length > MOST && el('details', { 'data-level': level, open: open.has(level) }, el('summary', {}, t('desk.more', { n: own.length - MOST })), el('ul', { class: 'findings' }, own.slice(MOST).map(row))));
    }),
  ]);
}

/** @param {Diagnostic} diagnostic @param {(line: number) => void} go @param {(edit: Edit) => void} correct */
const diagnosticItem = ({ line, message, advice, correction }, go, correct) => el('li', { 'data-level': 'error' },
  el('p', { class: 'message' }, message), advice && el('p', { class: 'advice' }, advice), correction && el('pre', { dir: 'ltr' }, correction.text),
  el('div', { class: 'acts' },
    correction && button(t('desk.correct'), () => correct(correction), { class: 'fix', 'data-key': `correct-${line}` }),
    button(t('desk.line', { n: line }), () => go(line), { class: 'link', 'data-key': `line-${line}` })));

/**
 * @param {Finding} finding
 * @param {Work} work
 * @param {{go: (finding: Finding) => void, made: (act: Act, form?: Keep) => Promise<string|void>}} to
 */
function finding(finding, work, { go, made }) {
  const { rule, level, message, advice, ids, line, paragraph, fixes } = finding;
  const key = [rule, ...ids, paragraph ?? line].join('-');
  const below = el('div', { class: 'asked' });
  const placeOf = (/** @type {number} */ i) => `finding ${key}-${i}`;
  for (const [i, fix] of fixes.entries()) if (fix.ask && placeOf(i) in work.drafts) ask(below, work, fix, made, placeOf(i));
  const of = ids.map((id) => titleOf(work, id)).filter((title, i) => title !== ids[i] && !message.includes(title));
  if (ids.length === 0 && rule === 'unfinished' && work.view?.title) of.push(work.view.title);
  const inFile = ids.length === 0 && paragraph === undefined;
  return el('li', { 'data-level': level },
    of.length > 0 && el('p', { class: 'finding-of', dir: 'auto' }, of.join(' · ')),
    el('p', { class: 'message' }, message), advice && el('p', { class: 'advice' }, advice),
    el('div', { class: 'acts' },
      fixes.map((fix, i) => button(fix.label, () => (fix.ask ? ask(below, work, fix, made, placeOf(i)).focus() : void made(fix.act)), { class: fix.ask === 'why' ? 'link' : 'fix', 'data-key': `${key}-fix-${i}` })),
      (!inFile || rule !== 'unfinished' && line > 0) && button(inFile ? t('desk.in-file') : t('desk.show'), () => go(finding), { class: 'link', 'data-key': `${key}-show` })),
    below);
}

/** The open forms, by place; they outlive the panel, which is drawn again with each view. @type {Map<string, Keep>} */
const asked = new Map();

const ASKED = { why: () => t('desk.why'), value: () => t('desk.summary'), root: () => t('desk.root') };

/**
 * Asks for the missing value of a fix, right below it.
 * @param {HTMLElement} box
 * @param {Work} work
 * @param {Fix} fix
 * @param {(act: Act, form?: Keep) => Promise<string|void>} made
 * @param {string} place  of what is kept while it is filled in
 */
function ask(box, work, { label, act, ask = '' }, made, place) {
  const keep = asked.get(place) ?? work.keepForm(place);
  asked.set(place, keep);
  const title = Reflect.get(ASKED, ask)?.() ?? label;
  const node = ask === 'root' ? recordField({ work, label: title, types: ['node'], onpick: () => {} }) : null;
  const field = node ?? textField(title, '', { 'data-key': place });
  const form = el('form', { class: 'small-form' }, field.element, el('button', { type: 'submit', class: 'fix' }, label));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = node ? node.value : field.input.value.trim();
    if (given === '') return field.input.focus();
    void made({ ...act, [ask]: given }, keep);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    keep.close();
    asked.delete(place);
    box.replaceChildren();
  });
  keepFilled(form, work.drafts[place], keep.note);
  box.replaceChildren(form);
  return field.input;
}
