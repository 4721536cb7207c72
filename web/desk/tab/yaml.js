// The file itself as text, for authors who know YAML, with its errors.

/** @import {Diagnostic} from '../view.js' */
/** @import {Work} from '../work.js' */
import { el, newId } from '../dom.js';
import { plain, retyped } from '../edits.js';
import { t } from '../translate.js';

/** @param {Work} work */
export function yamlPane(work) {
  const id = newId();
  const numbers = el('div', { class: 'yaml-numbers', 'aria-hidden': 'true' });
  const area = el('textarea', { id, class: 'yaml-text', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', dir: 'ltr', 'aria-label': t('desk.file-text', { name: work.name }), 'aria-describedby': `${id}-errors` });
  const errors = el('div', { id: `${id}-errors`, class: 'yaml-errors', role: 'status' });
  const element = el('div', { class: 'yaml' }, el('div', { class: 'yaml-box' }, numbers, area), errors);
  const count = document.createTextNode(''); // one node: an element for each line takes long to lay out
  numbers.append(count);
  let lines = 0;
  /** @type {Diagnostic[]|null} */
  let shown = null;

  const number = () => {
    const now = work.text.split('\n').length;
    if (now === lines) return;
    lines = now;
    count.data = Array.from({ length: now }, (_, i) => i + 1).join('\n');
    numbers.scrollTop = area.scrollTop;
  };
  const draw = () => {
    area.readOnly = work.locked;
    const now = plain(work.text);
    if (area.value !== now) {
      const { selectionStart, selectionEnd, scrollTop } = area;
      area.value = now;
      area.setSelectionRange(Math.min(selectionStart, now.length), Math.min(selectionEnd, now.length));
      area.scrollTop = scrollTop;
    }
    number();
  };
  const drawDiagnostics = () => {
    const all = work.view?.diagnostics ?? [];
    if (all === shown) return;
    shown = all;
    const bad = new Set(all.map(({ line }) => line));
    numbers.replaceChildren(count, ...[...bad].map((line) => {
      const mark = el('b', {}, String(line));
      mark.style.setProperty('--line', String(line));
      return mark;
    }));
    errors.replaceChildren(...all.map(({ line, column, message, advice }) => el('button', { type: 'button', class: 'yaml-error', onclick: () => goTo(line, column) },
      el('b', {}, t('desk.line', { n: line }), ':'), ' ', el('span', {}, message), advice && el('span', { class: 'advice' }, ` ${advice}`))));
  };
  /** @param {number} line counted from 1 @param {number} [column] */
  const goTo = (line, column = 1) => {
    const before = area.value.split('\n').slice(0, line - 1).join('\n');
    const at = before.length + (line > 1 ? 1 : 0);
    const end = area.value.indexOf('\n', at);
    area.focus();
    area.setSelectionRange(column > 1 ? at + column - 1 : at, end < 0 ? area.value.length : end);
    const height = parseFloat(getComputedStyle(area).lineHeight) || 20;
    area.scrollTop = Math.max(0, (line - 4) * height);
  };
  area.addEventListener('input', () => {
    work.type(retyped(work.text, area.value), t('desk.typed'));
  });
  area.addEventListener('scroll', () => { numbers.scrollTop = area.scrollTop; }, { passive: true });
  work.on('text', draw);
  work.on('view', drawDiagnostics);
  draw();
  drawDiagnostics();
  return { element, goTo, draw };
}
