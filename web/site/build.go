package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"

	"proxynet/network"
	"proxynet/viz/poster"
	"proxynet/viz/scene"
	"proxynet/web"
)

// Options say what to build and where.
type Options struct {
	Network *network.Network
	Out     string // the folder to write
	Force   bool   // replace a site that is there already
	Address string // where it will stand, such as "https://example.org/network/"; "" leaves out what must say so
	Demo    bool   // with the article pages that embed the shipped network
	Publish bool   // with compressed twins, which takes its time

	Warn func(message string) // told what is not as good as it could be; nil leaves it out
}

// Build writes the site of a network. The same network and the same program
// give the same bytes. When it fails, whatever was at Out is still there.
func Build(ctx context.Context, o Options) error {
	if err := replaceable(o.Out, o.Force); err != nil {
		return err
	}
	if o.Address != "" {
		if err := checkAddress(o.Address); err != nil {
			return err
		}
	}
	d, err := scene.Compose(o.Network)
	if err != nil {
		return err
	}
	warn := o.Warn
	if warn == nil {
		warn = func(string) {}
	}
	viewer, err := compile(ctx, warn)
	if err != nil {
		return err
	}
	files, err := assemble(d, viewer, o.Address)
	if err != nil {
		return err
	}
	if o.Demo {
		if err := addDemo(files); err != nil {
			return err
		}
	}
	if o.Publish {
		if err := addTwins(ctx, files); err != nil {
			return err
		}
	}
	return write(files, o.Out)
}

// program is the viewer with what Go's toolchain needs to start it.
type program struct {
	wasm []byte
	exec []byte // wasm_exec.js
}

// assemble returns every file of the site by its path.
func assemble(d *scene.Drawing, viewer program, address string) (map[string][]byte, error) {
	files := map[string][]byte{}
	assets, err := assetsOf(viewer)
	if err != nil {
		return nil, err
	}
	folder := "assets/" + hashFiles(assets) + "/"
	for name, data := range assets {
		files[folder+name] = data
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", d.ID, err)
	}
	page := web.Page{
		Drawing: d,
		Address: address,
		Assets:  folder,
		Viewer:  hashedName("viewer", viewer.wasm, "wasm"),
		Bytes:   int64(len(viewer.wasm)),
		Data:    hashedName("network", data, "json"),
	}
	files[page.Viewer], files[page.Data] = viewer.wasm, data
	for layout, into := range map[string]*template.HTML{"wide": &page.Wide, "tall": &page.Tall} {
		svg, err := poster.SVG(d, layout)
		if err != nil {
			return nil, err
		}
		*into = template.HTML(svg) // poster escapes every text
	}
	var index bytes.Buffer
	if err := web.Render(&index, page); err != nil {
		return nil, err
	}
	files["index.html"] = index.Bytes()
	embed, err := embedFiles(d, page, address)
	maps.Copy(files, embed)
	files["_headers"] = headerFile(files)
	return files, err
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
