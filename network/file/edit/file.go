package edit

import (
	"sync"

	"proxynet/network/file"
)

// File is a parsed text. It is immutable: operations return edits and the File that
// they produce.
type File struct {
	data    []byte
	source  func() (*source, error) // parsed when the first operation needs it
	outline *file.Outline
}

// Read parses a text, which may have diagnostics but must be YAML.
func Read(data []byte) (*File, error) {
	f := Of(data)
	if _, err := f.source(); err != nil {
		return nil, err
	}
	return f, nil
}

// Of is [Read] for any text. If it isn't YAML, operations return [ErrNotYAML].
func Of(data []byte) *File {
	o := file.ReadOutline("", data)
	return &File{data, sync.OnceValues(func() (*source, error) {
		if o.Root == nil {
			return nil, ErrNotYAML
		}
		return newSource(data, o.Root), nil
	}), o}
}

// Data returns the text, which must not be modified.
func (f *File) Data() []byte { return f.data }

// Outline returns the outline of the text.
func (f *File) Outline() *file.Outline { return f.outline }

// begin starts an operation.
func (f *File) begin() (*operation, error) {
	s, err := f.source()
	if err != nil {
		return nil, err
	}
	return &operation{source: s, Outline: f.outline}, nil
}
