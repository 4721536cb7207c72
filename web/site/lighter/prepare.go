package lighter

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/format"
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
// go.mod file that uses it. It fails when Ebiten is not what it was when the swaps
// were tried.
func Prepare(root, pkg string, run Go) (modfile string, err error) {
	files, err := read(pkg, run)
	if err != nil {
		return "", err
	}
	if err := change(files); err != nil {
		return "", err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		files["../"+name] = data
	}
	dir := folder + "/" + digest(files)
	files["../go.mod"] = fmt.Appendf(files["../go.mod"], "\nreplace %s %s => ./%s/ebiten\n", ebiten, version, dir)
	modfile = dir + "/go.mod"
	if _, err := os.Stat(filepath.Join(root, modfile)); err == nil {
		return modfile, nil
	}
	return modfile, write(filepath.Join(root, dir), files)
}

// read returns the files of Ebiten that the package needs, by their path in the
// module.
func read(pkg string, run Go) (map[string][]byte, error) {
	const format = `{{with .Module}}{{if eq .Path "` + ebiten + `"}}{{.Version}}	{{.Dir}}	{{$.Dir}}	` +
		`{{range $.GoFiles}}{{.}}	{{end}}{{range $.SFiles}}{{.}}	{{end}}{{range $.EmbedFiles}}{{.}}	{{end}}{{end}}{{end}}`
	list, err := run("list", "-deps", "-f", format, pkg)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for line := range strings.Lines(list) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) < 4 {
			continue
		}
		if fields[0] != version {
			return nil, fmt.Errorf("Ebiten is %s, and only %s is known well enough", fields[0], version)
		}
		module, dir, names := fields[1], fields[2], fields[3:]
		if dir == module {
			names = append(slices.Clone(names), "go.mod", "LICENSE")
		}
		for _, name := range names {
			path := filepath.Join(dir, name)
			inside, err := filepath.Rel(module, path)
			if err != nil {
				return nil, err
			}
			if files[filepath.ToSlash(inside)], err = os.ReadFile(path); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// change makes the swaps.
func change(files map[string][]byte) error {
	for _, s := range swaps {
		data, found := files[s.file]
		if !found {
			return fmt.Errorf("Ebiten has no %s", s.file)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != s.sum {
			return fmt.Errorf("Ebiten’s %s is not the one that is known", s.file)
		}
		before, after, found := strings.Cut(string(data), "\n\t\""+s.path+"\"\n")
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

// digest returns a name for the files.
func digest(files map[string][]byte) string {
	all := sha256.New()
	for _, name := range names(files) {
		fmt.Fprintf(all, "%s %x\n", name, sha256.Sum256(files[name]))
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
	for _, name := range names(files) {
		path := filepath.Join(temp, "ebiten", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
	}
	err = os.Rename(temp, dir)
	if _, there := os.Stat(filepath.Join(dir, "go.mod")); there == nil {
		return nil // another build was faster
	}
	return err
}

func names(files map[string][]byte) []string {
	all := make([]string, 0, len(files))
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
