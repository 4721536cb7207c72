package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"proxynet/web/site/lighter"
)

// buildFlags make a program small and the same wherever it is built. The layout's
// inner loops go without bounds checks; the fuzzers run with them.
var buildFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=proxynet/viz/layout=-B"}

// compile builds the programs of the page with the Go toolchain, from the module's source.
func compile(ctx context.Context, warn func(string)) (program, error) {
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
	run := func(args ...string) (string, error) { return goTool(ctx, root, args...) }
	wasm, err := compileViewer(root, run, warn)
	if err != nil {
		return program{}, err
	}
	layout, err := build(run, "proxynet/wasm/layout")
	if err != nil {
		return program{}, fmt.Errorf("the layout does not compile: %w", err)
	}
	questions, err := build(run, "proxynet/wasm/questions")
	if err != nil {
		return program{}, fmt.Errorf("the program that answers questions does not compile: %w", err)
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return program{}, fmt.Errorf("the licence of proxynet: %w", err)
	}
	return program{withLicence(wasm, licence), withLicence(layout, licence), withLicence(questions, licence), exec}, nil
}

// compileViewer returns the viewer, made with a lighter Ebiten if that is to be
// had.
func compileViewer(root string, run lighter.Go, warn func(string)) ([]byte, error) {
	const viewer = "proxynet/wasm"
	modfile, fault := lighter.Prepare(root, viewer, run)
	if fault == nil {
		wasm, err := build(run, viewer, "-modfile="+modfile)
		if err == nil {
			return wasm, nil
		}
		fault = err
	}
	wasm, err := build(run, viewer)
	if err != nil {
		return nil, fmt.Errorf("the viewer does not compile: %w", err)
	}
	warn(fmt.Sprintf("The viewer is built with the whole of Ebiten and is half as heavy again, since %v", fault))
	return wasm, nil
}

// build compiles a package of the module.
func build(run lighter.Go, pkg string, flags ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "proxynet-viewer-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "program.wasm")
	args := slices.Concat([]string{"build"}, buildFlags, flags, []string{"-o", out, pkg})
	if _, err := run(args...); err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(out)
	if err == nil {
		if err = whole(wasm); err != nil {
			err = fmt.Errorf("the compiler's output is broken: %w; make room in %s, or lift the limit on file sizes (ulimit -f)", err, os.TempDir())
		}
	}
	return wasm, err
}

// goTool runs the go command for js/wasm in dir and returns what it prints.
func goTool(ctx context.Context, dir string, args ...string) (string, error) {
	var out, faults bytes.Buffer
	c := exec.CommandContext(ctx, "go", args...)
	c.Dir, c.Stdout, c.Stderr = dir, &out, &faults
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	// Interrupted, the go command removes its temporary files; whatever it has
	// started holds this program up no longer than that.
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = time.Second
	err := c.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("there is no Go toolchain; install Go from go.dev")
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(faults.String()))
	}
	return strings.TrimSpace(out.String()), nil
}
