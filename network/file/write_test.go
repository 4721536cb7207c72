package file_test

import (
	"os"
	"path/filepath"
	"testing"

	"proxynet/network/file"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.json")
	for _, want := range []string{"first, and longer", "second"} {
		if err := file.Write(path, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got := string(read(t, path)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if err := file.Write(filepath.Join(dir, "nowhere", "out.json"), nil); err == nil {
		t.Error("it writes into a folder that is not there")
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := file.Write(filepath.Join(dir, "folder"), nil); err == nil {
		t.Error("it writes a file over a folder")
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 2 {
		t.Errorf("got %v left behind, want the file and the folder", left)
	}
}
