package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// compile builds the viewer with the Go toolchain, from the module's source.
func compile(ctx context.Context) (program, error) {
	root, err := goTool(ctx, ".", "list", "-m", "-f", "{{.Dir}}", "proxynet")
	if err != nil {
		return program{}, fmt.Errorf("the viewer is compiled from proxynet's own source: run this in a checkout of it (%w)", err)
	}
	goroot, err := goTool(ctx, root, "env", "GOROOT")
	if err != nil {
		return program{}, err
	}
	exec, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return program{}, fmt.Errorf("the Go toolchain lacks its WASM support: %w", err)
	}
	dir, err := os.MkdirTemp("", "proxynet-viewer-*")
	if err != nil {
		return program{}, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "viewer.wasm")
	if _, err := goTool(ctx, root, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "proxynet/wasm"); err != nil {
		return program{}, fmt.Errorf("the viewer does not compile: %w", err)
	}
	wasm, err := os.ReadFile(out)
	return program{wasm, exec}, err
}

// goTool runs the go command for js/wasm in dir and returns what it prints.
func goTool(ctx context.Context, dir string, args ...string) (string, error) {
	var out, faults bytes.Buffer
	c := exec.CommandContext(ctx, "go", args...)
	c.Dir, c.Stdout, c.Stderr = dir, &out, &faults
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	err := c.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("there is no Go toolchain; install Go from go.dev")
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(faults.String()))
	}
	return strings.TrimSpace(out.String()), nil
}
