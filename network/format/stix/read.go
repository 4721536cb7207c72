// Package stix reads bundles of STIX 2.1.
package stix

import (
	"encoding/json"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads a bundle of STIX 2.1: its relationship objects as edges, and all other
// objects, except those about other objects, as nodes. Reports, notes and sightings
// refer to objects without relating them.
// https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
type decoder struct {
	*reader.Collector
	json  *reader.JSON
	edges []graph.Edge
}

// aboutOthers are types of objects about other objects.
var aboutOthers = []string{"report", "note", "opinion", "grouping", "observed-data", "sighting", "marking-definition", "extension-definition", "language-content"}

// nameFields are fields with the name of an object, the best first.
var nameFields = []string{"name", "value", "path", "url", "display_name", "account_login", "key", "subject", "command_line"}

// nodeKinds are kinds of nodes by the type of an object, and of an identity by its
// class.
var nodeKinds = map[string]network.NodeKind{
	"individual": network.Person, "group": network.Group, "organization": network.Organisation, "class": network.People,
	"intrusion-set": network.Group, "location": network.Unknown,
}

// housekeeping are fields about the record of an object, not about the object.
var housekeeping = []string{"created", "modified", "revoked", "spec_version", "created_by_ref", "object_marking_refs", "granular_markings", "lang"}

// Read reads a bundle of STIX.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses)}
	objects := false
	token, err := r.json.Next()
	if err != nil {
		return nil, err
	}
	bundle := func(field string) error {
		switch field {
		case "type", "spec_version":
			_, err := r.json.Value()
			return err
		case "id":
			v, err := r.json.Scalar(`"id"`)
			if err != nil {
				return err
			}
			return r.Attribute(r.json.Line, graph.AttrID, graph.TextOf(v))
		case "objects":
			objects = true
			return r.json.List(`"objects"`, r.object)
		}
		return nil
	}
	switch token {
	case json.Delim('{'):
		err = r.json.Fields(bundle)
	case json.Delim('['):
		objects = true
		err = r.json.Items(r.object)
	}
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if !objects {
		return nil, r.Diagnostic(0, "", `it has no "objects"`, "name the file’s format with --format")
	}
	for _, e := range r.edges {
		for _, id := range []string{e.From, e.To} {
			if id != "" && !r.Known(id) {
				r.Losses.Add(1, "objects that the bundle names but does not contain, or that are about others, kept as nodes without a name", graph.Clip(id))
				if err := r.Meet(id, e.Line); err != nil {
					return nil, err
				}
			}
		}
		if err := r.Edge(e); err != nil {
			return nil, err
		}
	}
	return r.Done()
}

// period replaces the times of a relationship by its period. A time that cannot
// be read stays an attribute.
func (r *decoder) period(as *graph.Attributes) {
	i := dates.ReadInterval(as.Get("start_time"), as.Get("stop_time"))
	if i.Start {
		as.Take("start_time")
	}
	if i.End {
		as.Take("stop_time")
	}
	if i.Clock != "" {
		r.Losses.Add(1, graph.LossTime, graph.Show(i.Clock))
	}
	as.Add(graph.AttrPeriod, graph.TextOf(i.Edtf))
}

// object reads an object.
func (r *decoder) object() error {
	as, err := r.json.Attributes("an object")
	if err != nil {
		return err
	}
	line, sort := r.json.Line, as.Take("type")
	if as.Get("revoked") == "true" {
		r.Losses.Drop("objects that were revoked, left out", sort)
		return nil
	}
	for _, field := range housekeeping {
		if as.Take(field) != "" {
			r.Losses.Drop(graph.LossField, field)
		}
	}
	switch {
	case sort == "relationship":
		e := graph.Edge{ID: as.Take("id"), From: as.Take("source_ref"), To: as.Take("target_ref"), Label: as.Take("relationship_type"), Directed: true, Line: line}
		e.Label = strings.ReplaceAll(e.Label, "-", " ")
		r.period(&as)
		if note := as.Take("description"); note != "" {
			as.Add(graph.AttrNote, graph.TextOf(note))
		}
		e.Attributes = as
		if r.edges = append(r.edges, e); len(r.edges) > r.Limits.Edges {
			return r.TooManyEdges(line)
		}
		return r.Fits(line, e.ID, as, 0)
	case slices.Contains(aboutOthers, sort):
		r.Losses.Drop("objects about others, such as reports, left out with their references", sort)
		return nil
	case sort == "":
		return r.Diagnostic(line, as.Get("id"), "an object has no type", "give it one, such as identity")
	}
	n := graph.Node{ID: as.Take("id"), Line: line}
	for _, name := range nameFields {
		if n.Label == "" {
			n.Label = as.Take(name)
		}
	}
	class := as.Get("identity_class")
	if kind, known := nodeKinds[class]; known && sort == "identity" {
		as.Take("identity_class")
		as.Add(graph.AttrKind, graph.TextOf(string(kind)))
	} else if kind, known := nodeKinds[sort]; known {
		as.Add(graph.AttrKind, graph.TextOf(string(kind)))
		as.Add("type", graph.TextOf(sort))
	} else {
		as.Add("type", graph.TextOf(sort))
	}
	if at := as.Find("aliases"); at >= 0 && as[at].Value.Type != graph.JSON {
		as[at].Name = "alias"
	}
	n.Attributes = as
	return r.Node(n)
}
