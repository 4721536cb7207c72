package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site"
)

const manifestName = site.ManifestName

// manifestBytes is the largest size of a manifest that is read.
const manifestBytes = 64 << 20

// manifest holds the SHA-256 of every file that builds wrote into a folder, by its
// path. A file has several while a build replaces it.
type manifest map[string][]string

var manifestLine = regexp.MustCompile(`^([0-9a-f]{64})  (.+)$`)

// manifestOf returns the manifest of files that are given by their paths.
func manifestOf(files map[string][]byte) manifest { return site.Sums(files) }

func (m manifest) encode() []byte { return site.Manifest(m) }

// with returns a manifest that lists the files of both.
func (m manifest) with(other manifest) manifest {
	both := make(manifest, len(m)+len(other))
	for _, one := range []manifest{m, other} {
		for name, sums := range one {
			for _, sum := range sums {
				if !slices.Contains(both[name], sum) {
					both[name] = append(both[name], sum)
				}
			}
		}
	}
	return both
}

// readManifest returns the manifest in a folder, nil if it has none. One that
// lists paths outside the folder was not written by proxynet.
func readManifest(dir string) (manifest, error) {
	where := filepath.Join(dir, manifestName)
	if info, err := os.Lstat(where); errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	data, err := file.ReadRegular(where, manifestBytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	if !lines.Scan() || lines.Text() != site.ManifestHead {
		return nil, nil
	}
	m := manifest{}
	for lines.Scan() {
		parts := manifestLine.FindStringSubmatch(lines.Text())
		if parts == nil || !fs.ValidPath(parts[2]) || strings.Contains(parts[2], `\`) {
			return nil, fmt.Errorf("%s: proxynet wrote no line like %.80q; restore the file, or name another folder with -o", where, lines.Text())
		}
		m[parts[2]] = append(m[parts[2]], parts[1])
	}
	return m, lines.Err()
}

// unchanged reports whether the regular file at path is one that the manifest
// lists under name, as it was written.
func (m manifest) unchanged(where, name string) (bool, error) {
	f, err := file.OpenRegular(where)
	if err != nil {
		return false, err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return false, err
	}
	return slices.Contains(m[name], hex.EncodeToString(sum.Sum(nil))), nil
}

// holding is the content of a folder apart from its manifest.
type holding struct {
	ours    []string // files that the manifest lists, unchanged
	folders []string // that hold files of ours, the deepest last
	others  []string // everything else, in order; a folder without files of ours ends with /
}

// hold compares a folder with its manifest. It looks into a folder only if the
// manifest or wanted, the paths of files to come, have files in it.
func hold(dir string, m manifest, wanted map[string][]byte) (holding, error) {
	within := map[string]bool{} // folders that hold, or will hold, files of ours
	add := func(name string) {
		for up := path.Dir(name); up != "." && !within[up]; up = path.Dir(up) {
			within[up] = true
		}
	}
	for name := range m {
		add(name)
	}
	for name := range wanted {
		add(name)
	}
	var h holding
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || name == "." || name == manifestName:
			return err
		case entry.IsDir() && within[name]:
			h.folders = append(h.folders, name)
			return nil
		case entry.Type().IsRegular() && file.RemoveStale(filepath.Join(dir, filepath.FromSlash(name))):
			return nil
		case entry.IsDir():
			h.others = append(h.others, name+"/")
			return fs.SkipDir
		case !entry.Type().IsRegular() || m[name] == nil:
			h.others = append(h.others, name)
			return nil
		}
		same, err := m.unchanged(filepath.Join(dir, filepath.FromSlash(name)), name)
		if same {
			h.ours = append(h.ours, name)
		} else {
			h.others = append(h.others, name)
		}
		return err
	})
	return h, err
}

// conflicts returns the entries that are not ours at whose paths files would be
// written.
func (h holding) conflicts(files map[string][]byte) []string {
	var found []string
	for _, other := range h.others {
		name := strings.TrimSuffix(other, "/")
		_, taken := files[name]
		for up := path.Dir(name); up != "." && !taken; up = path.Dir(up) {
			_, taken = files[up] // a file where a folder of others is
		}
		if !taken && name == other { // a file or link where a folder of ours would be
			for wanted := range files {
				taken = taken || strings.HasPrefix(wanted, name+"/")
			}
		}
		if taken {
			found = append(found, other)
		}
	}
	return found
}

// listed joins names by commas; beyond ten they are counted.
func listed(names []string) string {
	const most = 10
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
