// Package service adds the operations to the desk's engine that need the code of the
// site, such as publishing. It also handles the files of colleagues: reviews, proposals
// and earlier versions.
//
// The published files are byte-identical to those of the command's “build” for the same
// text, with these exceptions: the zip lacks the pictures in pixels, which need fonts,
// the compressed copies, and the list of files with their hashes.
package service
