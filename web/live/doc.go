// Package live shows a network in the browser while it is being written: what is
// saved is checked, and shown again if it has no errors.
//
// Its words:
//
//   - event: what the server tells open pages after every save.
//   - strip: where a page lists what check finds, over everything else.
//
// The last network without errors stays on show. A file is read only when it has
// stopped changing, so that nobody sees half of one.
package live
