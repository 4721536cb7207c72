package compile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Platform is what programs are compiled for, in Go's words.
type Platform struct{ OS, Arch string }

// Browser is the platform of the programs of a page.
var Browser = Platform{"js", "wasm"}

// Toolchain is the go command for one platform, run in the root of a checkout.
type Toolchain struct {
	Root string
	Platform
}

// ErrNoGo means that there is no go command.
var ErrNoGo = errors.New("there is no Go toolchain; install Go from go.dev")

// Run runs the go command and returns what it prints, without the space around
// it. The error is [ErrNoGo] if there is no go command.
func (t Toolchain) Run(ctx context.Context, args ...string) (string, error) {
	var out, problems bytes.Buffer
	c := exec.CommandContext(ctx, "go", args...)
	c.Dir, c.Stdout, c.Stderr = t.Root, &out, &problems
	c.Env = append(os.Environ(), "GOOS="+t.OS, "GOARCH="+t.Arch, "CGO_ENABLED=0")
	// Interrupted, the go command removes its temporary files; whatever it has
	// started delays this program no longer than WaitDelay.
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = time.Second
	err := c.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", ErrNoGo
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(problems.String()))
	}
	return strings.TrimSpace(out.String()), nil
}
