package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/andybalholm/brotli"

	"proxynet/network/file"
)

// compressed lists the extensions of files that get twins.
var compressed = map[string]bool{".html": true, ".css": true, ".js": true, ".json": true, ".wasm": true, ".svg": true, ".txt": true}

// codecs are how twins are made: at their best and slowest, or quickly where
// there are many files.
var codecs = []struct {
	extension string
	writer    func(w io.Writer, quick bool) io.WriteCloser
	reader    func(r io.Reader) (io.Reader, error)
}{
	{".br", func(w io.Writer, quick bool) io.WriteCloser {
		if quick {
			return brotli.NewWriterLevel(w, 4)
		}
		const window = 24 // 16 MB, the most that browsers know
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: window})
	}, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
	{".gz", func(w io.Writer, quick bool) io.WriteCloser {
		level := gzip.BestCompression
		if quick {
			level = 4
		}
		z, err := gzip.NewWriterLevel(w, level)
		if err != nil {
			panic("site: " + err.Error())
		}
		return z
	}, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
}

// quickly tells whether a file's twins are to be made quickly: it is one of the
// parts of a large network, of which there are hundreds, or such a network itself.
func quickly(name string, data []byte) bool {
	const large = 2 << 20
	return path.Base(path.Dir(name)) == "evidence" || len(data) > large && path.Ext(name) == ".json"
}

// codecsVersion is to be raised with every change to codecs, so that twins made
// before are not taken from the cache.
const codecsVersion = 2

// addTwins adds the compressed twins of files. The viewer's takes half a
// minute, so twins are kept in the user's cache folder under the hash of what
// they are of.
func addTwins(ctx context.Context, files map[string][]byte) error {
	cache := ""
	if dir, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(dir, "proxynet", "twins")
	}
	for _, name := range sortedNames(files) {
		if !compressed[path.Ext(name)] {
			continue
		}
		for _, c := range codecs {
			if err := ctx.Err(); err != nil {
				return err
			}
			quick := quickly(name, files[name])
			kept := filepath.Join(cache, fmt.Sprintf("%x.%d%s", sha256.Sum256(files[name]), codecsVersion, c.extension))
			twin, err := os.ReadFile(kept)
			if cache == "" || err != nil || !unpacksTo(c.reader, twin, files[name]) {
				var b bytes.Buffer
				w := c.writer(&b, quick)
				if _, err := w.Write(files[name]); err != nil {
					return fmt.Errorf("%s%s: %w", name, c.extension, err)
				}
				if err := w.Close(); err != nil {
					return fmt.Errorf("%s%s: %w", name, c.extension, err)
				}
				twin = b.Bytes()
				if cache != "" && !quick && os.MkdirAll(cache, 0o755) == nil {
					file.Write(kept, twin) // a cache that can't be written only costs time
				}
			}
			files[name+c.extension] = twin
		}
	}
	return nil
}

// unpacksTo reports whether a twin from the cache is one of the data.
func unpacksTo(reader func(io.Reader) (io.Reader, error), twin, data []byte) bool {
	r, err := reader(bytes.NewReader(twin))
	if err != nil {
		return false
	}
	unpacked, err := io.ReadAll(io.LimitReader(r, int64(len(data))+1))
	return err == nil && bytes.Equal(unpacked, data)
}
