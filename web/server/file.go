package server

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// file is one file of the site with its variants.
type file struct {
	media   media
	caching string // the Cache-Control header
	bodies  []body // variants first, best first; the plain content is last
}

// body is a file's content in one encoding.
type body struct {
	encoding string // the Content-Encoding header; "" for plain
	tag      string // the ETag header
	data     []byte
}

// media is a media type, and whether pages of other origins may read it, as a frame
// with an opaque origin must. The text of a network, which may not be published yet, is
// readable under hashed names only, which can't be guessed.
type media struct {
	name   string
	shared bool
}

// medias holds the media type of every extension that a site has. The system's own
// table is not used, since it differs between machines.
var medias = map[string]media{
	".html":    {"text/html; charset=utf-8", false},
	".css":     {"text/css; charset=utf-8", true},
	".js":      {"text/javascript; charset=utf-8", true},
	".json":    {"application/json", false},
	".wasm":    {"application/wasm", true},
	".txt":     {"text/plain; charset=utf-8", false},
	".columns": {"application/octet-stream", false},
	".svg":     {"image/svg+xml", false},
	".png":     {"image/png", false},
}

// encodings lists how variants are compressed, the best first.
var encodings = []struct{ name, extension string }{
	{"br", ".br"},
	{"gzip", ".gz"},
}

// hashed matches the paths that hold a hash of their content: a folder named
// by a hash, or a hash between dots in a file's name.
var hashed = regexp.MustCompile(`(^|/)[0-9a-f]{16}/|\.[0-9a-f]{16}\.[a-z]+$`)

const (
	keep  = "public, max-age=31536000, immutable" // a year, the most that caches honour
	renew = "no-cache"                            // may be stored, but must be revalidated
)

// read returns every file of site by its path.
func read(site fs.FS) (map[string]*file, error) {
	contents := map[string][]byte{}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		contents[name], err = fs.ReadFile(site, name)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the site: %w", err)
	}
	return fold(contents)
}

// fold returns every file of the contents by its path, variants folded into their
// plain file.
func fold(contents map[string][]byte) (map[string]*file, error) {
	if contents["index.html"] == nil {
		return nil, fmt.Errorf("there is no index.html at the root of the site; build one with: proxynet build -o DIR")
	}
	files := map[string]*file{}
	for name, content := range contents {
		if !isVariant(name, contents) {
			files[name] = newFile(name, content, contents)
		}
	}
	return files, nil
}

func isVariant(name string, contents map[string][]byte) bool {
	for _, e := range encodings {
		if plain, ok := strings.CutSuffix(name, e.extension); ok && contents[plain] != nil {
			return true
		}
	}
	return false
}

func newFile(name string, content []byte, contents map[string][]byte) *file {
	f := &file{media: media{"application/octet-stream", false}, caching: renew}
	if m, ok := medias[path.Ext(name)]; ok {
		f.media = m
	}
	if hashed.MatchString(name) {
		f.caching = keep
		f.media.shared = true
	}
	sum := sha256.Sum256(content)
	for _, e := range encodings {
		if variant := contents[name+e.extension]; variant != nil {
			f.bodies = append(f.bodies, body{e.name, fmt.Sprintf(`"%x-%s"`, sum[:8], e.name), variant})
		}
	}
	f.bodies = append(f.bodies, body{"", fmt.Sprintf(`"%x"`, sum[:8]), content})
	return f
}
