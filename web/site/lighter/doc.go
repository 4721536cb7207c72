// Package lighter makes a copy of Ebiten for the viewer without the parts that a
// browser never uses. The viewer takes 1.3 MB as served (Brotli 11) instead of 2.2 MB.
//
// The copy is made in the build's cache; nothing of Ebiten is kept in this repository.
// Each changed file is marked as changed, as the licence requires. Files are changed
// only if they are exactly those that were tested. With another version of Ebiten, or
// if one of these files differs, the viewer is built with unmodified Ebiten and a
// warning is printed. The browser tests run on the viewer as it is served.
//
// # Shaders
//
// Ebiten compiles shaders when a program runs, and for that alone links a parser of Go,
// arithmetic with large numbers, text templates and regular expressions. Here the same
// compiler runs during the build (package precompile), for all shaders that Ebiten can
// combine and for each string constant marked with the comment
// //ebitengine:shadersource, in Ebiten and in this module. Four generated files replace
// the compiler and look its results up. A shader that was not compiled during the build
// is an error when the viewer starts.
//
// # Imports
//
// In six files one import is replaced by a small package in a folder of this one:
//
//   - build       go/build, with which Ebiten finds its own sources when debugging
//   - slog        log/slog, in two files: messages for developers
//   - zip         archive/zip: textures that developers download
//   - png         Ebiten's image/png, for the same; it links compress/zlib
//   - vmprotocol  encoding/gob and net: games that run inside another process
//
// # What each part saves
//
// Size of the compiled viewer in MB, each part left out in addition to those before.
// These were measured on an earlier viewer without the questions:
//
//	unmodified Ebiten   12.8
//	text templates       9.7   methods are found by name, so the linker keeps all of them
//	build                9.1
//	slog                 8.8
//	zip                  8.7
//	png                  8.5
//	vmprotocol           7.8, with two replacements that are no longer needed
//
// Compiling the shaders during the build, instead of replacing only the text templates,
// go/printer and regexp, took the viewer from 1.56 MB to 1.31 MB with Brotli 11
// (27 November 2026, Go 1.26.8).
package lighter
