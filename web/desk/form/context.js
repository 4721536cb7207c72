// The context in which a form is opened.

/** @import {Act, Selected, Selection} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */

/**
 * @typedef {object} Context
 * @property {Work} work
 * @property {Selection} selection  the article's words
 * @property {string} quote         these
 * @property {{lang: string, dir: string}} language  of the article
 * @property {Promise<Selected>} found  what the words suggest
 * @property {(act: Act) => Promise<string|void>} made  makes the act, and returns an error message if it fails
 * @property {Keep} keep           keeps the form while it is filled in
 * @property {() => void} left      the form is left
 * @property {string} [about]       id of the record that the form is about
 */

export {};
