package lighter

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Go runs the go command in the module's root and returns what it prints.
type Go func(args ...string) (string, error)

// folder is where lighter copies are kept, in the module's root. The path of a
// copy gets into the program that is built with it, and so must be the same in
// every checkout.
const folder = ".cache/lighter"

// Prepare makes a lighter copy of Ebiten for the package that is to be built,
// unless it is there already, and returns the path, from the module's root, of a
// go.mod file that uses it. Run compiles for the browser, and host for this computer,
// on which shaders are compiled. It fails if Ebiten is not the version for which the
// replacements were tested.
func Prepare(root, pkg string, run, host Go) (modfile string, err error) {
	files, sources, err := read(pkg, run)
	if err != nil {
		return "", err
	}
	if err := check(files); err != nil {
		return "", err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		files["../"+name] = data
	}
	original := maps.Clone(files)
	if err := addPrecompiler(original, sources); err != nil {
		return "", err
	}
	if err := swapImports(files); err != nil {
		return "", err
	}
	dir := folder + "/" + digest(original, files)
	modfile = dir + "/go.mod"
	if _, err := os.Stat(filepath.Join(root, modfile)); err == nil {
		return modfile, nil
	}
	generated, err := precompile(root, original, host)
	if err != nil {
		return "", err
	}
	for _, c := range compiler {
		delete(files, c.file)
	}
	maps.Copy(files, generated)
	files["../go.mod"] = replacing(files["../go.mod"], dir)
	return modfile, write(filepath.Join(root, dir), files)
}

// replacing returns a go.mod file that uses the copy of Ebiten in a folder.
func replacing(mod []byte, dir string) []byte {
	return fmt.Appendf(slices.Clip(mod), "\nreplace %s %s => ./%s/ebiten\n", ebiten, version, dir)
}

// read returns the files of Ebiten that the package needs, by their path in the
// module, and the shaders in the Go files of the main module and of Ebiten's root.
func read(pkg string, run Go) (files map[string][]byte, shaders []string, err error) {
	const format = `{{with .Module}}{{if or .Main (eq .Path "` + ebiten + `")}}{{if .Main}}main{{else}}{{.Version}}{{end}}	{{.Dir}}	{{$.Dir}}	` +
		`{{range $.GoFiles}}{{.}}	{{end}}{{range $.SFiles}}{{.}}	{{end}}{{range $.EmbedFiles}}{{.}}	{{end}}{{end}}{{end}}`
	list, err := run("list", "-deps", "-f", format, pkg)
	if err != nil {
		return nil, nil, err
	}
	files = map[string][]byte{}
	for line := range strings.Lines(list) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) < 4 {
			continue
		}
		isMain := fields[0] == "main"
		if !isMain && fields[0] != version {
			return nil, nil, fmt.Errorf("Ebiten is %s, and only %s has been tested", fields[0], version)
		}
		module, dir, names := fields[1], fields[2], fields[3:]
		if dir == module && !isMain {
			names = append(slices.Clone(names), "go.mod", "LICENSE")
		}
		for _, name := range names {
			path := filepath.Join(dir, name)
			inside, err := filepath.Rel(module, path)
			if err != nil {
				return nil, nil, err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, nil, err
			}
			found, err := shaderSources(inside, data)
			if err != nil {
				return nil, nil, err
			}
			shaders = append(shaders, found...)
			if !isMain {
				files[filepath.ToSlash(inside)] = data
			}
		}
	}
	return files, shaders, nil
}

// check returns an error unless the files that are replaced are those for which this
// was tested.
func check(files map[string][]byte) error {
	expected := slices.Clone(compiler)
	for _, s := range swaps {
		expected = append(expected, struct{ file, sum string }{s.file, s.sum})
	}
	for _, e := range expected {
		data, found := files[e.file]
		if !found {
			return fmt.Errorf("Ebiten has no %s", e.file)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != e.sum {
			return fmt.Errorf("Ebiten’s %s is not the one that has been tested", e.file)
		}
	}
	return nil
}

// swapImports makes the swaps.
func swapImports(files map[string][]byte) error {
	for _, s := range swaps {
		before, after, found := strings.Cut(string(files[s.file]), "\n\t\""+s.path+"\"\n")
		if !found {
			return fmt.Errorf("Ebiten’s %s does not import %s", s.file, s.path)
		}
		// The licence asks for a notice of every change.
		changed := fmt.Appendf(nil, "%s\n\t%q // changed by proxynet; was %q\n%s", before, standIns+s.standIn, s.path, after)
		var err error
		if files[s.file], err = format.Source(changed); err != nil {
			return fmt.Errorf("%s: %w", s.file, err)
		}
	}
	return nil
}

// digest returns a name for sets of files.
func digest(sets ...map[string][]byte) string {
	all := sha256.New()
	for _, files := range sets {
		for _, name := range names(files) {
			fmt.Fprintf(all, "%s %x\n", name, sha256.Sum256(files[name]))
		}
	}
	return hex.EncodeToString(all.Sum(nil)[:8])
}

// write puts the files under dir/ebiten, all or none.
func write(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), "new-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := writeAll(temp, files); err != nil {
		return err
	}
	err = os.Rename(temp, dir)
	if _, there := os.Stat(filepath.Join(dir, "go.mod")); there == nil {
		return nil // another build was faster
	}
	return err
}

// writeAll writes files into dir/ebiten.
func writeAll(dir string, files map[string][]byte) error {
	for _, name := range names(files) {
		path := filepath.Join(dir, "ebiten", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

func names(files map[string][]byte) []string {
	all := make([]string, 0, len(files))
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
