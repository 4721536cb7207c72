// Package authoring does on files what package edit and package intake do on
// texts: it starts a network for an article as it comes, and changes an author's
// file, or shows what would change.
package authoring
