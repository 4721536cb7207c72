package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"proxynet/web/site"
	"proxynet/web/site/compress"
)

// compressed lists the extensions of files that get compressed copies.
var compressed = []string{".html", ".css", ".js", ".json", ".columns", ".wasm", ".svg", ".txt"}

// quickly reports whether a file's copies are compressed quickly: it is one of the
// parts of a large network, of which there are hundreds, or such a network itself.
func quickly(name string, data []byte) bool {
	const large = 2 << 20
	return path.Base(path.Dir(name)) == "evidence" || len(data) > large && path.Ext(name) != ".wasm"
}

// mostWorkers is the number of files that are compressed at a time, at most. Brotli
// at its best takes hundreds of megabytes for a program.
const mostWorkers = 4

// precompress adds the compressed copies of files. Brotli copies that exist
// already are given in packed, by the hash of their content.
func precompress(ctx context.Context, files map[string][]byte, packed map[[sha256.Size]byte][]byte) error {
	type task struct {
		name   string
		format compress.Format
		copy   []byte
		err    error
	}
	var tasks []*task
	for _, name := range site.SortedNames(files) {
		if slices.Contains(compressed, path.Ext(name)) {
			tasks = append(tasks, &task{name: name, format: compress.Brotli}, &task{name: name, format: compress.Gzip})
		}
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), mostWorkers) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(tasks); i = next.Add(1) - 1 {
				t := tasks[i]
				if t.err = ctx.Err(); t.err == nil {
					t.copy, t.err = copyOf(t.name, files[t.name], t.format, packed)
				}
			}
		})
	}
	workers.Wait()
	for _, t := range tasks {
		if t.err != nil {
			return t.err
		}
		files[t.name+t.format.Extension] = t.copy
	}
	return nil
}

// copyOf returns the compressed copy of a file, which may be given in packed.
func copyOf(name string, data []byte, f compress.Format, packed map[[sha256.Size]byte][]byte) ([]byte, error) {
	if f.Extension == compress.Brotli.Extension {
		if given := packed[sha256.Sum256(data)]; given != nil {
			return given, nil
		}
	}
	c, err := f.Copy(data, quickly(name, data))
	if err != nil {
		return nil, fmt.Errorf("%s%s: %w", name, f.Extension, err)
	}
	return c, nil
}
