// Package publish writes sites and single files to disk. It gets the compiled
// programs, adds pictures in pixels and compressed copies, which need fonts and
// compressors that [site] goes without, and replaces an earlier site in one step.
package publish
