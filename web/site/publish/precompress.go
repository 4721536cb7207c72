package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"

	"proxynet/web/site"
	"proxynet/web/site/compress"
)

// compressed lists the extensions of files that get compressed copies.
var compressed = []string{".html", ".css", ".js", ".json", ".wasm", ".svg", ".txt"}

// quickly reports whether a file's copies are compressed quickly: it is one of the
// parts of a large network, of which there are hundreds, or such a network itself.
func quickly(name string, data []byte) bool {
	const large = 2 << 20
	return path.Base(path.Dir(name)) == "evidence" || len(data) > large && path.Ext(name) == ".json"
}

// precompress adds the compressed copies of files. Brotli copies that exist
// already are given in packed, by the hash of their content.
func precompress(ctx context.Context, files map[string][]byte, packed map[[sha256.Size]byte][]byte) error {
	for _, name := range site.SortedNames(files) {
		if !slices.Contains(compressed, path.Ext(name)) {
			continue
		}
		data := files[name]
		for _, f := range []compress.Format{compress.Brotli, compress.Gzip} {
			if err := ctx.Err(); err != nil {
				return err
			}
			if f.Extension == compress.Brotli.Extension {
				if given := packed[sha256.Sum256(data)]; given != nil {
					files[name+f.Extension] = given
					continue
				}
			}
			c, err := f.Copy(data, quickly(name, data))
			if err != nil {
				return fmt.Errorf("%s%s: %w", name, f.Extension, err)
			}
			files[name+f.Extension] = c
		}
	}
	return nil
}
