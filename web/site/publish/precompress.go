package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"proxynet/web/site"
	"proxynet/web/site/compress"
)

// compressed lists the extensions of files that get compressed copies.
var compressed = []string{".html", ".css", ".js", ".json", ".columns", ".wasm", ".svg", ".txt"}

// mostBest is the number of networks in a collection up to which their files are
// compressed as well as possible.
const mostBest = 20

// effortFor returns the effort for the copies of a file. The parts of a large network
// are hundreds of files, its data are megabytes, and a collection has pages in three
// languages for each network.
func effortFor(name string, data []byte, networks int) compress.Effort {
	const large = 2 << 20
	switch {
	case path.Base(path.Dir(name)) == "evidence", len(data) > large && path.Ext(name) != ".wasm":
		return compress.Quick
	case networks > mostBest && path.Ext(name) != ".wasm" && !strings.HasPrefix(name, "assets/"):
		return compress.Fair
	}
	return compress.Best
}

// mostWorkers is the number of files that are compressed at a time, at most. Brotli
// at its best takes hundreds of megabytes for a program.
const mostWorkers = 4

// precompress adds the compressed copies of the files of a site with the given number
// of networks. Equal files are compressed once. Brotli copies that exist already are
// given in packed, by the hash of their content.
func precompress(ctx context.Context, files map[string][]byte, packed map[[sha256.Size]byte][]byte, networks int) error {
	type task struct {
		names  []string
		format compress.Format
		copy   []byte
		err    error
	}
	type key struct {
		content [sha256.Size]byte
		effort  compress.Effort
	}
	var tasks []*task
	known := map[key]*[2]task{}
	for _, name := range site.SortedNames(files) {
		if !slices.Contains(compressed, path.Ext(name)) {
			continue
		}
		k := key{sha256.Sum256(files[name]), effortFor(name, files[name], networks)}
		pair := known[k]
		if pair == nil {
			pair = &[2]task{{format: compress.Brotli, copy: packed[k.content]}, {format: compress.Gzip}}
			known[k] = pair
			tasks = append(tasks, &pair[0], &pair[1])
		}
		for i := range pair {
			pair[i].names = append(pair[i].names, name)
		}
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), mostWorkers) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(tasks); i = next.Add(1) - 1 {
				t := tasks[i]
				if t.err = ctx.Err(); t.err == nil && t.copy == nil {
					name := t.names[0]
					t.copy, t.err = t.format.Copy(files[name], effortFor(name, files[name], networks))
				}
			}
		})
	}
	workers.Wait()
	for _, t := range tasks {
		if t.err != nil {
			return fmt.Errorf("%s%s: %w", t.names[0], t.format.Extension, t.err)
		}
		for _, name := range t.names {
			files[name+t.format.Extension] = t.copy
		}
	}
	return nil
}
