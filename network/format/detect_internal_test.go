package format

import (
	"os"
	"testing"

	"proxynet/network/format/internal/reader"
)

// Detected returns the format of a file's content, regardless of its name.
func Detected(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o := DefaultOptions()
	name, err := detect(reader.File{Name: "x", Content: f}, &o.Options)
	if err != nil {
		t.Fatal(err)
	}
	return name
}
