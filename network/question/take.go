package question

import (
	"bytes"

	"proxynet/network"
)

// File is the text of a file that readers take along.
type File struct {
	Text string `json:"text"`
}

// Shown is what of a network is shown.
type Shown struct {
	IDs       []string `json:"ids"`       // of nodes, relations, events, speakers and passages
	Relations int      `json:"relations"` // how many of them are relations
	Of        int      `json:"of"`        // how many relations there are
}

func (v *view) excerpt() *network.Network {
	return network.Excerpt(v.Network, v.lens, v.state.Focus, v.state.Remove)
}

// claims returns the relations that are shown, as a table for spreadsheets.
func (v *view) claims() (File, error) {
	var b bytes.Buffer
	err := network.WriteClaims(&b, v.excerpt())
	return File{b.String()}, err
}

// network returns what is shown as a network's JSON.
func (v *view) network() (File, error) {
	data, err := network.Encode(v.excerpt())
	return File{string(data)}, err
}

// ids returns what is shown.
func (v *view) ids() (Shown, error) {
	n := v.excerpt()
	s := Shown{IDs: []string{}, Relations: len(n.Relations), Of: len(v.Relations)}
	for _, o := range n.Nodes {
		s.IDs = append(s.IDs, o.ID)
	}
	for _, r := range n.Relations {
		s.IDs = append(s.IDs, r.ID)
	}
	for _, e := range n.Events {
		s.IDs = append(s.IDs, e.ID)
	}
	for _, o := range n.Speakers {
		s.IDs = append(s.IDs, o.ID)
	}
	for _, p := range n.Passages {
		s.IDs = append(s.IDs, p.ID)
	}
	return s, nil
}
