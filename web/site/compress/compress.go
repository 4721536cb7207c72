// Package compress makes the compressed copies that static hosts serve in place of
// files, such as app.js.br for app.js.
package compress

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"

	"proxynet/network/file"
)

// Format is a format of compressed files.
type Format struct {
	Extension string // such as ".br"

	writer func(w io.Writer, e Effort) io.WriteCloser
	reader func(r io.Reader) (io.Reader, error)
}

// Effort is the time that a copy may take.
type Effort int

const (
	Best  Effort = iota // the smallest copy: a second for a large page
	Fair                // a thirtieth of the time of Best with Brotli, and a tenth larger
	Quick               // half the time of Fair
)

// levels are the levels of both formats by effort.
var levels = [...]struct{ brotli, gzip int }{Best: {brotli.BestCompression, gzip.BestCompression}, Fair: {9, 8}, Quick: {4, 4}}

var (
	// Brotli takes half a minute for the viewer at its best.
	Brotli = Format{".br", func(w io.Writer, e Effort) io.WriteCloser {
		if e == Quick {
			return brotli.NewWriterLevel(w, levels[e].brotli)
		}
		const window = 24 // 16 MB, the most that browsers know
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: levels[e].brotli, LGWin: window})
	}, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }}

	Gzip = Format{".gz", func(w io.Writer, e Effort) io.WriteCloser {
		z, err := gzip.NewWriterLevel(w, levels[e].gzip)
		if err != nil {
			panic("compress: " + err.Error())
		}
		return z
	}, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }}
)

// version is part of the names in the cache. Increase it with every change to the
// formats, so that copies made before are not used.
const version = 2

// Copy returns the compressed copy of data, the same bytes every time. The best one
// comes from the user's cache folder if it is there.
func (f Format) Copy(data []byte, e Effort) ([]byte, error) {
	if e != Best {
		return f.compress(data, e)
	}
	kept := f.cached(data)
	if kept != "" {
		if packed, err := os.ReadFile(kept); err == nil && f.holds(packed, data) {
			return packed, nil
		}
	}
	packed, err := f.compress(data, e)
	if err == nil && kept != "" && os.MkdirAll(filepath.Dir(kept), 0o755) == nil {
		file.Write(kept, packed) // a cache that can't be written only costs time
	}
	return packed, err
}

// cached returns the path of the copy of data in the cache, "" if there is no
// cache.
func (f Format) cached(data []byte) string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "proxynet", "compressed", fmt.Sprintf("%x.%d%s", sha256.Sum256(data), version, f.Extension))
}

func (f Format) compress(data []byte, e Effort) ([]byte, error) {
	var b bytes.Buffer
	w := f.writer(&b, e)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

// Unpack returns the content of a compressed copy. It fails if that is longer
// than most bytes.
func (f Format) Unpack(packed []byte, most int) ([]byte, error) {
	r, err := f.reader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err == nil && len(data) > most {
		err = errors.New("it is longer than it should be")
	}
	return data, err
}

// holds reports whether packed is a compressed copy of data.
func (f Format) holds(packed, data []byte) bool {
	unpacked, err := f.Unpack(packed, len(data))
	return err == nil && bytes.Equal(unpacked, data)
}
