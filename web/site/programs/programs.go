// Package programs holds the compiled programs of a site inside the command, so
// that it runs without a checkout and without Go.
//
// A release puts them into the folder compiled, compressed, with a manifest that
// names the sources from which they were compiled. A command built in a clone has none,
// and compiles them from the checkout in which it runs.
package programs

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"proxynet/web/site"
	"proxynet/web/site/compile"
	"proxynet/web/site/compress"
)

//go:embed compiled
var compiled embed.FS

// Embedded returns the files that this command embeds.
func Embedded() fs.FS {
	files, err := fs.Sub(compiled, "compiled")
	if err != nil {
		panic("programs: " + err.Error())
	}
	return files
}

// Set is the programs of a site with their compressed copies.
type Set struct {
	site.Programs
	Brotli map[[sha256.Size]byte][]byte // Brotli copies by the hash of the content; nil if the programs were just compiled
}

// Manifest describes the embedded files.
type Manifest struct {
	Sources string          `json:"sources"` // see [compile.Sources]
	Go      string          `json:"go"`      // version of the toolchain that compiled them
	Files   map[string]File `json:"files"`   // by name
}

// File is the content of an embedded file, before it is compressed.
type File struct {
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

const manifestName = "manifest.json"

// ErrNone means that the command embeds no programs.
var ErrNone = errors.New("this command holds no viewer")

// parts returns the files of a set of programs by their names.
func parts(p *site.Programs) map[string]*[]byte {
	return map[string]*[]byte{
		"viewer.wasm": &p.Viewer, "layout.wasm": &p.Layout,
		"wasm_exec.js": &p.Exec, "THIRD_PARTY_NOTICES.txt": &p.Notices,
		"desk.wasm": &p.Desk, "DESK_NOTICES.txt": &p.DeskNotices,
	}
}

// Pack returns the files to embed, by name. If quick is true they are larger, and
// the copies in a site are not those of a release.
func Pack(p site.Programs, sources, goVersion string, quick bool) (map[string][]byte, error) {
	m := Manifest{Sources: sources, Go: goVersion, Files: map[string]File{}}
	files := map[string][]byte{}
	effort := compress.Best
	if quick {
		effort = compress.Quick
	}
	var (
		compressing sync.WaitGroup // the largest take half a minute each
		mutex       sync.Mutex
		failed      error
	)
	for name, data := range parts(&p) {
		compressing.Go(func() {
			packed, err := compress.Brotli.Copy(*data, effort)
			sum := sha256.Sum256(*data)
			mutex.Lock()
			defer mutex.Unlock()
			if err != nil {
				failed = errors.Join(failed, fmt.Errorf("%s: %w", name, err))
			}
			files[name+compress.Brotli.Extension] = packed
			m.Files[name] = File{len(*data), hex.EncodeToString(sum[:])}
		})
	}
	if compressing.Wait(); failed != nil {
		return nil, failed
	}
	manifest, err := json.MarshalIndent(m, "", "  ")
	files[manifestName] = append(manifest, '\n')
	return files, err
}

// ReadManifest returns the manifest of embedded files. The error is [ErrNone] if
// there is none.
func ReadManifest(files fs.FS) (Manifest, error) {
	var m Manifest
	data, err := fs.ReadFile(files, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return m, ErrNone
	}
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		return m, damaged(manifestName, err)
	}
	return m, nil
}

func damaged(name string, why error) error {
	return fmt.Errorf("this command is damaged: the %s in it can't be used (%w); download or build it again", name, why)
}

// Load returns the programs in embedded files. It fails unless they are complete
// and those that the manifest names.
func Load(files fs.FS) (Set, error) {
	m, err := ReadManifest(files)
	if err != nil {
		return Set{}, err
	}
	s := Set{Brotli: map[[sha256.Size]byte][]byte{}}
	for name, into := range parts(&s.Programs) {
		packed, err := fs.ReadFile(files, name+compress.Brotli.Extension)
		if err != nil {
			return Set{}, damaged(name, errors.New("it is missing"))
		}
		data, err := compress.Brotli.Unpack(packed, m.Files[name].Bytes)
		if err != nil {
			return Set{}, damaged(name, err)
		}
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != m.Files[name].SHA256 {
			return Set{}, damaged(name, errors.New("it is not the one that was built with the command"))
		}
		*into = data
		s.Brotli[sum] = packed
	}
	return s, nil
}

// Get returns the programs of a site: in a checkout those of its sources, which it
// compiles unless this command embeds them; elsewhere the embedded ones. It warns if it
// compiles, which takes time, and of any fallback.
func Get(ctx context.Context, warn func(message string)) (Set, error) {
	dir, err := os.Getwd()
	if err != nil {
		return Set{}, err
	}
	return choose(ctx, Embedded(), dir, warn)
}

// choose is [Get] for a command that embeds the files and runs in the folder dir.
func choose(ctx context.Context, files fs.FS, dir string, warn func(message string)) (Set, error) {
	root, err := compile.Root(dir)
	if err != nil {
		return Set{}, err
	}
	m, err := ReadManifest(files)
	isNone := errors.Is(err, ErrNone)
	switch {
	case isNone && root == "":
		return Set{}, fmt.Errorf("%w, and %s is not in a checkout of proxynet, from which it could compile one; download a release, or run the command in a checkout", err, dir)
	case err != nil && !isNone:
		return Set{}, err
	case root == "":
		return Load(files)
	}
	sources, err := compile.Sources(root)
	if err != nil {
		return Set{}, err
	}
	if !isNone && sources == m.Sources {
		return Load(files)
	}
	s, err := compiledAt(ctx, root, sources, warn)
	if errors.Is(err, compile.ErrNoGo) {
		err = fmt.Errorf("the viewer is compiled from the sources in %s, but %w", root, err)
		if !isNone {
			err = fmt.Errorf("%w, or run this command, which holds a viewer of other sources, outside that folder", err)
		}
	}
	return s, err
}
