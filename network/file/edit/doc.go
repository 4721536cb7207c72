// Package edit changes an author's file by text edits: comments, order, blank lines
// and every other line stay the same to the byte. It does no input or output, so it
// also works in a browser.
//
// Its words:
//
//   - edit: a range of the text and what replaces it.
//   - change: the edits of one operation, such as [Rename], with remarks on what
//     it drops.
//   - source: the text with its YAML tree and the range of each node.
//   - item: one record of a list, with the comment that belongs to it alone.
//
// Every change is validated by reading its result. A change that would break the
// file is an error that names the records that depend on it.
package edit
