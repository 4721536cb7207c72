package test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is the path of the command, built once for all tests of this package.
var program string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "proxynet-test-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		program = filepath.Join(dir, "proxynet")
		if out, err := exec.Command("go", "build", "-trimpath", "-o", program, "../..").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// Files of the repository, relative to its root, where commands run.
const (
	soundNetwork = "network/file/testdata/harbour.yaml"
	soundArticle = "network/file/testdata/harbour.txt"
	anyGraph     = "viz/layout/edgelist/testdata/ring.json"
	anyDOT       = "network/format/dot/testdata/graph.dot"
)

// command returns the command with its arguments, to be run in the root of the
// repository.
func command(args ...string) *exec.Cmd {
	c := exec.Command(program, args...)
	c.Dir = root
	return c
}

// run runs the command until it ends.
func run(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	c := command(args...)
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	err := c.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String(), problems.String()
}
