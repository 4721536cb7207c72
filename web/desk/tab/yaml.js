// The file itself as text, for authors who know YAML, with its errors.

/** @import {Work} from '../work.js' */
import { el, newId } from '../dom.js';
import { t } from '../translate.js';

/** @param {Work} work */
export function yamlPane(work) {
  const id = newId();
  const numbers = el('div', { class: 'yaml-numbers', 'aria-hidden': 'true' });
  const area = el('textarea', { id, class: 'yaml-text', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', dir: 'ltr', 'aria-label': t('desk.file-text', { name: work.name }), 'aria-describedby': `${id}-errors` });
  const errors = el('div', { id: `${id}-errors`, class: 'yaml-errors', role: 'status' });
  const element = el('div', { class: 'yaml' }, el('div', { class: 'yaml-box' }, numbers, area), errors);
  let lines = 0;

  const number = () => {
    const bad = new Set((work.view?.diagnostics ?? []).map(({ line }) => line));
    const now = area.value.split('\n').length;
    if (now !== lines) {
      lines = now;
      numbers.replaceChildren(...Array.from({ length: now }, (_, i) => el('span', {}, String(i + 1))));
    }
    for (const [i, row] of [...numbers.children].entries()) row.toggleAttribute('data-bad', bad.has(i + 1));
    numbers.scrollTop = area.scrollTop;
  };
  const draw = () => {
    area.readOnly = work.locked;
    if (area.value !== work.text) {
      const { selectionStart, selectionEnd, scrollTop } = area;
      area.value = work.text;
      area.setSelectionRange(Math.min(selectionStart, work.text.length), Math.min(selectionEnd, work.text.length));
      area.scrollTop = scrollTop;
    }
    number();
  };
  const drawDiagnostics = () => {
    number();
    errors.replaceChildren(...(work.view?.diagnostics ?? []).map(({ line, column, message, advice }) => el('button', { type: 'button', class: 'yaml-error', onclick: () => goTo(line, column) },
      el('b', {}, t('desk.line', { n: line })), ' ', el('span', {}, message), advice && el('span', { class: 'advice' }, ` ${advice}`))));
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
    work.type(area.value, t('desk.typed'));
    number();
  });
  area.addEventListener('scroll', () => { numbers.scrollTop = area.scrollTop; }, { passive: true });
  work.on('text', draw);
  work.on('view', drawDiagnostics);
  draw();
  drawDiagnostics();
  return { element, goTo, draw };
}
