package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"proxynet/viz/scene"
)

// Programs are the compiled programs of a site, with their scripts and licences.
type Programs struct {
	Viewer  []byte // WebAssembly: draws the live graph, and answers questions
	Layout  []byte // WebAssembly: lays out drafts
	Exec    []byte // wasm_exec.js of the Go toolchain that compiled them
	Notices []byte // licences of all software in the site

	// Scripts are the scripts and styles of a site as it serves them, bundled, by
	// their paths from the folder of scripts; publish.Scripts makes them.
	Scripts map[string][]byte

	// Gzip is a copy of the viewer as [Gzip] makes it. If it is nil, it is made when
	// a single file needs it, which takes a second.
	Gzip []byte

	Desk        []byte // WebAssembly: the engine of the editor. No site of a network has it
	DeskNotices []byte // licences of all software in the editor
}

// Pixels draws pictures in pixels, which takes fonts.
type Pixels interface {
	// Picture returns the wide picture for feeds as a PNG file.
	Picture(d *scene.LaidOutNetwork) ([]byte, error)
	// Card returns the social card, of [CardWidth] by [CardHeight] pixels, as a
	// PNG file.
	Card(d *scene.LaidOutNetwork) ([]byte, error)
}

// A Builder makes sites of networks. It holds what they share: programs, scripts and styles.
type Builder struct {
	files  map[string][]byte // by path from the root of the site
	assets string            // folder of scripts and styles
	viewer string            // path of the viewer
	layout []byte            // the program that lays out drafts, for networks that are
	pixels Pixels
	gzip   []byte // see [Programs]

	last  *scene.LaidOutNetwork // the last drawing that Live made
	basis string                // what its layouts depend on
}

// New returns a builder. If pixels is nil, its sites have no pictures in pixels; the
// caller adds [PictureName] and, if the site has an address, [CardName] beside the
// page in each language.
func New(p Programs, pixels Pixels) (*Builder, error) {
	if len(p.Scripts) == 0 {
		return nil, errors.New("site: there are no scripts")
	}
	b := &Builder{
		files:  map[string][]byte{noticesName: p.Notices},
		assets: "assets/" + hashFiles(p.Scripts) + "/",
		viewer: hashedName("viewer", p.Viewer, "wasm"),
		layout: p.Layout,
		pixels: pixels,
		gzip:   p.Gzip,
	}
	b.files[b.viewer] = p.Viewer
	for name, data := range p.Scripts {
		b.files[b.assets+name] = data
	}
	return b, nil
}

// noticesName is the file with the licences of all software in a site.
const noticesName = "THIRD_PARTY_NOTICES.txt"

// IsHashed reports whether a file's path contains a hash of its content, so that the
// file at that path never changes.
func IsHashed(name string) bool { return hashedPath.MatchString(name) }

// hashedPath matches the results of [hashedName], and files in the folder of scripts and
// styles, which is named by a hash too.
var hashedPath = regexp.MustCompile(`\.[0-9a-f]{16}\.|^assets/`)

// hashedName is a file's name with the hash of its content in it.
func hashedName(stem string, data []byte, extension string) string {
	return stem + "." + hash(data) + "." + extension
}

// hash returns the first 64 bits of the content's SHA-256.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// hashFiles returns a hash over names and contents.
func hashFiles(files map[string][]byte) string {
	var all bytes.Buffer
	for _, name := range SortedNames(files) {
		fmt.Fprintf(&all, "%s %x\n", name, sha256.Sum256(files[name]))
	}
	return hash(all.Bytes())
}

// SortedNames returns the paths of files in order.
func SortedNames[T any](files map[string]T) []string { return slices.Sorted(maps.Keys(files)) }
