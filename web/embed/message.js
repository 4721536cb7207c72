// The messages between an article page and the frame in it. Two window messages
// set up a port that only these two have; all others go over the port. A message
// that does not match its definition exactly is dropped.

/** @import {State} from '../state/declaration.js' */
/** @import {Action} from '../state/store.js' */
/** @import {Claims} from './claims.js' */
/** @import {ThemeTokens} from './tokens.js' */
import { FIELDS } from '../state/declaration.js';
import { KINDS } from '../state/kind.js';
import { areTokens } from './tokens.js';

/** The protocol version: incremented when an older page would misread messages. */
const VERSION = 1;

/**
 * The longest message in UTF-16 units. A message over the limit is reported, never
 * dropped silently. The positions of ten thousand nodes take about 600,000.
 */
export const LIMIT = 1 << 22;

/** The longest reason in UTF-16 units; longer ones are truncated. */
const MAX_REASON = 500;

/** The frame’s greeting. @param {string} nonce  a new one for each load of the frame */
export const here = (nonce) => ({ proxynet: VERSION, type: 'here', nonce });

/** The answer to "here", sent with a port. @param {string} nonce  of the frame */
export const port = (nonce) => ({ proxynet: VERSION, type: 'port', nonce });

/** A nonce: 128 random bits. */
export function newNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The nonce of a window message of a type, or null for any other value.
 * @param {unknown} data
 * @param {'here'|'port'} type
 */
export function nonceOf(data, type) {
  if (!isRecord(data) || Object.keys(data).length !== 3 || data.proxynet !== VERSION || data.type !== type) return null;
  return typeof data.nonce === 'string' && /^[0-9a-f]{32}$/.test(data.nonce) ? data.nonce : null;
}

/** The protocol version of a "here" message of another version, or null. @param {unknown} data */
export function otherVersion(data) {
  return isRecord(data) && data.type === 'here' && Number.isSafeInteger(data.proxynet) && data.proxynet !== VERSION ? Number(data.proxynet) : null;
}

/**
 * A message from the article page to the frame. The answer repeats the id.
 * @typedef {{type: 'dispatch', id: number, action: Action}
 *   | {type: 'positions', id: number}
 *   | {type: 'frames', id: number}
 *   | {type: 'theme', theme: 'light'|'dark'|null}
 *   | {type: 'dress', dress: ThemeTokens}
 *   | {type: 'print'}
 *   | {type: 'unfound', passages: string[]}} Order
 *
 * "unfound" lists the passages that are not in the article. It is sent only to a
 * frame of the article's own origin, since it reveals what the article contains.
 */

/**
 * A message from the frame to the article page.
 * @typedef {{type: 'ready', state: State}
 *   | {type: 'failed', why: string}
 *   | {type: 'change', state: State, action: Action}
 *   | {type: 'passages', file: string}
 *   | {type: 'claims', claims: Claims}
 *   | {type: 'withheld', what: 'claims', why: string}
 *   | {type: 'answer', id: number, error: string|null, positions: Record<string, {x: number, y: number, r: number}>|null, frames: number|null}} Report
 */

/** @type {Record<string, (m: Record<string, unknown>) => boolean>} */
const ORDERS = {
  dispatch: (m) => isId(m.id) && isRecord(m.action), // the store checks the rest
  positions: (m) => isId(m.id),
  frames: (m) => isId(m.id),
  theme: (m) => m.theme === null || m.theme === 'light' || m.theme === 'dark',
  dress: (m) => isRecord(m.dress) && areTokens(m.dress),
  print: () => true,
  unfound: (m) => areTexts(m.passages),
};

/** @type {Record<string, (m: Record<string, unknown>) => boolean>} */
const REPORTS = {
  ready: (m) => isState(m.state),
  failed: (m) => isText(m.why),
  passages: (m) => typeof m.file === 'string' && /^passages\.[0-9a-f]{16}\.json$/.test(m.file), // only in the folder of the network
  claims: (m) => isClaims(m.claims),
  withheld: (m) => m.what === 'claims' && isText(m.why),
  change: (m) => isState(m.state) && isRecord(m.action) && isText(m.action.type),
  answer: (m) => isId(m.id) && (m.error === null || isText(m.error)) && (m.positions === null || arePositions(m.positions)) && (m.frames === null || isId(m.frames)),
};

/** @param {Order|Report} message */
export const write = (message) => JSON.stringify(message);

/** @param {unknown} text @returns {Order|null} */
export const readOrder = (text) => /** @type {Order|null} */ (read(text, ORDERS));

/** @param {unknown} text @returns {Report|null} */
export const readReport = (text) => /** @type {Report|null} */ (read(text, REPORTS));

/** The reason why a message can't be sent, or null. @param {string} text */
export const tooLong = (text) => (text.length > LIMIT ? `it has ${text.length} characters, more than the ${LIMIT} of a message between article and frame` : null);

/** The message of an error, truncated to MAX_REASON. @param {unknown} error */
export function reason(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > MAX_REASON ? `${text.slice(0, MAX_REASON - 1)}…` : text;
}

/** @param {unknown} text @param {typeof ORDERS} kinds */
function read(text, kinds) {
  if (typeof text !== 'string' || text.length > LIMIT) return null;
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(kinds, message.type)) return null;
  return kinds[message.type](message) ? message : null;
}

/** @param {unknown} v @returns {v is Record<string, unknown>} */
const isRecord = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);

/** @param {unknown} v */
const isId = (v) => Number.isSafeInteger(v) && Number(v) >= 0;

/** @param {unknown} v */
const isText = (v) => typeof v === 'string';

/** @param {unknown} v */
const areTexts = (v) => Array.isArray(v) && v.every(isText);

/** @param {unknown} v */
const isClaims = (v) => isRecord(v) && [v.lang, v.title, v.source, v.claimsHeading, v.passagesHeading].every(isText)
  && Array.isArray(v.claims)
  && v.claims.every((c) => isRecord(c) && isText(c.text) && isText(c.standing) && Array.isArray(c.passages) && c.passages.every(isId))
  && Array.isArray(v.passages)
  && v.passages.every((p) => isRecord(p) && [p.text, p.by, p.lang].every(isText));

/** @param {unknown} v */
const isState = (v) => isRecord(v) && FIELDS.every(({ name, kind }) => KINDS[kind].is(v[name]));

/** @param {unknown} v */
const arePositions = (v) => isRecord(v) && Object.values(v).every((p) => isRecord(p) && areNumbers(p.x, p.y, p.r));

/** @param {...unknown} all */
const areNumbers = (...all) => all.every(Number.isFinite);
