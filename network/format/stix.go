package format

import (
	"encoding/json"
	"slices"
	"strings"

	"proxynet/network"
)

// stixReader reads a bundle of STIX 2.1: its relationship objects as edges, and what
// is neither a relationship nor about other objects as nodes. Reports, notes and
// sightings refer to objects without relating them.
// https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
type stixReader struct {
	*collector
	json  *jsonReader
	edges []Edge
}

// stixAbout are types of objects that say something about others.
var stixAbout = []string{"report", "note", "opinion", "grouping", "observed-data", "sighting", "marking-definition", "extension-definition", "language-content"}

// stixNames are fields that name an object, the best first.
var stixNames = []string{"name", "value", "path", "url", "display_name", "account_login", "key", "subject", "command_line"}

// stixKinds are kinds of nodes by the type of an object, and of an identity by its
// class.
var stixKinds = map[string]network.NodeKind{
	"individual": network.Person, "group": network.Group, "organization": network.Organisation, "class": network.People,
	"intrusion-set": network.Group, "location": network.Unknown,
}

// stixHouse are fields that say how an object is kept, and nothing of what it is.
var stixHouse = []string{"created", "modified", "revoked", "spec_version", "created_by_ref", "object_marking_refs", "granular_markings", "lang"}

func readSTIX(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &stixReader{collector: newCollector(in, losses), json: newJSONReader(in, losses)}
	objects := false
	token, err := r.json.next()
	if err != nil {
		return nil, err
	}
	bundle := func(field string) error {
		switch field {
		case "type", "spec_version":
			_, err := r.json.value()
			return err
		case "id":
			v, err := r.json.scalar(`"id"`)
			if err != nil {
				return err
			}
			return r.attribute(r.json.line, attrID, text(v))
		case "objects":
			objects = true
			return r.json.list(`"objects"`, r.object)
		}
		return nil
	}
	switch token {
	case json.Delim('{'):
		err = r.json.fields(bundle)
	case json.Delim('['):
		objects = true
		err = r.json.items(r.object)
	}
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if !objects {
		return nil, r.fault(0, "", `it has no "objects"`, "name the file’s format with --format")
	}
	for _, e := range r.edges {
		for _, id := range []string{e.From, e.To} {
			if id != "" && !r.known(id) {
				r.losses.add(1, "objects that the bundle names but does not contain, or that are about others, kept as nodes without a name", clip(id))
				if err := r.meet(id, e.Line); err != nil {
					return nil, err
				}
			}
		}
		if err := r.edge(e); err != nil {
			return nil, err
		}
	}
	return r.done()
}

// period replaces the times of a relationship by its period. A time that cannot
// be read stays an attribute.
func (r *stixReader) period(as *Attributes) {
	i := readInterval(as.get("start_time"), as.get("stop_time"))
	if i.start {
		as.take("start_time")
	}
	if i.end {
		as.take("stop_time")
	}
	if i.clock != "" {
		r.losses.add(1, lossTime, show(i.clock))
	}
	as.add(attrPeriod, text(i.edtf))
}

// object reads an object.
func (r *stixReader) object() error {
	as, err := r.json.attributes("an object")
	if err != nil {
		return err
	}
	line, sort := r.json.line, as.take("type")
	for _, field := range stixHouse {
		if as.take(field) != "" {
			r.losses.drop(lossField, field)
		}
	}
	switch {
	case sort == "relationship":
		e := Edge{ID: as.take("id"), From: as.take("source_ref"), To: as.take("target_ref"), Label: as.take("relationship_type"), Directed: true, Line: line}
		e.Label = strings.ReplaceAll(e.Label, "-", " ")
		r.period(&as)
		if note := as.take("description"); note != "" {
			as.add(attrNote, text(note))
		}
		e.Attributes = as
		if r.edges = append(r.edges, e); len(r.edges) > r.limits.Edges {
			return r.tooManyEdges(line)
		}
		return r.fits(line, e.ID, as, 0)
	case slices.Contains(stixAbout, sort):
		r.losses.drop("objects about others, such as reports, left out with their references", sort)
		return nil
	case sort == "":
		return r.fault(line, as.get("id"), "an object has no type", "give it one, such as identity")
	}
	n := Node{ID: as.take("id"), Line: line}
	for _, name := range stixNames {
		if n.Label == "" {
			n.Label = as.take(name)
		}
	}
	class := as.get("identity_class")
	if kind, known := stixKinds[class]; known && sort == "identity" {
		as.take("identity_class")
		as.add(attrKind, text(string(kind)))
	} else if kind, known := stixKinds[sort]; known {
		as.add(attrKind, text(string(kind)))
		as.add("type", text(sort))
	} else {
		as.add("type", text(sort))
	}
	if at := as.find("aliases"); at >= 0 && as[at].Value.Type != JSON {
		as[at].Name = "alias"
	}
	n.Attributes = as
	return r.node(n)
}
