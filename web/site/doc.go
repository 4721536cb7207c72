// Package site turns a network and the bytes of compiled programs into the files of
// a static site: a page, the viewer, the network with its layouts, scripts and
// styles. Every link in it is relative, so it works in any folder of any host.
//
// The package compiles for the browser too. Code that needs a host is in the packages
// below it:
//
//   - compile: compiles the programs with the Go toolchain.
//   - lighter: stand-ins that make the viewer small.
//   - programs: the programs that a release embeds in the command.
//   - compress: compressed copies, such as app.js.br for app.js.
//   - publish: pictures in pixels, and files on disk.
//
// Its words:
//
//   - viewer: the WASM program that draws the live graph.
//   - hashed: of a name that contains a hash of the content, so that browsers can
//     cache it permanently.
package site
