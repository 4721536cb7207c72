package service

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/desk"
	"proxynet/web/site"
)

// press makes pages and sites of the network in the desk.
type press struct {
	builder *site.Builder
	bundle  string // web/page/app.js with all that it imports, for a page that is one file

	last  *scene.LaidOutNetwork // that was last published
	basis string                // see [site.Basis]
}

// Names of the programs that published pages consist of.
const (
	viewerName  = "viewer.wasm"
	noticesName = "THIRD_PARTY_NOTICES.txt"
	bundleName  = "app.js"

	appEntry = "page/app.js" // what bundleName is made of
)

// ProgramNames are the names under which [Desk.Programs] takes programs.
var ProgramNames = []string{viewerName, noticesName, bundleName, site.ScriptsName}

// mostProgram is the largest size of a program in bytes.
const mostProgram = 64 << 20

func (p *press) take(files map[string][]byte) error {
	plain, packed := map[string][]byte{}, map[string][]byte{}
	for _, name := range ProgramNames {
		data := files[name]
		if len(data) == 0 {
			return message.Errorf("the program %s is missing", name)
		}
		if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				return message.Errorf("the program %s: %w", name, err)
			}
			if plain[name], err = io.ReadAll(io.LimitReader(z, mostProgram)); err != nil {
				return message.Errorf("the program %s: %w", name, err)
			}
			packed[name] = data
			continue
		}
		plain[name] = data
	}
	scripts, err := site.UnpackScripts(plain[site.ScriptsName])
	if err != nil {
		return err
	}
	builder, err := site.New(site.Programs{
		Viewer: plain[viewerName], Notices: plain[noticesName], Scripts: scripts,
		Gzip: packed[viewerName],
	}, nil)
	if err == nil {
		p.builder, p.bundle = builder, string(plain[bundleName])
	}
	return err
}

// publish returns a preview, a page that is one file, or a site as a zip file.
func (p *press) publish(o desk.Publication) (name string, data []byte, err error) {
	if p.builder == nil {
		return "", nil, message.Errorf("the programs of the page are missing; send “programs” first")
	}
	n, err := proved(o)
	if err != nil {
		return "", nil, err
	}
	d, err := p.draw(n, o)
	if err != nil {
		return "", nil, err
	}
	stem := cmp.Or(strings.TrimSuffix(path.Base(o.Name), path.Ext(o.Name)), "network")
	switch o.As {
	case "preview", "html":
		data, err = p.builder.Single(d, "", func(entry string) (string, error) {
			if entry != appEntry {
				return "", message.Errorf("there is no script %s", entry)
			}
			return p.bundle, nil
		})
		return stem + ".html", data, err
	case "zip":
		files, err := p.builder.Files([]*scene.LaidOutNetwork{d}, site.Options{Networks: []*network.Network{n}})
		if err != nil {
			return "", nil, err
		}
		files[site.ManifestName] = site.Manifest(site.Sums(files))
		data, err := zipped(files)
		return stem + ".zip", data, err
	}
	return "", nil, message.Errorf("unknown “as” %q: write preview, html or zip", o.As)
}

// proved returns the network as “build” reads it: its quotes proved, its
// translations in the order of their languages.
func proved(o desk.Publication) (*network.Network, error) {
	d, err := file.Read(o.Name, []byte(o.Text))
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(o.Translations)) {
		if diagnostics := d.AddTranslation(name, []byte(o.Translations[name])); diagnostics != nil {
			return nil, diagnostics
		}
	}
	if _, diagnostics := d.CheckQuotes(o.Articles); diagnostics != nil {
		return nil, diagnostics
	}
	return d.Network, nil
}

// draw returns the drawing of a network: for a preview quickly, with nodes where the
// desk shows them; otherwise as “build” draws it, which is slow.
func (p *press) draw(n *network.Network, o desk.Publication) (*scene.LaidOutNetwork, error) {
	if o.As == "preview" {
		return compose.Sketch(n, &scene.LaidOutNetwork{Layouts: o.Shown}, web.PictureLanguages()...)
	}
	basis := site.Basis(n)
	if p.last != nil && p.basis == basis {
		d := *p.last
		d.Network = n
		return &d, nil
	}
	d, err := drawn(n, basis, o.Arranged), error(nil)
	if d == nil {
		d, err = compose.Compose(n, web.PictureLanguages()...)
	}
	if err == nil {
		p.last, p.basis = d, basis
	}
	return d, err
}

// drawn returns the drawing of a network with the layouts that are ready, nil unless
// all of them are.
func drawn(n *network.Network, basis string, ready []desk.Arranged) *scene.LaidOutNetwork {
	d := &scene.LaidOutNetwork{Network: n}
	for _, f := range compose.Formats {
		for _, a := range ready {
			if a.Basis == basis && a.Layout != nil && a.Layout.Name == f.Name {
				d.Layouts = append(d.Layouts, *a.Layout)
				break
			}
		}
	}
	if len(d.Layouts) < len(compose.Formats) {
		return nil
	}
	return d
}

// arrange returns a layout of a network as draw arranges it.
func arrange(n *network.Network, layout string) (*desk.Arranged, error) {
	a := &desk.Arranged{Basis: site.Basis(n)}
	if len(n.Nodes) > scene.Boxed {
		return a, nil
	}
	var err error
	a.Layout, err = compose.Arrange(n, layout, web.PictureLanguages()...)
	return a, err
}

// zipped returns the files as a zip file, the same bytes every time.
func zipped(files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range site.SortedNames(files) {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(files[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
