package file_test

import (
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
)

func TestPortable(t *testing.T) {
	for name, want := range map[string]bool{
		"quds": true, "a.b": true, ".git": true, "con-man": true, "console": true, "com": true, "com10": true, "lpt": true, "nuland": true, "auxiliary": true, "شبکه": true,
		"con": false, "nul": false, "aux": false, "prn": false, "com1": false, "com0": false, "lpt9": false, "COM¹": false, "Con": false, "con.txt": false, "nul.tar.gz": false, "aux .x": false, "conin$": false,
		"a.": false, "a ": false, "...": false,
	} {
		if got := file.Portable(name); got != want {
			t.Errorf("%q: got %v", name, got)
		}
	}
}

func TestStartRefusesNamesOfDevices(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"con", "aux", "com1", "story.", "story "} {
		written, err := file.Start(filepath.Join(dir, name), "testdata/harbour.txt", "en", file.Conflict, false)
		if err == nil || len(written) > 0 || !strings.Contains(err.Error(), "Windows can't have a folder") {
			t.Errorf("%q: wrote %q, got %v", name, written, err)
		}
	}
	for _, name := range []string{"story", ".", ".."} {
		if _, err := file.Start(filepath.Join(dir, name)+"/", "testdata/harbour.txt", "en", file.Conflict, true); err != nil {
			t.Errorf("%q: got %v", name, err)
		}
	}
}
