// Package cli implements the command line: it finds the verb that the
// arguments begin with, parses its flags, runs it and returns an exit status. Each
// verb is a function that takes a [Call]; the table of verbs is in main.go.
package cli
