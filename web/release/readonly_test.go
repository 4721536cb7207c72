//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReadOnlyFolder writes into a read-only folder: the error is one line, and nothing
// is left in the folder.
func TestReadOnlyFolder(t *testing.T) {
	m := newMachine(t)
	if err := os.Mkdir(m.path("locked"), 0o555); err != nil {
		t.Fatal(err)
	}
	credential := &syscall.SysProcAttr{}
	if os.Getuid() == 0 { // who can write anywhere
		const nobody = 65534
		credential.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
		for _, dir := range []string{m.dir, filepath.Dir(m.dir), filepath.Dir(m.binary)} {
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, args := range []string{
		"new locked/cable --article harbour.txt",
		"schema -o locked/out",
		"import harbour.gexf -o locked/out",
		"export --network harbour.yaml --format png -o locked/out",
		"build --network harbour.yaml -o locked/out",
		"build --network harbour.yaml -o locked/deep/out",
		"build --network harbour.yaml --single-file -o locked/out",
	} {
		if strings.HasPrefix(args, "import") {
			m.run(0, "export --network harbour.yaml --format gexf -o harbour.gexf")
		}
		c := m.command(args)
		c.SysProcAttr = credential
		out, _ := c.CombinedOutput()
		if said := string(out); c.ProcessState.ExitCode() != 1 || !strings.HasPrefix(said, "locked/") || !strings.HasSuffix(said, "can't be written: permission denied; allow writing to its folder, or name a place elsewhere\n") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: it says %q", args, said)
		}
		if entries, err := os.ReadDir(m.path("locked")); err != nil || len(entries) > 0 {
			t.Errorf("%s: it leaves %v, %v", args, entries, err)
		}
	}
}
