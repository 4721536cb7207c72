package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site"
)

// replaceable returns the manifest of the site in a folder, nil if there is no
// folder, or an empty one. It fails if the folder must not be written: it holds
// something other than a site, or a site, and force was not asked for.
func replaceable(out string, force bool) (manifest, error) {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w; name a folder with -o", err)
	}
	m, err := readManifest(out)
	switch {
	case err != nil:
		return nil, err
	case m == nil:
		return nil, fmt.Errorf("%s is not empty, and proxynet did not build it: it holds no %s; name another folder with -o", out, manifestName)
	case !force:
		return nil, fmt.Errorf("%s already contains a site; replace it with --force, or name another folder with -o", out)
	}
	return m, nil
}

// write puts files into the site's folder. It replaces the files of an earlier
// build that are unchanged, and returns the paths of everything else in the
// folder, which stays; if a file would take the place of one of those, it fails
// and changes nothing.
//
// A folder that holds nothing else is replaced in one step, if the system can do
// that. Otherwise files are replaced one by one, in an order in which the site
// works at any moment: first those that pages load, pages last.
func (s *stage) write(files map[string][]byte, force bool) (others []string, err error) {
	files = maps.Clone(files)
	next := manifestOf(files)
	files[manifestName] = next.encode()
	if err := fill(s.next(), files); err != nil {
		return nil, err
	}
	// The folder may have changed since the build began.
	last, err := replaceable(s.out, force)
	if err != nil {
		return nil, err
	}
	here := workingIn(s.out)
	if last == nil && !here {
		if err := os.Rename(s.next(), s.out); err == nil { // which succeeds only over an empty folder
			return nil, nil
		}
		if _, err := replaceable(s.out, force); err != nil {
			return nil, err
		}
	}
	h := holding{}
	if last != nil {
		if h, err = hold(s.out, last, files); err != nil {
			return nil, err
		}
	}
	if found := h.conflicts(files); len(found) > 0 {
		return nil, fmt.Errorf("%s: these were changed since proxynet wrote them, or are not its own, and the site needs their places: %s; move them away, or name another folder with -o", s.out, listed(found))
	}
	if len(h.others) == 0 && last != nil && !here {
		if done, err := s.swap(); done || err != nil {
			return nil, err
		}
	}
	return h.others, s.replace(files, next, last, h)
}

// fill writes files into a new folder, and reads them back.
func fill(dir string, files map[string][]byte) error {
	for _, name := range site.SortedNames(files) {
		where := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(where), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(where, files[name], 0o644); err != nil {
			return err
		}
	}
	for name, data := range files {
		where := filepath.Join(dir, filepath.FromSlash(name))
		written, err := os.ReadFile(where)
		if err == nil && !bytes.Equal(written, data) {
			err = fmt.Errorf("%s: %d of %d bytes were written", where, len(written), len(data))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// workingIn reports whether the working directory of this process is dir or below it: a
// shell would be left in a folder that no longer exists.
func workingIn(dir string) bool {
	here, err := os.Getwd()
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(here); err == nil {
		here = real
	}
	return here == dir || strings.HasPrefix(here, dir+string(filepath.Separator))
}

// swap exchanges the site's folder and the next version atomically, and reports false
// if the system can't.
func (s *stage) swap() (bool, error) {
	if err := os.Mkdir(filepath.Join(s.dir, swapName), 0o755); err != nil {
		return false, err
	}
	return exchange(s.next(), s.out)
}

// replace writes the files one by one, and then removes those of the last version
// that are not among them. The manifest lists both versions meanwhile.
func (s *stage) replace(files map[string][]byte, next, last manifest, h holding) error {
	at := func(name string) string { return filepath.Join(s.out, filepath.FromSlash(name)) }
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return err
	}
	if err := file.Write(at(manifestName), last.with(next).encode()); err != nil {
		return err
	}
	names := slices.DeleteFunc(site.SortedNames(files), func(name string) bool { return name == manifestName })
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	both := last.with(next)
	for _, name := range names {
		same, err := both.unchanged(at(name), name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if err := os.MkdirAll(filepath.Dir(at(name)), 0o755); err != nil {
				return err
			}
			if err := file.WriteNew(at(name), files[name], false); err != nil {
				return err
			}
			continue
		case err == nil && !same:
			err = errors.New("it was changed while the site was built; move it away")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", at(name), err)
		}
		if err := file.Write(at(name), files[name]); err != nil {
			return err
		}
	}
	for _, name := range h.ours {
		if files[name] != nil {
			continue
		}
		if same, err := last.unchanged(at(name), name); err != nil || !same {
			continue // it is somebody else's by now
		}
		if err := os.Remove(at(name)); err != nil {
			return err
		}
	}
	for i := len(h.folders) - 1; i >= 0; i-- {
		os.Remove(at(h.folders[i])) // fails unless it is empty
	}
	return file.Write(at(manifestName), next.encode())
}

// rank orders files for replacing them one by one: what pages load has names that
// change with the content.
func rank(name string) int {
	switch {
	case strings.HasSuffix(name, ".html"), strings.HasSuffix(name, ".html.br"), strings.HasSuffix(name, ".html.gz"):
		return 2
	case site.IsHashed(name):
		return 0
	}
	return 1
}
