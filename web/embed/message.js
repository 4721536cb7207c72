// What an article page and the frame in it say to each other. They meet by two
// window messages, and then talk over a port that nobody else has. Whatever is
// not said exactly like this is dropped.

/** @import {State} from '../state/declaration.js' */
/** @import {Action} from '../state/store.js' */
/** @import {Claims} from './claims.js' */
/** @import {Dress} from './dress.js' */
import { FIELDS } from '../state/declaration.js';
import { KINDS } from '../state/kind.js';
import { isDress } from './dress.js';

/** Changed when an older page would misunderstand. */
const VERSION = 1;

/**
 * The longest message, in UTF-16 units: the one limit on what is said, and never
 * silent. Ten thousand places take some 600,000.
 */
export const LIMIT = 1 << 22;

/** The longest reason; longer ones are cut. */
const LONG = 500;

/** Says that a frame is there. @param {string} nonce made anew with each load of the frame */
export const here = (nonce) => ({ proxynet: VERSION, type: 'here', nonce });

/** Comes with a port, in answer to "here". @param {string} nonce the frame’s own */
export const port = (nonce) => ({ proxynet: VERSION, type: 'port', nonce });

/** A nonce: 128 random bits. */
export function newNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The nonce of a window message of that type, or null where it is none.
 * @param {unknown} data
 * @param {'here'|'port'} type
 */
export function nonceOf(data, type) {
  if (!isRecord(data) || Object.keys(data).length !== 3 || data.proxynet !== VERSION || data.type !== type) return null;
  return typeof data.nonce === 'string' && /^[0-9a-f]{32}$/.test(data.nonce) ? data.nonce : null;
}

/** The version of a frame that says "here" in another one, or null. @param {unknown} data */
export function otherVersion(data) {
  return isRecord(data) && data.type === 'here' && Number.isSafeInteger(data.proxynet) && data.proxynet !== VERSION ? Number(data.proxynet) : null;
}

/**
 * What the article page asks of the frame. An id is given back with the answer.
 * @typedef {{type: 'dispatch', id: number, action: Action}
 *   | {type: 'positions', id: number}
 *   | {type: 'frames', id: number}
 *   | {type: 'theme', theme: 'light'|'dark'|null}
 *   | {type: 'dress', dress: Dress}
 *   | {type: 'print'}
 *   | {type: 'unfound', passages: string[]}} Order
 *
 * Only a frame of the article's own origin is sent "unfound": it says what the
 * article's text holds.
 */

/**
 * What the frame tells the article page.
 * @typedef {{type: 'ready', state: State}
 *   | {type: 'failed', why: string}
 *   | {type: 'change', state: State, action: Action}
 *   | {type: 'passages', file: string}
 *   | {type: 'claims', claims: Claims}
 *   | {type: 'withheld', what: 'claims', why: string}
 *   | {type: 'answer', id: number, fault: string|null, positions: Record<string, {x: number, y: number, r: number}>|null, frames: number|null}} Report
 */

/** @type {Record<string, (m: Record<string, unknown>) => boolean>} */
const ORDERS = {
  dispatch: (m) => isId(m.id) && isRecord(m.action), // the store checks the rest
  positions: (m) => isId(m.id),
  frames: (m) => isId(m.id),
  theme: (m) => m.theme === null || m.theme === 'light' || m.theme === 'dark',
  dress: (m) => isRecord(m.dress) && isDress(m.dress),
  print: () => true,
  unfound: (m) => areTexts(m.passages),
};

/** @type {Record<string, (m: Record<string, unknown>) => boolean>} */
const REPORTS = {
  ready: (m) => isState(m.state),
  failed: (m) => isText(m.why),
  passages: (m) => typeof m.file === 'string' && /^passages\.[0-9a-f]{16}\.json$/.test(m.file), // beside the network, and nowhere else
  claims: (m) => isClaims(m.claims),
  withheld: (m) => m.what === 'claims' && isText(m.why),
  change: (m) => isState(m.state) && isRecord(m.action) && isText(m.action.type),
  answer: (m) => isId(m.id) && (m.fault === null || isText(m.fault)) && (m.positions === null || arePositions(m.positions)) && (m.frames === null || isId(m.frames)),
};

/** @param {Order|Report} message */
export const write = (message) => JSON.stringify(message);

/** @param {unknown} text @returns {Order|null} */
export const readOrder = (text) => /** @type {Order|null} */ (read(text, ORDERS));

/** @param {unknown} text @returns {Report|null} */
export const readReport = (text) => /** @type {Report|null} */ (read(text, REPORTS));

/** Why a message can't be sent, or null. @param {string} text */
export const tooLong = (text) => (text.length > LIMIT ? `it has ${text.length} characters, more than the ${LIMIT} of a message between article and frame` : null);

/** What an error says, cut to LONG. @param {unknown} error */
export function reason(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text;
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
const isClaims = (v) => isRecord(v) && [v.lang, v.title, v.source, v.said, v.quoted].every(isText)
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
