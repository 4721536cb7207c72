// Maps keys to letters on any keyboard.

/** The name of the key that goes with Z, Y and S. */
export const CONTROL = /Mac|iP/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl';

/** Letters that keyboards of other scripts have in place of Latin ones. */
const OTHER = /[^\p{Script=Latin}\p{P}\p{S}\p{N}\s]/u;

/**
 * The Latin letter or digit of a key: the one that it types or, on a keyboard of
 * another script, the one at its position on a Latin keyboard; "" if there is none.
 * @param {Pick<KeyboardEvent, 'key'|'code'|'ctrlKey'|'metaKey'|'altKey'|'isComposing'>} event
 */
export function letterOf({ key, code, ctrlKey, metaKey, altKey, isComposing }) {
  if (ctrlKey || metaKey || altKey || isComposing) return '';
  return inPlace(key, code);
}

/** The same with Ctrl, or ⌘ on a Mac. @param {KeyboardEvent} event */
export const withControl = ({ key, code, ctrlKey, metaKey, altKey }) => ((ctrlKey || metaKey) && !altKey ? inPlace(key, code) : '');

/** @param {string} key @param {string} code */
function inPlace(key, code) {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  if (digit && /^\p{Nd}$/u.test(key)) return digit[1];
  if ([...key].length === 1 && (OTHER.test(key) || key === '،' || key === '؛')) return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? '';
  return '';
}

/** Whether keys pressed there are text. @param {EventTarget|null} target */
export const isTyped = (target) => target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select');
