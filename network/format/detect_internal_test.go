package format

import (
	"os"
	"testing"
)

// Detected returns the format that the content of a file is in, whatever its name.
func Detected(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o := DefaultOptions()
	name, err := detect(namedReader{"x", f}, &o)
	if err != nil {
		t.Fatal(err)
	}
	return name
}
