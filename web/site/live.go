package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"strings"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
)

// Live returns every file of a network's site, by its path, for a server that
// notifies the page when the network has changed, and its version, which changes with
// it. Pages of other origins may embed it only if embedders lists them.
func (b *Builder) Live(n *network.Network, embedders ...string) (files map[string][]byte, version string, err error) {
	d, err := b.laidOut(n)
	if err != nil {
		return nil, "", err
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, "", fmt.Errorf("network %q: %w", d.ID, err)
	}
	version = fmt.Sprintf("%x", sha256.Sum256(data))
	own, err := b.network(d, place{live: "./", version: version, embedders: strings.Join(embedders, " ")})
	if err != nil {
		return nil, "", err
	}
	if files, err = b.live(); err != nil {
		return nil, "", err
	}
	maps.Copy(files, own)
	return files, version, nil
}

// laidOut lays a network out, or reuses the last layouts if nothing has changed that
// they depend on: most changes are to texts, and a layout takes longer than everything
// else.
func (b *Builder) laidOut(n *network.Network) (*scene.LaidOutNetwork, error) {
	basis := Basis(n)
	if b.last != nil && b.basis == basis {
		d := *b.last
		d.Network = n
		return &d, nil
	}
	d, err := compose.Update(n, b.last, web.PictureLanguages()...) // large networks are shown at once, and laid out in the page
	if err != nil {
		return nil, err
	}
	b.last, b.basis = d, basis
	return d, nil
}

// Basis returns the parts of a network that its layouts depend on, as text: that of
// another network differs wherever its layouts may.
func Basis(n *network.Network) string {
	bare := network.Network{Lang: n.Lang, Root: n.Root, Lead: n.Lead, Unsourced: n.Unsourced}
	vocabulary, err := json.Marshal(n.Vocabulary)
	if err != nil {
		panic("site: " + err.Error()) // a bug: terms are plain data
	}
	for _, o := range n.Nodes {
		bare.Nodes = append(bare.Nodes, network.Node{ID: o.ID, Label: o.Label, Names: o.Names, Kind: o.Kind})
	}
	for _, r := range n.Relations {
		r.Inference, r.Note, r.Passages, r.Period = "", "", nil, nil
		r.Against, r.Legal, r.Facts = nil, nil, nil // verbs are written beside lines
		bare.Relations = append(bare.Relations, r)
	}
	for _, t := range n.Translations {
		verbs := network.Translation{Lang: t.Lang, Texts: map[string]map[string]string{}}
		for _, r := range n.Relations {
			verbs.Texts[r.ID] = map[string]string{"verb": t.Texts[r.ID]["verb"]}
		}
		bare.Translations = append(bare.Translations, verbs)
	}
	return fmt.Sprintf("%s %#v", vocabulary, bare)
}

// Waiting is [Builder.Live] for a network that can't be shown yet.
func (b *Builder) Waiting() (map[string][]byte, error) {
	files, err := b.live()
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if err := web.RenderWaiting(&page, b.assets); err != nil {
		return nil, err
	}
	files["index.html"] = page.Bytes()
	return files, nil
}

// live returns the files that all networks share, with those that reload a page.
func (b *Builder) live() (map[string][]byte, error) {
	files := maps.Clone(b.files)
	err := fs.WalkDir(web.LiveAssets, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = web.LiveAssets.ReadFile(name)
		return err
	})
	return files, err
}
