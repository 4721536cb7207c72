package site

import (
	"encoding/json"
	"fmt"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
)

// addData adds the files that the programs of a page read, and names them in the page.
func addData(files map[string][]byte, page *web.Page) error {
	if web.Entries(page.Drawing.Network) > web.MostEntries {
		return addColumns(files, page)
	}
	data, err := dataIn(page.Drawing, page.Language.Tag)
	if err != nil {
		return err
	}
	page.Data = hashedName("network", data, "json")
	files[page.Data] = data
	return nil
}

// addColumns adds the files of a large network: one for the viewer, with what its
// picture depends on, and one with everything, for questions and downloads. If both are
// equal, there is one file.
func addColumns(files map[string][]byte, page *web.Page) error {
	d := reduced(page.Drawing, page.Language.Tag)
	all, err := scene.EncodeColumns(d)
	if err != nil {
		return err
	}
	page.Data = hashedName("network", all, "columns")
	files[page.Data] = all
	graph := *d
	graph.Network = graphOf(d.Network)
	part, err := scene.EncodeColumns(&graph)
	if err != nil {
		return err
	}
	if string(part) != string(all) {
		page.Graph = hashedName("graph", part, "columns")
		files[page.Graph] = part
	}
	return nil
}

// graphOf returns a network without the parts that no picture shows: the text of passages, and
// descriptions, which the page has in parts.
func graphOf(n *network.Network) *network.Network {
	g := *n
	g.Nodes = make([]network.Node, len(n.Nodes))
	for i, o := range n.Nodes {
		o.Phrase, o.Aliases, o.Same, o.Summary, o.Facts = "", nil, nil, "", nil
		g.Nodes[i] = o
	}
	g.Relations = make([]network.Relation, len(n.Relations))
	for i, r := range n.Relations {
		r.Inference, r.Note, r.Facts = "", "", nil
		g.Relations[i] = r
	}
	g.Passages = make([]network.Passage, len(n.Passages))
	for i, p := range n.Passages {
		g.Passages[i] = network.Passage{ID: p.ID, Source: p.Source, Speaker: p.Speaker}
	}
	return &g
}

// dataIn returns the file that the programs of a page in a language read. Languages into
// which the network is not translated share one file.
func dataIn(d *scene.LaidOutNetwork, tag string) ([]byte, error) {
	data, err := json.Marshal(reduced(d, tag)) // in which every < is escaped
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", d.ID, err)
	}
	return data, nil
}

// reduced returns the drawing in a language, without the parts that only pages in other
// languages need.
func reduced(d *scene.LaidOutNetwork, tag string) *scene.LaidOutNetwork {
	in := d.In(tag)
	if in.Translated == nil { // not translated; some names may be
		whole, n := *d, *d.Network
		n.Translations = nil
		whole.Network = &n
		return &whole
	}
	for i := range in.Layouts {
		l := &in.Layouts[i]
		for k := range l.Places {
			l.Places[k].In = nil
		}
		for k := range l.Frames {
			l.Frames[k].In = nil
		}
		for k := range l.Labels {
			l.Labels[k].In = nil
		}
	}
	return in
}
