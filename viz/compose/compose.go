package compose

import (
	"fmt"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Compose arranges n for each format, with labels in the network's language and,
// for nodes with names in them, in the given languages. The same network gives
// the same drawing on every machine.
func Compose(n *network.Network, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, false)
	}
	return compose(n, nil, full, Formats, languages)
}

// Arrange returns one layout, by its name, of what Compose returns for a network of
// boxes.
func Arrange(n *network.Network, layout string, languages ...Language) (*scene.Layout, error) {
	at := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == layout })
	if at < 0 || len(n.Nodes) > scene.Boxed {
		return nil, fmt.Errorf("unknown layout %q of %d nodes", layout, len(n.Nodes))
	}
	d, err := compose(n, nil, full, Formats[at:at+1], languages)
	if err != nil {
		return nil, err
	}
	return &d.Layouts[0], nil
}

// Draft is Compose in a fifth to a half of the time, with more crossings. For a network
// too large for boxes it returns only a first layout, which the reader's browser
// improves: see [scene.Scene.Refinement].
func Draft(n *network.Network, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return compose(n, nil, brisk, Formats, languages)
}

// Update is Compose for a new version of the network in before, which may be nil: nodes
// keep their places as far as possible. For a network too large for boxes it returns a
// first layout, like [Draft].
func Update(n *network.Network, before *scene.LaidOutNetwork, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return compose(n, before, full, Formats, languages)
}

// Sketch is Update in a fraction of the time, for a picture that follows an author's
// edits: nodes of before keep their places, lines cross more often, and a label of the
// lead may be missing. The network may be unfinished: see [Sketcher.Draw].
func Sketch(n *network.Network, before *scene.LaidOutNetwork, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	d := &scene.LaidOutNetwork{Network: n}
	for _, f := range Formats {
		s, err := NewSketcher(f.Name, languages...)
		if err != nil {
			return nil, err
		}
		if l := earlier(before, f.Name); l != nil && len(l.Places) > 0 {
			s.take(&sketch{layout: l})
		}
		one, err := s.Draw(n)
		if err != nil {
			return nil, err
		}
		d.Layouts = append(d.Layouts, *earlier(one, f.Name))
	}
	return d, nil
}

// compose arranges a network of boxes in each of the formats. If before isn't nil, the
// search starts from its places.
func compose(n *network.Network, before *scene.LaidOutNetwork, b budget, formats []Format, languages []Language) (*scene.LaidOutNetwork, error) {
	if err := complete(n); err != nil {
		return nil, err
	}
	d := &scene.LaidOutNetwork{Network: n}
	m := diagram.New(n)
	layouts, errs := make([]*scene.Layout, len(formats)), make([]error, len(formats))
	parallel(len(formats), func(i int) {
		layouts[i], _, errs[i] = newPicture(n, m, formats[i], b, languages).layout(earlier(before, formats[i].Name))
	})
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("network %q, layout %q: %w", n.ID, formats[i].Name, err)
		}
		d.Layouts = append(d.Layouts, *layouts[i])
	}
	d.Orient()
	return d, nil
}

// complete returns an error if an end of a relation isn't in n, since its line couldn't
// be routed.
func complete(n *network.Network) error {
	known := make(map[string]bool, len(n.Nodes))
	for i := range n.Nodes {
		known[n.Nodes[i].ID] = true
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		for _, id := range [2]string{r.From, r.To} {
			if !known[id] {
				return fmt.Errorf("relation %q: there is no node %q", r.ID, id)
			}
		}
	}
	return nil
}

// earlier returns the layout of that name in d, not mirrored, or nil.
func earlier(d *scene.LaidOutNetwork, name string) *scene.Layout {
	if d == nil {
		return nil
	}
	if l := d.Layout(name); l != nil {
		return l.Plain()
	}
	return nil
}
