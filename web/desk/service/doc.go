// Package service adds the operations to the desk's engine that need the code of the
// site, such as publishing. It also handles the files of colleagues: reviews, proposals
// and earlier versions.
//
// What is published is the same to the byte as what the command's “build” writes of
// the same text, with these exceptions: the zip lacks the pictures in pixels, which
// take fonts, the compressed copies, and the list of the files with their hashes.
package service
