package site

import (
	"encoding/json"
	"fmt"

	"proxynet/viz/scene"
)

// dataIn returns the file that the programs of a page in a language read: the
// drawing in that language, without what only pages in others need. Languages into
// which the network is not translated share one file.
func dataIn(d *scene.Drawing, tag string) ([]byte, error) {
	in := d.In(tag)
	if in.Translated == nil { // not translated; some names may be
		whole, n := *d, *d.Network
		n.Translations = nil
		whole.Network = &n
		in = &whole
	} else {
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
	}
	data, err := json.Marshal(in) // in which no < stands as itself
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", d.ID, err)
	}
	return data, nil
}
