package reader

import (
	"bytes"
	"io"

	"proxynet/network/format/internal/graph"
)

// finiteReader replaces NaN, Infinity and -Infinity, which Python writes although JSON
// doesn't have them, by empty strings of the same length.
type finiteReader struct {
	from   io.Reader
	losses *graph.Losses
	held   []byte // read but not returned: they may be the start of such a number
	text   bool   // in a string
	escape bool   // after a backslash in a string
	err    error
}

// Finite returns a reader of JSON in which such numbers are empty strings.
func Finite(r io.Reader) io.Reader { return &finiteReader{from: r, losses: &graph.Losses{}} }

var notFinite = [][]byte{[]byte("NaN"), []byte("Infinity"), []byte("-Infinity")}

// Read implements [io.Reader].
func (r *finiteReader) Read(p []byte) (int, error) {
	if len(p) < len("-Infinity") {
		return 0, io.ErrShortBuffer
	}
	for {
		n := copy(p, r.held)
		r.held = r.held[:0]
		if r.err == nil {
			var more int
			more, r.err = r.from.Read(p[n:])
			n += more
		}
		if n = r.replace(p[:n], r.err != nil); n > 0 {
			return n, nil
		}
		if r.err != nil {
			return 0, r.err
		}
	}
}

// replace replaces numbers and returns the number of bytes that can be returned. It
// holds back those that may be the start of a number, except at the end.
func (r *finiteReader) replace(p []byte, end bool) int {
	for i := 0; i < len(p); i++ {
		switch c := p[i]; {
		case r.escape:
			r.escape = false
		case r.text:
			r.text, r.escape = c != '"', c == '\\'
		case c == '"':
			r.text = true
		case c == 'N' || c == 'I' || c == '-':
			for _, word := range notFinite {
				rest := p[i:]
				if !end && len(rest) < len(word) && bytes.HasPrefix(word, rest) {
					r.held = append(r.held, rest...)
					return i
				}
				if bytes.HasPrefix(rest, word) {
					copy(rest, append([]byte(`""`), bytes.Repeat([]byte(" "), len(word)-2)...))
					r.losses.Add(1, graph.LossNumber, "")
					i += len(word) - 1
					break
				}
			}
		}
	}
	return len(p)
}
