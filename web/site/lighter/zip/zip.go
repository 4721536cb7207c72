// Package zip replaces archive/zip in the viewer, which never exports textures as an
// archive.
package zip

import (
	"errors"
	"io"
)

// Writer would write an archive.
type Writer struct{}

// NewWriter returns a writer that refuses all files.
func NewWriter(io.Writer) *Writer { return &Writer{} }

// Create returns an error.
func (*Writer) Create(string) (io.Writer, error) {
	return nil, errors.New("zip: the viewer has no archives")
}

// Close does nothing.
func (*Writer) Close() error { return nil }
