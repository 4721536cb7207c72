package edit

import (
	"sync"

	"proxynet/network/file"
)

// File is an author's text that was read, for one operation or several. It never
// changes: an operation returns the file that its edits make.
type File struct {
	data    []byte
	source  func() (*source, error) // parsed when the first operation needs it
	outline *file.Outline
}

// Read reads a text, whatever faults it has; it must be YAML.
func Read(data []byte) (*File, error) {
	f := Of(data)
	if _, err := f.source(); err != nil {
		return nil, err
	}
	return f, nil
}

// Of is [Read] for a text that may be no YAML, of which operations then fail.
func Of(data []byte) *File {
	o := file.ReadOutline("", data)
	return &File{data, sync.OnceValues(func() (*source, error) {
		if o.Root == nil {
			return nil, ErrNotYAML
		}
		return newSource(data, o.Root), nil
	}), o}
}

// Data returns the text. It must not be changed.
func (f *File) Data() []byte { return f.data }

// Outline returns what the text declares, and what is wrong with it.
func (f *File) Outline() *file.Outline { return f.outline }

// begin begins an operation.
func (f *File) begin() (*operation, error) {
	s, err := f.source()
	if err != nil {
		return nil, err
	}
	return &operation{source: s, Outline: f.outline}, nil
}
