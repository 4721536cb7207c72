package compress_test

import (
	"bytes"
	"fmt"
	"testing"

	"proxynet/web/site/compress"
)

// TestCopyIsReproducible compresses the same data twice, each time without a cache.
func TestCopyIsReproducible(t *testing.T) {
	var data []byte
	for i := range 40_000 { // text with some repetitions, like programs and pages
		data = fmt.Appendf(data, "%x %d,", i*i%7919, i%13)
	}
	for _, f := range []compress.Format{compress.Brotli, compress.Gzip} {
		for _, e := range []compress.Effort{compress.Best, compress.Fair, compress.Quick} {
			var copies [2][]byte
			for i := range copies {
				t.Setenv("XDG_CACHE_HOME", t.TempDir())
				var err error
				if copies[i], err = f.Copy(data, e); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(copies[0], copies[1]) {
				t.Errorf("%s, effort %d: two copies of the same data differ", f.Extension, e)
			}
			if got, err := f.Unpack(copies[0], len(data)); err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s, effort %d: it is no copy: %v", f.Extension, e, err)
			}
		}
	}
}
