// What a pressed key means, whichever keyboard it is on.

/**
 * The places of keys on a keyboard by what they mean there, for layouts on which
 * another sign is in that place: "/" is "ظ" on an Arabic keyboard, "0" is "۰" on a
 * Persian one, and Shift with "/" gives "؟" on both.
 * @type {Record<string, {codes: string[], signs: string[], shift?: boolean}>}
 */
const MEANINGS = {
  '/': { codes: ['Slash', 'NumpadDivide'], signs: ['/'], shift: false },
  '?': { codes: ['Slash'], signs: ['?', '؟'], shift: true },
  '0': { codes: ['Digit0', 'Numpad0'], signs: ['0', '۰', '٠'], shift: false },
  '+': { codes: ['Equal', 'NumpadAdd'], signs: ['+', '='] },
  '-': { codes: ['Minus', 'NumpadSubtract'], signs: ['-', '−'], shift: false },
};

/** Letters and digits of scripts that keyboards have in place of Latin ones. */
const LOCAL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Nd}]/u;

/**
 * Whether a key means what a sign does: it gives that sign or, on a keyboard of
 * another script, is where that sign is on a Latin one. A sign that the keyboard
 * gives itself counts before its place.
 * @param {Pick<KeyboardEvent, 'key'|'code'|'shiftKey'>} event
 * @param {keyof typeof MEANINGS} sign
 */
export function means({ key, code, shiftKey }, sign) {
  const { codes, signs, shift } = MEANINGS[sign];
  if (signs.includes(key)) return true;
  const taken = Object.values(MEANINGS).some((other) => other.signs.includes(key));
  return !taken && LOCAL.test(key) && codes.includes(code) && (shift === undefined || shift === shiftKey);
}
