// The acts of a form that edits a record: one for each field that has changed, all of
// them one undo step.

/** @import {Act} from '../view.js' */

/**
 * @param {string} id  of the record
 * @param {[string, unknown, unknown][]} fields  each with its value before and after
 * @returns {Act[]}
 */
export const changesOf = (id, fields) => fields
  .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
  .map(([field, , after]) => ({ do: 'set', id, field, value: after === false || field === 'status' && after === 'stated' ? null : after }));

/** Makes the acts, if there are any. @param {(act: Act) => Promise<string|void>} made @param {Act[]} acts */
export const saved = async (made, acts) => (acts.length > 0 ? made({ do: 'all', acts }) : undefined);
