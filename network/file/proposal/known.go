package proposal

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// known holds the ids and names of a network that a claim may use.
type known struct {
	n      *network.Network
	terms  *network.Terms
	labels map[string]string   // of nodes, by id
	named  map[string][]string // ids of nodes by their names, in lower case
}

func newKnown(n *network.Network) *known {
	k := &known{n: n, terms: n.Terms(), labels: map[string]string{}, named: map[string][]string{}}
	for _, o := range n.Nodes {
		k.labels[o.ID] = o.Label
		names := append([]string{o.Label, o.Phrase}, o.Aliases...)
		for _, name := range o.Names {
			names = append(names, name)
		}
		for _, name := range names {
			name = strings.ToLower(oneLine(name))
			if name != "" && !slices.Contains(k.named[name], o.ID) {
				k.named[name] = append(k.named[name], o.ID)
			}
		}
	}
	return k
}

// find returns the node that an id, a label or an alias names, "" for none.
func (k *known) find(reference string) (id string, err error) {
	if k.labels[reference] != "" {
		return reference, nil
	}
	ids := k.named[strings.ToLower(oneLine(reference))]
	switch len(ids) {
	case 0:
		return "", nil
	case 1:
		return ids[0], nil
	}
	return "", message.Errorf("%s may be %s; write the id", visible.Quote(clip(reference)), message.Either(message.Strings(ids)))
}

// node returns the node that a claim names in a field.
func (k *known) node(e *End, field string) (*Node, error) {
	if e == nil {
		return nil, message.Errorf("it has no “%s”", field)
	}
	if e.Reference != "" {
		id, err := k.find(e.Reference)
		if id == "" && err == nil {
			err = message.Errorf(`no node is called %s; write its id, or {"label": …, "kind": …} for a new one`, visible.Quote(clip(e.Reference)))
		}
		return &Node{ID: id}, err
	}
	if id, err := k.find(e.Label); id != "" || err != nil {
		if err == nil && !e.isLoose {
			err = message.Errorf("%s is not new: the network has it as %s", visible.Quote(clip(e.Label)), id)
		}
		return &Node{ID: id}, err
	}
	kind, err := k.nodeKind(e.Kind)
	return &Node{Label: oneLine(e.Label), Kind: kind}, err
}

func (k *known) label(n *Node) string {
	switch {
	case n == nil:
		return "?"
	case n.ID != "":
		return k.labels[n.ID]
	case n.Label != "":
		return n.Label
	}
	return "?"
}

// speaker returns the id of the speaker that an id or a label names.
func (k *known) speaker(reference string) (string, error) {
	if reference == "" {
		return "", nil
	}
	for _, s := range k.n.Speakers {
		if s.ID == reference || strings.EqualFold(s.Label, oneLine(reference)) {
			return s.ID, nil
		}
	}
	return "", message.Errorf("no speaker is called %s; write the id of one, or leave “speaker” out", visible.Quote(clip(reference)))
}

// A kind that begins with "?" is a tag, which need not be one.

func (k *known) nodeKind(kind string) (string, error) {
	kind, isTag := strings.CutPrefix(kind, "?")
	var ids []string
	for _, t := range k.terms.NodeKinds() {
		if isTerm(kind, string(t), k.nodeLabel(t)) {
			return string(t), nil
		}
		ids = append(ids, string(t))
	}
	if isTag {
		return string(network.Unknown), nil
	}
	return "", unknownKind(kind, ids)
}

func (k *known) nodeLabel(kind network.NodeKind) network.Label {
	if v := k.n.Vocabulary; v != nil {
		for _, t := range v.Nodes {
			if t.Kind == kind {
				return t.Label
			}
		}
	}
	return nil
}

func (k *known) relationKind(kind string) (string, error) {
	kind, isTag := strings.CutPrefix(kind, "?")
	var ids []string
	for _, t := range k.terms.RelationKinds() {
		if isTerm(kind, string(t.Kind), t.Label) {
			return string(t.Kind), nil
		}
		ids = append(ids, string(t.Kind))
	}
	if isTag {
		return "tie", nil
	}
	return "", unknownKind(kind, ids)
}

func isTerm(text, id string, label network.Label) bool {
	if strings.EqualFold(text, id) {
		return true
	}
	for _, l := range label {
		if strings.EqualFold(text, l) {
			return true
		}
	}
	return false
}

func unknownKind(kind string, ids []string) error {
	if kind == "" {
		return message.Errorf("it has no kind; write one of %s", message.Strings(ids))
	}
	return message.Errorf("unknown kind %s: write one of %s", visible.Quote(clip(kind)), message.Strings(ids))
}
