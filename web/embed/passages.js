// What an article page knows of a network's passages: a file beside the network
// that its build has written, which the page fetches itself. The frame tells its
// name and no more, and is not told what was found: it can't ask the page what its
// text holds.

/** @import {Context, Passage} from '../anchor/anchor.js' */
/** @import {Paragraph} from '../anchor/paragraphs.js' */

/**
 * A network's passages, what rests on each (supports), and on which each node,
 * relation, event and speaker rests. Lists are of ids.
 * @typedef {object} Book
 * @property {string[]} languages  of the sources
 * @property {Passage[]} passages
 * @property {Map<string, string[]>} rests
 * @property {Map<string, string[]>} supports
 */

/** The largest file that is read, in bytes: some 20,000 passages. */
const LARGEST = 16 * 2 ** 20;

/**
 * Fetches the passages of a network.
 * @param {URL} address
 * @returns {Promise<Book>} rejects with an Error that says why there are none
 */
export async function fetchPassages(address) {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => {
    throw new Error(`${address.href} can’t be fetched, so the article is not read along; the page’s policy must allow it in connect-src`);
  });
  if (!response.ok || !response.body) throw new Error(`${address.href} answers ${response.status}, so the article is not read along`);
  const book = readPassages(await textOf(response.body));
  if (book === null) throw new Error(`${address.href} is not what the build of a network writes, so the article is not read along`);
  return book;
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
    if (length > LARGEST) {
      await reader.cancel();
      throw new Error(`the file of the network’s passages is larger than ${LARGEST / 2 ** 20} MiB, so the article is not read along`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Reads the file; null if it is not of this form.
 * @param {string} text
 * @returns {Book|null}
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

  const inside = paragraphs.map((paragraph) => {
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
    const paragraph = inside[at];
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
  return { languages: /** @type {string[]} */ (languages), passages: read, rests: new Map(lists), supports };
}

/** @param {unknown} v @returns {v is Record<string, unknown>} */
const isRecord = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);

/** @param {unknown} v */
const isText = (v) => typeof v === 'string';

/** @param {unknown} v */
const isWhole = (v) => Number.isSafeInteger(v) && Number(v) >= 0;

/** Whether it is a list of so many numbers. @param {unknown} v @param {number} length */
const areWhole = (v, length) => Array.isArray(v) && v.length === length && v.every(isWhole);

/** @param {unknown} v */
const isList = (v) => Array.isArray(v) && v.length === 2 && isText(v[0]) && Array.isArray(v[1]) && v[1].every(isText);

/** @param {unknown} v */
const isPassage = (v) => isRecord(v) && isText(v.id) && isText(v.exact) && isWhole(v.source) && isWhole(v.paragraph)
  && [v.prefix, v.suffix].every((text) => text === undefined || isText(text))
  && [v.start, v.in].every((number) => number === undefined || isWhole(number))
  && (v.letters === undefined || areWhole(v.letters, 2))
  && [v.before, v.after].every((context) => context === undefined || areWhole(context, 3));
