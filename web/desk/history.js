// Undo and redo: text changes of the network's files.

/** @import {Edit} from './edits.js' */
import { apply, between } from './edits.js';

/**
 * One act, which may change several files.
 * @typedef {object} Step
 * @property {number} n      its own number
 * @property {string} label  what was done, for the author
 * @property {{file: string, edits: Edit[], inverse: Edit[]}[]} changes
 * @property {number} [typed]  when it was typed, in milliseconds; further typing is added to the same step
 */
/** @typedef {{done: Step[], undone: Step[]}} Steps  the last is the one to undo or redo */
/** @typedef {Record<string, string>} Files  texts by name */

/** Steps kept. */
const MOST = 1000;
/** Milliseconds within which typing is one step. */
const PAUSE = 1000;

export class History {
  /** The number of the last step. */
  #last;

  /** @param {Steps} [steps] as kept before */
  constructor(steps = { done: [], undone: [] }) {
    this.steps = steps;
    this.#last = Math.max(0, ...[...steps.done, ...steps.undone].map(({ n }) => n));
  }

  get canUndo() {
    return this.steps.done.length > 0;
  }

  get canRedo() {
    return this.steps.undone.length > 0;
  }

  /**
   * Changes a file, or with a list several, as one step.
   * @template {Files} F
   * @param {F} files
   * @param {string} file
   * @param {Edit[]} edits
   * @param {string} label
   * @param {{file: string, edits: Edit[]}[]} [more]
   * @returns {F}
   */
  change(files, file, edits, label, more = []) {
    const next = { ...files };
    const changes = [{ file, edits }, ...more].filter(({ edits }) => edits.length > 0).map((change) => {
      const { text, inverse } = apply(next[change.file] ?? '', change.edits);
      Reflect.set(next, change.file, text);
      return { ...change, inverse };
    });
    if (changes.length > 0) this.#push({ label, changes });
    return next;
  }

  /**
   * Records a file's text after typing.
   * @template {Files} F
   * @param {F} files
   * @param {string} file
   * @param {string} text
   * @param {string} label
   * @param {number} now
   * @returns {F}
   */
  type(files, file, text, label, now) {
    const edit = between(files[file], text);
    if (!edit) return files;
    const { inverse } = apply(files[file], [edit]);
    const last = this.steps.done.at(-1);
    const open = last?.typed !== undefined && now - last.typed < PAUSE && last.changes[0].file === file ? last : null;
    if (open) {
      // The step's changes as one: from before its first to after this one.
      const [{ inverse: back }] = open.changes;
      const before = apply(files[file], back).text;
      const whole = between(before, text);
      const edits = whole ? [whole] : [];
      this.steps.done.splice(-1, 1, { ...open, changes: [{ file, edits, inverse: apply(before, edits).inverse }], typed: now }); // a new one: see keep.js
      this.steps.undone = [];
    } else {
      this.#push({ label, changes: [{ file, edits: [edit], inverse }], typed: now });
    }
    return { ...files, [file]: text };
  }

  /** Undoes the last step: returns it with the files before it, or null if there is none. @template {Files} F @param {F} files @returns {{files: F, step: Step}|null} */
  undo(files) {
    const step = this.steps.done.pop();
    if (!step) return null;
    delete step.typed;
    this.steps.undone.push(step);
    return { files: turn(files, [...step.changes].reverse().map(({ file, inverse }) => ({ file, edits: inverse }))), step };
  }

  /** Redoes the step that was undone last: returns it with the files after it, or null if there is none. @template {Files} F @param {F} files @returns {{files: F, step: Step}|null} */
  redo(files) {
    const step = this.steps.undone.pop();
    if (!step) return null;
    this.steps.done.push(step);
    return { files: turn(files, step.changes), step };
  }

  /** @param {Omit<Step, 'n'>} step */
  #push(step) {
    this.steps.done.push({ n: ++this.#last, ...step });
    this.steps.undone = [];
    if (this.steps.done.length > MOST) this.steps.done.shift();
  }
}

/** @template {Files} F @param {F} files @param {{file: string, edits: Edit[]}[]} changes @returns {F} */
function turn(files, changes) {
  const next = { ...files };
  for (const { file, edits } of changes) Reflect.set(next, file, apply(next[file], edits).text);
  return next;
}
