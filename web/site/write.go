package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"proxynet/web/language"
)

// replaceable tells why the folder at out must not be written: it holds
// something that Build did not write, or a site, and force was not asked for.
func replaceable(out string, force bool) error {
	entries, err := os.ReadDir(out)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return fmt.Errorf("%w; name a folder with -o", err)
	case !isSite(out):
		return fmt.Errorf("%s holds something that proxynet did not build; name another folder with -o", out)
	case foreign(out, entries) != "":
		return fmt.Errorf("%s holds %s beside the site, which would be lost; name another folder with -o", out, foreign(out, entries))
	case !force:
		return fmt.Errorf("%s holds a site already; replace it with --force, or name another folder with -o", out)
	}
	return nil
}

// isSite tells whether the folder holds what Build writes.
func isSite(dir string) bool {
	index, err := os.ReadFile(filepath.Join(dir, "index.html"))
	return err == nil && (bytes.Contains(index, []byte(`<meta name="proxynet-network"`)) || bytes.Contains(index, []byte(`<meta name="proxynet-collection"`)))
}

// atRoot lists what Build writes at the root of a site, twins aside.
var atRoot = append(language.Tags(),
	noticesName, "_headers", "assets", "demo", "evidence",
	"article.html", "index.html", "ugly.html",
	"card.png", "embed.js", "oembed.json",
	"layout.*.wasm", "network.*.json", "picture.*.png", "picture.*.svg", "questions.*.wasm", "viewer.*.wasm",
)

// foreign returns the first name that Build never writes, "" where there is none.
// Authors publish sites from folders that also hold their own, such as .git.
func foreign(dir string, entries []fs.DirEntry) string {
	for _, entry := range entries {
		name := entry.Name()
		if isOurs(name) {
			continue
		}
		own := filepath.Join(dir, name)
		if !entry.IsDir() || !isSite(own) {
			return name
		}
		below, err := os.ReadDir(own) // a network of a collection
		if err != nil {
			return name
		}
		if more := foreign(own, below); more != "" {
			return filepath.Join(name, more)
		}
	}
	return ""
}

func isOurs(name string) bool {
	for _, c := range codecs {
		name = strings.TrimSuffix(name, c.extension)
	}
	for _, pattern := range atRoot {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return false
}

// write puts files into the folder out, whole or not at all: they are written
// into a new folder beside it, which then takes its name.
func write(files map[string][]byte, out string) (err error) {
	parent := filepath.Dir(filepath.Clean(out))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(parent, ".proxynet-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	site := filepath.Join(stage, "new")
	for _, name := range sortedNames(files) {
		file := filepath.Join(site, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, files[name], 0o644); err != nil {
			return err
		}
	}
	return replace(out, site, filepath.Join(stage, "old"))
}

// replace puts the folder next in the place of the one at out, if there is one,
// in a single step where the system has it. Elsewhere the old one stands aside
// as old, and comes back when that fails.
func replace(out, next, old string) error {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(next, out)
	}
	if done, err := swap(next, out); done || err != nil {
		return err
	}
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(next, out); err != nil {
		return errors.Join(err, os.Rename(old, out))
	}
	return nil
}
