// Reads the passages of a network for an article page, from a file that the build
// writes. The page fetches it itself. The frame sends only its name and doesn't learn
// what was found, so that it can't probe what the page's text contains.

/** @import {Context, Passage} from '../anchor/anchor.js' */
/** @import {Paragraph} from '../anchor/paragraphs.js' */

/**
 * The passages of a network.
 * @typedef {object} PassageIndex
 * @property {string[]} languages  of the sources
 * @property {Passage[]} passages
 * @property {Map<string, string[]>} passagesOf  the passages of each node, relation, event and speaker, by id
 * @property {Map<string, string[]>} supports  the reverse: the ids of what each passage supports
 */

/** The largest file that is read, in bytes: about 20,000 passages. */
const MAX_BYTES = 16 * 2 ** 20;

/**
 * Fetches the passages of a network.
 * @param {URL} address
 * @returns {Promise<PassageIndex>} rejects with an Error that gives the reason
 */
export async function fetchPassages(address) {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => {
    throw new Error(`${address.href} can’t be fetched, so its passages are not linked; the page’s policy must allow it in connect-src`);
  });
  if (!response.ok || !response.body) throw new Error(`${address.href} answers ${response.status}, so its passages are not linked`);
  const index = readPassages(await textOf(response.body));
  if (index === null) throw new Error(`${address.href} is not a file of passages, so they are not linked`);
  return index;
}

/** @param {ReadableStream<Uint8Array>} body */
async function textOf(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      throw new Error(`the file of the network’s passages is larger than ${MAX_BYTES / 2 ** 20} MiB, so they are not linked`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Parses the file. Returns null if it is malformed.
 * @param {string} text
 * @returns {PassageIndex|null}
 */
export function readPassages(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.format !== 1 || ![file.languages, file.paragraphs, file.passages, file.rests].every(Array.isArray)) return null;
  const { languages, paragraphs, passages, rests } = /** @type {Record<string, unknown[]>} */ (file);
  if (!languages.every(isText) || !paragraphs.every((p) => areWhole(p, 6)) || !passages.every(isPassage) || !rests.every(isList)) return null;

  const byIndex = paragraphs.map((paragraph) => {
    const [source, length, hash, edge, nth, of] = /** @type {number[]} */ (paragraph);
    return /** @type {Paragraph} */ ({ source, number: 0, length, hash, signed: edge === 2, nth, of });
  });
  const context = (/** @type {unknown} */ given) => {
    if (given === undefined) return {};
    const [length, hash, edge] = /** @type {number[]} */ (given);
    return /** @type {Context} */ ({ length, hash, edge: edge > 0, signed: edge === 2 });
  };
  const read = passages.map((given) => {
    const { in: at, start, before, after, letters, ...passage } = /** @type {any} */ (given);
    const paragraph = byIndex[at];
    if (paragraph) paragraph.number = passage.paragraph;
    return /** @type {Passage} */ ({
      ...passage,
      ...(start !== undefined && { position: { start } }),
      ...(paragraph && letters && { inside: paragraph, letters }),
      ...(before && after && { before: context(before), after: context(after) }),
    });
  });
  const lists = /** @type {[string, string[]][]} */ (rests);
  /** @type {Map<string, string[]>} */
  const supports = new Map();
  for (const [id, list] of lists) {
    for (const passage of list) supports.set(passage, [...supports.get(passage) ?? [], id]);
  }
  return { languages: /** @type {string[]} */ (languages), passages: read, passagesOf: new Map(lists), supports };
}

/** @param {unknown} v @returns {v is Record<string, unknown>} */
const isRecord = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);

/** @param {unknown} v */
const isText = (v) => typeof v === 'string';

/** @param {unknown} v */
const isWhole = (v) => Number.isSafeInteger(v) && Number(v) >= 0;

/** Reports whether a value is a list of length whole numbers. @param {unknown} v @param {number} length */
const areWhole = (v, length) => Array.isArray(v) && v.length === length && v.every(isWhole);

/** @param {unknown} v */
const isList = (v) => Array.isArray(v) && v.length === 2 && isText(v[0]) && Array.isArray(v[1]) && v[1].every(isText);

/** @param {unknown} v */
const isPassage = (v) => isRecord(v) && isText(v.id) && isText(v.exact) && isWhole(v.source) && isWhole(v.paragraph)
  && [v.prefix, v.suffix].every((text) => text === undefined || isText(text))
  && [v.start, v.in].every((number) => number === undefined || isWhole(number))
  && (v.letters === undefined || areWhole(v.letters, 2))
  && [v.before, v.after].every((context) => context === undefined || areWhole(context, 3));
