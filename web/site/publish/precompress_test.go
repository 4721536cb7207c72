package publish_test

import (
	"bytes"
	"fmt"
	"testing"

	"proxynet/web/site/compress"
	"proxynet/web/site/publish"
)

func TestPrecompressCompressesEqualFilesOnce(t *testing.T) {
	files := map[string][]byte{"a/picture.png": []byte("no copies")}
	for i := range 3 {
		files[fmt.Sprintf("n%d/embed.js", i)] = []byte("export const same = 1;")
		files[fmt.Sprintf("n%d/index.html", i)] = fmt.Appendf(nil, "<p>%d", i)
	}
	for _, networks := range []int{1, 300} {
		all := map[string][]byte{}
		for name, data := range files {
			all[name] = data
		}
		if err := publish.Precompress(t.Context(), all, nil, networks); err != nil {
			t.Fatal(err)
		}
		if len(all) != len(files)+2*6 {
			t.Errorf("%d networks: there are %d files", networks, len(all))
		}
		for i := range 3 {
			for _, name := range []string{"embed.js", "index.html"} {
				name = fmt.Sprintf("n%d/%s", i, name)
				for _, f := range []compress.Format{compress.Brotli, compress.Gzip} {
					if got, err := f.Unpack(all[name+f.Extension], len(files[name])); err != nil || !bytes.Equal(got, files[name]) {
						t.Errorf("%s%s is not its copy: %v", name, f.Extension, err)
					}
				}
			}
		}
		if a, b := all["n0/embed.js.br"], all["n2/embed.js.br"]; &a[0] != &b[0] {
			t.Error("embed.js was compressed twice")
		}
	}
}

func TestEffortFor(t *testing.T) {
	large := make([]byte, 3<<20)
	for _, test := range []struct {
		name     string
		data     []byte
		networks int
		want     compress.Effort
	}{
		{"a/index.html", nil, 1, compress.Best},
		{"a/index.html", nil, 300, compress.Fair},
		{"assets/1f/page/app.js", nil, 300, compress.Best},
		{"viewer.1f.wasm", large, 300, compress.Best},
		{"evidence/1.html", nil, 1, compress.Quick},
		{"network.1f.columns", large, 1, compress.Quick},
	} {
		if got := publish.EffortFor(test.name, test.data, test.networks); got != test.want {
			t.Errorf("%s of %d networks: got %d, want %d", test.name, test.networks, got, test.want)
		}
	}
}
