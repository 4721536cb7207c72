package compile

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"proxynet/web/site"
	"proxynet/web/site/lighter"
)

// buildFlags make a program small and the same wherever it is built. Of the project's
// own packages those that a frame or a large network waits for are inlined, package math,
// and syscall/js, whose calls otherwise take memory from the heap: that takes a tenth off
// the Brotli copy, and nothing measurable off the speed of a frame. The inner loops of
// layout, placement and routing go without bounds checks; fuzzers and tests run with them.
// The last pattern that matches counts.
var buildFlags = []string{
	"-trimpath", "-buildvcs=false", "-ldflags=-s -w",
	"-gcflags=all=-l", "-gcflags=proxynet/...=", "-gcflags=math=", "-gcflags=syscall/js=", "-gcflags=proxynet/viz/layout=-B",
	"-gcflags=proxynet/viz/place=-B", "-gcflags=proxynet/viz/route=-B",
	"-gcflags=proxynet/network=-l", "-gcflags=proxynet/network/question=-l", "-gcflags=proxynet/wasm/...=-l", "-gcflags=proxynet/web/...=-l",
	"-gcflags=proxynet/viz/diagram=-l", "-gcflags=proxynet/viz/svg=-l",
}

// Packages of the programs.
const (
	viewer = "proxynet/wasm"
	layout = "proxynet/wasm/layout"
	desk   = "proxynet/wasm/desk"
)

// Programs compiles the programs of a page from the checkout at root.
func Programs(ctx context.Context, root string, warn func(string)) (site.Programs, error) {
	var p site.Programs
	tool := Toolchain{root, Browser}
	goroot, err := tool.Run(ctx, "env", "GOROOT")
	if err != nil {
		return p, err
	}
	if p.Exec, err = os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js")); err != nil {
		return p, fmt.Errorf("the Go toolchain lacks its WASM support: %w", err)
	}
	run := func(args ...string) (string, error) { return tool.Run(ctx, args...) }
	own := Toolchain{root, Platform{runtime.GOOS, runtime.GOARCH}}
	host := func(args ...string) (string, error) { return own.Run(ctx, args...) }
	if p.Viewer, err = compileViewer(root, run, host, warn); err != nil {
		return p, err
	}
	if p.Layout, err = build(run, layout); err != nil {
		return p, fmt.Errorf("the layout does not compile: %w", err)
	}
	if p.Desk, err = compileDesk(root, run, warn); err != nil {
		return p, err
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return p, fmt.Errorf("the licence of proxynet: %w", err)
	}
	for _, program := range []*[]byte{&p.Viewer, &p.Layout, &p.Desk} {
		*program = withLicence(*program, licence)
	}
	if p.Notices, err = Notices(ctx, root, siteNotices, []Platform{Browser}, viewer, layout); err != nil {
		return p, err
	}
	p.DeskNotices, err = Notices(ctx, root, deskNotices, []Platform{Browser}, desk, viewer, layout)
	return p, err
}

// compileViewer returns the viewer, compiled with a lighter Ebiten if possible.
func compileViewer(root string, run, host lighter.Go, warn func(string)) ([]byte, error) {
	modfile, cause := lighter.Prepare(root, viewer, run, host)
	if cause == nil {
		wasm, err := build(run, viewer, "-modfile="+modfile)
		if err == nil {
			return wasm, nil
		}
		cause = err
	}
	wasm, err := build(run, viewer)
	if err != nil {
		return nil, fmt.Errorf("the viewer does not compile: %w", err)
	}
	warn(fmt.Sprintf("The viewer is built with unmodified Ebiten and is more than half as large again, since %v", cause))
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
	if err != nil {
		return nil, err
	}
	if err = whole(wasm); err != nil {
		return nil, fmt.Errorf("the compiler's output is broken: %w; make room in %s, or lift the limit on file sizes (ulimit -f)", err, os.TempDir())
	}
	return joinSegments(wasm)
}
