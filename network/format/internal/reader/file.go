package reader

import (
	"io"

	"proxynet/network/file"
	"proxynet/network/message"
)

// File is a file to read.
type File struct {
	Name string
	Content
}

// Content is the content of a file with random access.
type Content interface {
	io.ReadSeeker
	io.ReaderAt
}

// Diagnostic returns a diagnostic of a whole file.
func Diagnostic(path, problem, fix string) error {
	return file.Diagnostics{{File: path, Rule: file.RuleFile, Problem: message.New("%s", problem), Fix: message.New("%s", fix)}}
}
