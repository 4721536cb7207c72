// Package server serves a built site over HTTP, to view it before it is published and
// for the tests in real browsers. It is a model for static hosts: exact media types,
// precompressed variants, long caching of hashed names, and the site's security
// headers.
//
// Its words:
//
//   - site: the files that package proxynet/web/site writes.
//   - variant: a file's compressed copy beside it, such as app.js.br.
//   - hashed: of a name that changes whenever the content does, so that a
//     browser may cache it permanently.
package server
