// Package lighter makes a copy of Ebiten, when the viewer is built, that leaves
// out what the viewer never uses: it takes 1.4 MB instead of 2.2 as served.
//
// Its words:
//
//   - swap: one file of Ebiten that imports a stand-in instead of a package.
//   - stand-in: a small package of ours, in a folder of this one, that offers what
//     that file asks of the package.
//
// Nothing of Ebiten is kept in this repository. The copy lies in the build's cache;
// one line of it is changed for each swap, and says so, as the licence asks. Swaps
// are made only in the very files for which they were tried: another version of
// Ebiten, or a file with another sum, and the viewer is built with the whole of
// Ebiten, with a warning. The browser's tests run on the viewer as it is served.
//
// What each stand-in leaves out of the viewer, and why it is not missed (sizes as
// compiled, in the order of the list, each added to those before):
//
//   - the whole of Ebiten                                              12.8 MB
//     template    text/template, which puts together the sources of nine shaders;   9.7
//     the stand-in knows the four actions in them. With it goes what
//     calls methods by name, for which the linker must keep them all.
//     build       go/build, by which debugging finds Ebiten's sources               9.1
//     slog        log/slog: details that nobody sees in a browser                   8.8
//     zip         archive/zip: a game's textures for its maker to download          8.7
//     png         Ebiten's image/png, for the same; zlib and its tables go too      8.5
//     printer     go/printer: shaders that count in texels; ours count in pixels    8.1
//     vmprotocol  encoding/gob and net: games that run inside of another process    7.8
//     regexp      regexp: three expressions, which the stand-in knows by heart      7.4
//
// # For Ebiten's makers
//
// The same could be had for everybody, with no change in behaviour: the sources in
// builtinshader/defs.go and colormshader/defs.go, which are generated and thrown
// away, used instead of the template; FirstCaller and the two users of slog under
// the build tag for debugging; DumpImages and Image.Dump behind one too; vmguest
// with its own two types for the hooks, so that vmprotocol is linked into guests
// only; the conversion from texels as a string replacement over the tokens' places
// instead of go/printer; three loops instead of three regular expressions.
package lighter
