package question

import (
	"bytes"

	"proxynet/network"
)

// File is the text of a file that readers download.
type File struct {
	Text string `json:"text"`
}

// Shown lists the parts of a network that are shown.
type Shown struct {
	IDs       []string `json:"ids"`       // of nodes, relations, events, speakers and passages
	Relations int      `json:"relations"` // number of shown relations
	Of        int      `json:"of"`        // number of all relations
}

func (v *view) excerpt() *network.Network {
	return network.Excerpt(v.Network, v.filter, v.state.Focus, v.state.Remove)
}

// claims returns the shown relations as a table for spreadsheets.
func (v *view) claims() (File, error) {
	var b bytes.Buffer
	err := network.WriteClaims(&b, v.excerpt())
	return File{b.String()}, err
}

// network returns the shown part of the network as JSON.
func (v *view) network() (File, error) {
	data, err := network.Encode(v.excerpt())
	return File{string(data)}, err
}

// ids returns the ids of the shown part.
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
