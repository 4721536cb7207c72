// Package live serves a network to the browser while its author edits it: each saved
// version is checked, and shown if it has no errors.
//
// Its words:
//
//   - event: the message of the server to open pages after every save.
//   - banner: the list of findings at the top of a page, over everything else.
//
// The last network without errors remains visible. A file is read only when it has
// stopped changing, so that no half-written version is shown.
package live
