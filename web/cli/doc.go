// Package cli implements the command line: it runs the verb named by the first
// argument and returns an exit status. Each verb is a function that takes a [Call];
// the table of verbs is in main.go.
package cli
