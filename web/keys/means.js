// Maps pressed keys to shortcuts on any keyboard layout.

/**
 * The characters and the physical keys of each shortcut. The physical key counts on
 * layouts with another character there: "/" is "ظ" on an Arabic keyboard, "0" is "۰" on
 * a Persian one, and Shift with "/" gives "؟" on both.
 * @type {Record<string, {codes: string[], signs: string[], shift?: boolean}>}
 */
const MEANINGS = {
  '/': { codes: ['Slash', 'NumpadDivide'], signs: ['/'], shift: false },
  '?': { codes: ['Slash'], signs: ['?', '؟'], shift: true },
  '0': { codes: ['Digit0', 'Numpad0'], signs: ['0', '۰', '٠'], shift: false },
  '+': { codes: ['Equal', 'NumpadAdd'], signs: ['+', '='] },
  '-': { codes: ['Minus', 'NumpadSubtract'], signs: ['-', '−'], shift: false },
};

/** Letters and digits that non-Latin layouts have in place of Latin ones. */
const LOCAL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Nd}]/u;

/**
 * Reports whether a key means a shortcut: it gives the shortcut's character or, on a
 * non-Latin layout, is its physical key. The character counts before the physical key.
 * @param {Pick<KeyboardEvent, 'key'|'code'|'shiftKey'>} event
 * @param {keyof typeof MEANINGS} sign
 */
export function means({ key, code, shiftKey }, sign) {
  const { codes, signs, shift } = MEANINGS[sign];
  if (signs.includes(key)) return true;
  const isOther = Object.values(MEANINGS).some((other) => other.signs.includes(key));
  return !isOther && LOCAL.test(key) && codes.includes(code) && (shift === undefined || shift === shiftKey);
}
