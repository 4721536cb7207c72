// Package site builds the static site of a network: a page, the viewer, the
// network with its layouts, scripts and styles. Every link in it is relative,
// so that it can be put in any folder of any host.
//
// Its words:
//
//   - viewer: the WASM program that draws the live graph.
//   - hashed: of a name that holds a hash of the content, so that it can be
//     kept by browsers for good.
//   - twin: a file's compressed double beside it, such as app.js.br, which
//     static hosts serve in its stead.
package site
