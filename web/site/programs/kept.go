package programs

import (
	"context"
	"os"
	"path/filepath"

	"proxynet/network/file"
	"proxynet/web/site"
	"proxynet/web/site/compile"
)

// keptFolder is the folder in a checkout with the programs that were compiled
// there last. Linking them takes seconds even if nothing has changed.
const keptFolder = ".cache/programs"

// compiledAt returns the programs of the sources in the checkout at root: those that
// were compiled there last if nothing has changed since, else it compiles them.
// The sources are their hash, see [compile.Sources].
func compiledAt(ctx context.Context, root, sources string, warn func(message string)) (Set, error) {
	tool := compile.Toolchain{Root: root, Platform: compile.Browser}
	// Everything else that affects the compiler's output for the same sources.
	settings, err := tool.Run(ctx, "env", "GOVERSION", "GOFLAGS", "GOEXPERIMENT", "GOWASM", "GOWORK")
	if err != nil {
		return Set{}, err
	}
	dir := filepath.Join(root, filepath.FromSlash(keptFolder))
	kept := os.DirFS(dir)
	if m, err := ReadManifest(kept); err == nil && m.Sources == sources && m.Go == settings {
		if s, err := Load(kept); err == nil {
			s.Brotli = nil // they are packed quickly
			return s, nil
		}
	}
	warn("Compiling the viewer. The first time, this takes a minute or two.")
	warned := false
	p, err := compile.Programs(ctx, root, func(message string) { warned = true; warn(message) })
	if err != nil {
		return Set{}, err
	}
	if !warned {
		keep(p, dir, sources, settings)
	}
	return Set{Programs: p}, nil
}

// keep writes programs into a folder. Failing only costs the next build time.
func keep(p site.Programs, dir, sources, settings string) {
	files, err := Pack(p, sources, settings, true)
	if err != nil || os.MkdirAll(dir, 0o755) != nil {
		return
	}
	manifest := files[manifestName]
	delete(files, manifestName)
	for name, data := range files {
		if file.Write(filepath.Join(dir, name), data) != nil {
			return
		}
	}
	file.Write(filepath.Join(dir, manifestName), manifest) // it names the files, so it comes last
}
