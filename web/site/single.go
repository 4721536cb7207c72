package site

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web"
	"proxynet/web/language"
)

// Bundle returns a script of the builder, named by its path from the folder of
// scripts, with all that it imports, as one script.
type Bundle func(entry string) (string, error)

// Single returns the page of a network as one HTML file that holds all it needs
// and opens from a disk, in a language; lang "" is the network's own. Its scripts,
// styles and programs are in the page, and its policy allows just these.
func (b *Builder) Single(d *scene.LaidOutNetwork, lang string, bundle Bundle) ([]byte, error) {
	l, err := pageLanguage(d.Network, lang)
	if err != nil {
		return nil, err
	}
	data, err := dataIn(d, l.Tag)
	if err != nil {
		return nil, err
	}
	var blocks []string
	for _, program := range []struct {
		name       string
		data, gzip []byte
	}{{"network", data, nil}, {"viewer", b.files[b.viewer], b.gzip}} {
		block, err := dataBlock(program.name, program.data, program.gzip)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	page := web.Page{
		Drawing:  d,
		Language: l,
		Viewer:   "inline:viewer",
		Data:     "inline:network",
	}
	for layout, into := range map[string]*template.HTML{"wide": &page.Wide, "tall": &page.Tall} {
		drawn, err := svg.Picture(d.In(l.Tag), layout, web.EntryLink(d.Network))
		if err != nil {
			return nil, err
		}
		*into = template.HTML(drawn.String()) // package svg escapes every text
	}
	if web.Entries(d.Network) > web.MostEntries {
		return nil, message.Errorf("the network %q is so large that its evidence is fetched in parts, which a single file can’t; leave --single-file out", d.ID)
	}
	blocks = append(blocks, noticesBlock(b.files[noticesName]))
	if page.Inline, err = b.inliner(bundle).inline(web.PageFiles, pagePolicy, blocks); err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := web.Render(&text, page); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// inliner returns an inliner of the builder's files.
func (b *Builder) inliner(bundle Bundle) *inliner {
	return &inliner{assets: b.assets, files: b.files, bundle: bundle}
}

// pageLanguage returns the language of a tag; that of the network for "".
func pageLanguage(n *network.Network, tag string) (*language.Language, error) {
	l := language.Of(cmp.Or(tag, n.Lang))
	if tag != "" && l.Tag != strings.ToLower(strings.Split(tag, "-")[0]) {
		return nil, fmt.Errorf("no page can be in %q; write one of %s", tag, strings.Join(language.Tags(), ", "))
	}
	return l, nil
}

// pagePolicy is the policy of the page of a network that is one file.
func pagePolicy(scripts, styles string) string {
	return `default-src 'none'; script-src ` + scripts + ` 'wasm-unsafe-eval'; style-src ` + styles + `; img-src data: blob:; base-uri 'none'; form-action 'none'`
}
