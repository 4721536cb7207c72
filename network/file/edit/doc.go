// Package edit changes an author's file by text edits that touch nothing else:
// comments, order, blank lines and every other line stay as they are, to the
// byte. It reads and writes no file, so that it also works in a browser.
//
// Its words:
//
//   - edit: a range of the text and what replaces it.
//   - change: the edits of one operation, such as [Rename], with remarks on
//     what they leave out.
//   - source: the text with its YAML tree and where each node begins and ends.
//   - item: one record in a list, with the comment that belongs to it alone.
//
// Every change is tried: the text that it makes is read again, and a change that
// would break the file is an error that names what depends on it.
package edit
