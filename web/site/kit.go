package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"

	"proxynet/viz/poster"
	"proxynet/viz/scene"
	"proxynet/web"
)

// Kit is what the networks of a site share: the programs, scripts and styles. It
// takes long to make, and a network's own files do not.
type Kit struct {
	files     map[string][]byte // by path from the root of the site
	assets    string            // folder of scripts and styles
	viewer    string            // path of the viewer
	layout    []byte            // the program that lays out drafts, for networks that are
	questions string            // path of the program that answers questions

	last  *scene.Drawing // that was made last for a network on show
	basis string         // what its layouts depend on
}

// Prepare compiles the viewer and collects what goes with it. What is not as good
// as it could be is told to warn, which may be nil.
func Prepare(ctx context.Context, warn func(message string)) (*Kit, error) {
	if warn == nil {
		warn = func(string) {}
	}
	viewer, err := compile(ctx, warn)
	if err != nil {
		return nil, err
	}
	texts, err := notices(ctx)
	if err != nil {
		return nil, err
	}
	assets, err := assetsOf(viewer)
	if err != nil {
		return nil, err
	}
	k := &Kit{
		files:     map[string][]byte{noticesName: texts},
		assets:    "assets/" + hashFiles(assets) + "/",
		viewer:    hashedName("viewer", viewer.wasm, "wasm"),
		layout:    viewer.layout,
		questions: hashedName("questions", viewer.questions, "wasm"),
	}
	k.files[k.viewer], k.files[k.questions] = viewer.wasm, viewer.questions
	for name, data := range assets {
		k.files[k.assets+name] = data
	}
	return k, nil
}

// program is the viewer, and what answers questions, with what Go's toolchain
// needs to start them.
type program struct {
	wasm      []byte
	layout    []byte // the program that lays out drafts
	questions []byte // the program that answers questions
	exec      []byte // wasm_exec.js
}

// assetsOf returns the scripts and styles by their path in the assets' folder.
func assetsOf(viewer program) (map[string][]byte, error) {
	assets := map[string][]byte{
		"poster.css":   []byte(poster.Style()),
		"wasm_exec.js": viewer.exec,

		"language/strings.js": web.EmbedStrings(),
	}
	err := fs.WalkDir(web.Assets, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		assets[path.Clean(name)], err = web.Assets.ReadFile(name)
		return err
	})
	return assets, err
}

// hashedPath matches what [hashedName] returns, and what is in the folder of scripts
// and styles, which is named by a hash too.
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
	for _, name := range sortedNames(files) {
		fmt.Fprintf(&all, "%s %x\n", name, sha256.Sum256(files[name]))
	}
	return hash(all.Bytes())
}

func sortedNames(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
