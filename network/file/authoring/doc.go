// Package authoring applies packages edit and intake to files: it starts a network
// for an article in any supported format, and changes an author's file or shows the
// difference.
package authoring
