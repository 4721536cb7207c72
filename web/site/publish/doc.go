// Package publish writes sites and single files to disk. It gets the compiled
// programs, adds pictures in pixels and compressed copies, for which package site has
// no fonts and compressors, and replaces an earlier site in one step.
package publish
