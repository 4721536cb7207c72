// Package popolo reads people, organizations and memberships in Popolo.
package popolo

import (
	"cmp"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/register"
)

// decoder reads Popolo: people and organizations as nodes, and memberships as
// edges. The names of posts, areas and events are attributes of the memberships that
// refer to them. https://www.popoloproject.com/specs/
type decoder struct {
	*reader.Collector
	json        *reader.JSON
	names       map[string]string // of organizations, posts, areas and events, by id
	memberships []heldMembership
	edges       []graph.Edge
}

type heldMembership struct {
	as   graph.Attributes
	line int
}

// contacts are fields of people that must not be in a published network.
var contacts = []string{"contact_details", "email", "phone", "national_identity"}

// Read reads Popolo.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses), names: map[string]string{}}
	err := r.json.Object("the file", func(field string) error {
		switch field {
		case "persons", "people":
			return r.list(field, r.person)
		case "organizations":
			return r.list(field, r.organization)
		case "memberships":
			return r.list(field, r.membership)
		case "posts", "areas", "events":
			return r.list(field, func(as graph.Attributes, line int) error {
				id, name := as.Take("id"), cmp.Or(as.Take("name"), as.Take("label"), as.Take("role"))
				r.drop(field, as)
				if r.names[id] != "" {
					r.Losses.Drop(graph.LossField, field+".name")
				}
				r.names[id] = cmp.Or(r.names[id], name)
				return r.Fits(line, id, nil, len(id)+len(name))
			})
		}
		return nil
	})
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	for _, m := range r.memberships {
		if err := r.relate(m); err != nil {
			return nil, err
		}
	}
	for _, e := range r.edges {
		if err := r.Edge(e); err != nil {
			return nil, err
		}
	}
	return r.Done()
}

// list reads a list of things.
func (r *decoder) list(field string, read func(as graph.Attributes, line int) error) error {
	return r.json.List(`"`+field+`"`, func() error {
		as, err := r.json.Attributes("an item of “" + field + "”")
		if err != nil {
			return err
		}
		return read(as, r.json.Line)
	})
}

// person adds a person, whose memberships may be nested.
func (r *decoder) person(as graph.Attributes, line int) error {
	for _, field := range contacts {
		if as.TakeAll(field) != nil {
			r.Losses.Drop(graph.LossPersonal, field)
		}
	}
	id := as.Get("id")
	for _, v := range as.TakeAll("memberships") {
		own := graph.FieldsOf(v)
		if own.Get("person_id") == "" {
			own.Add("person_id", graph.TextOf(id))
		}
		if err := r.membership(own, line); err != nil {
			return err
		}
	}
	return r.thing("persons", as, line, network.Person)
}

func (r *decoder) organization(as graph.Attributes, line int) error {
	if parent := as.Take("parent_id"); parent != "" {
		r.edges = append(r.edges, graph.Edge{From: as.Get("id"), To: parent, Label: "is part of", Directed: true, Line: line})
	}
	r.names[as.Get("id")] = as.Get("name")
	return r.thing("organizations", as, line, network.Organisation)
}

// thing adds a person or an organization.
func (r *decoder) thing(list string, as graph.Attributes, line int, kind network.NodeKind) error {
	n := graph.Node{ID: as.Take("id"), Label: as.Take("name"), Line: line}
	var aliases, same []string
	names := map[string]string{}
	for _, v := range as.TakeAll("other_names") {
		other := graph.FieldsOf(v)
		name, lang := other.Take("name"), other.Take("lang")
		if other.Get("note") == "multilingual" { // as written by EveryPolitician
			other.Take("note")
		}
		r.drop(list+".other_names", other)
		switch {
		case name == "":
		case lang != "" && names[lang] == "":
			names[lang] = name
		case name != n.Label && !slices.Contains(aliases, name):
			aliases = append(aliases, name)
		}
	}
	var rest []graph.Value
	for _, v := range as.TakeAll("identifiers") {
		id := graph.FieldsOf(v)
		if address := register.Address(id.Get("scheme"), id.Get("identifier")); address != "" {
			same = append(same, address)
			id.Take("scheme")
			id.Take("identifier")
			r.drop(list+".identifiers", id)
		} else {
			rest = append(rest, v)
		}
	}
	for _, field := range []string{"image", "images"} {
		if as.TakeAll(field) != nil {
			r.Losses.Drop(graph.LossField, field)
		}
	}
	as.Data("identifiers", rest, len(rest))
	n.Attributes.Add(graph.AttrKind, graph.TextOf(string(kind)))
	n.Attributes.Data(graph.AttrAliases, aliases, len(aliases))
	n.Attributes.Data(graph.AttrNames, names, len(names))
	n.Attributes.Data(graph.AttrSame, same, len(same))
	n.Attributes = append(n.Attributes, as.Flat()...)
	return r.Node(n)
}

// drop reports the unread fields of a part of the file.
func (r *decoder) drop(path string, as graph.Attributes) {
	for _, a := range as.Flat() {
		r.Losses.Drop(graph.LossField, path+"."+a.Name)
	}
}

// membership keeps a membership until everything that it names is known.
func (r *decoder) membership(as graph.Attributes, line int) error {
	if len(r.memberships) == r.Limits.Edges {
		return r.TooManyEdges(line)
	}
	r.memberships = append(r.memberships, heldMembership{as, line})
	return r.Fits(line, as.Get("id"), as, 0)
}

// relate adds a membership as an edge from the member to the organization.
func (r *decoder) relate(m heldMembership) error {
	as := m.as
	e := graph.Edge{ID: as.Take("id"), From: cmp.Or(as.Take("person_id"), as.Take("member_id")), To: as.Take("organization_id"), Directed: true, Line: m.line}
	if e.To == "" || e.From == "" {
		r.Losses.Add(1, graph.LossHalf, graph.Clip(cmp.Or(e.ID, e.From, e.To)))
		return nil
	}
	role := cmp.Or(as.Take("label"), as.Take("role"))
	if strings.EqualFold(as.Get("role"), role) {
		as.Take("role")
	}
	post := r.names[as.Get("post_id")]
	switch {
	case strings.EqualFold(role, "member") || role == "" && post == "":
		e.Label = "is a member of"
		e.Attributes.Add(graph.AttrKind, graph.TextOf("membership"))
	default:
		e.Label = "is " + cmp.Or(role, post) + " of"
		e.Attributes.Add(graph.AttrKind, graph.TextOf("office"))
	}
	span := dates.ReadInterval(as.Get("start_date"), as.Get("end_date"))
	if span.Start {
		as.Take("start_date")
	}
	if span.End {
		as.Take("end_date")
	}
	e.Attributes.Add(graph.AttrPeriod, graph.TextOf(span.Edtf))
	for _, reference := range []struct{ field, name string }{
		{"post_id", "post"}, {"area_id", "area"}, {"on_behalf_of_id", "on behalf of"}, {"legislative_period_id", "legislative period"},
	} {
		if id := as.Take(reference.field); id != "" {
			e.Attributes.Add(reference.name, graph.TextOf(cmp.Or(r.names[id], id)))
		}
	}
	e.Attributes = append(e.Attributes, as.Flat()...)
	return r.Edge(e)
}
