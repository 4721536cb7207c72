package format

import (
	"cmp"
	"slices"
	"strings"

	"proxynet/network"
)

// popoloReader reads Popolo: people and organizations as nodes, and memberships as
// edges. Posts, areas and events are named at the memberships that refer to them.
// https://www.popoloproject.com/specs/
type popoloReader struct {
	*collector
	json        *jsonReader
	names       map[string]string // of organizations, posts, areas and events, by id
	memberships []popoloMembership
	edges       []Edge
}

type popoloMembership struct {
	as   Attributes
	line int
}

// popoloContacts are fields of people that have no place in a published network.
var popoloContacts = []string{"contact_details", "email", "phone", "national_identity"}

func readPopolo(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &popoloReader{collector: newCollector(in, losses), json: newJSONReader(in, losses), names: map[string]string{}}
	err := r.json.object("the file", func(field string) error {
		switch field {
		case "persons", "people":
			return r.list(field, r.person)
		case "organizations":
			return r.list(field, r.organization)
		case "memberships":
			return r.list(field, r.membership)
		case "posts", "areas", "events":
			return r.list(field, func(as Attributes, line int) error {
				id, name := as.take("id"), cmp.Or(as.take("name"), as.take("label"), as.take("role"))
				r.drop(field, as)
				if r.names[id] != "" {
					r.losses.drop(lossField, field+".name")
				}
				r.names[id] = cmp.Or(r.names[id], name)
				return r.fits(line, id, nil, len(id)+len(name))
			})
		}
		return nil
	})
	if err == nil {
		err = r.json.end()
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
		if err := r.edge(e); err != nil {
			return nil, err
		}
	}
	return r.done()
}

// list reads a list of things.
func (r *popoloReader) list(field string, read func(as Attributes, line int) error) error {
	return r.json.list(`"`+field+`"`, func() error {
		as, err := r.json.attributes("an item of “" + field + "”")
		if err != nil {
			return err
		}
		return read(as, r.json.line)
	})
}

// person takes in a person, who may have memberships of their own.
func (r *popoloReader) person(as Attributes, line int) error {
	for _, field := range popoloContacts {
		if as.takeAll(field) != nil {
			r.losses.drop(lossPersonal, field)
		}
	}
	id := as.get("id")
	for _, v := range as.takeAll("memberships") {
		own := fieldsOf(v)
		if own.get("person_id") == "" {
			own.add("person_id", text(id))
		}
		if err := r.membership(own, line); err != nil {
			return err
		}
	}
	return r.thing("persons", as, line, network.Person)
}

func (r *popoloReader) organization(as Attributes, line int) error {
	if parent := as.take("parent_id"); parent != "" {
		r.edges = append(r.edges, Edge{From: as.get("id"), To: parent, Label: "is part of", Directed: true, Line: line})
	}
	r.names[as.get("id")] = as.get("name")
	return r.thing("organizations", as, line, network.Organisation)
}

// thing takes in a person or an organization.
func (r *popoloReader) thing(list string, as Attributes, line int, kind network.NodeKind) error {
	n := Node{ID: as.take("id"), Label: as.take("name"), Line: line}
	var aliases, same []string
	names := map[string]string{}
	for _, v := range as.takeAll("other_names") {
		other := fieldsOf(v)
		name, lang := other.take("name"), other.take("lang")
		if other.get("note") == "multilingual" { // as EveryPolitician writes
			other.take("note")
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
	var rest []Value
	for _, v := range as.takeAll("identifiers") {
		id := fieldsOf(v)
		if address := addressOf(id.get("scheme"), id.get("identifier")); address != "" {
			same = append(same, address)
			id.take("scheme")
			id.take("identifier")
			r.drop(list+".identifiers", id)
		} else {
			rest = append(rest, v)
		}
	}
	for _, field := range []string{"image", "images"} {
		if as.takeAll(field) != nil {
			r.losses.drop(lossField, field)
		}
	}
	as.data("identifiers", rest, len(rest))
	n.Attributes.add(attrKind, text(string(kind)))
	n.Attributes.data(attrAliases, aliases, len(aliases))
	n.Attributes.data(attrNames, names, len(names))
	n.Attributes.data(attrSame, same, len(same))
	n.Attributes = append(n.Attributes, as.flat()...)
	return r.node(n)
}

// drop reports the fields that are left of a part of the file.
func (r *popoloReader) drop(path string, as Attributes) {
	for _, a := range as.flat() {
		r.losses.drop(lossField, path+"."+a.Name)
	}
}

// membership keeps a membership until everything that it names is known.
func (r *popoloReader) membership(as Attributes, line int) error {
	if len(r.memberships) == r.limits.Edges {
		return r.tooManyEdges(line)
	}
	r.memberships = append(r.memberships, popoloMembership{as, line})
	return r.fits(line, as.get("id"), as, 0)
}

// relate takes in a membership as an edge from the member to the organization.
func (r *popoloReader) relate(m popoloMembership) error {
	as := m.as
	e := Edge{ID: as.take("id"), From: cmp.Or(as.take("person_id"), as.take("member_id")), To: as.take("organization_id"), Directed: true, Line: m.line}
	if e.To == "" || e.From == "" {
		r.losses.add(1, lossHalf, clip(cmp.Or(e.ID, e.From, e.To)))
		return nil
	}
	role := cmp.Or(as.take("label"), as.take("role"))
	if strings.EqualFold(as.get("role"), role) {
		as.take("role")
	}
	post := r.names[as.get("post_id")]
	switch {
	case strings.EqualFold(role, "member") || role == "" && post == "":
		e.Label = "is a member of"
		e.Attributes.add(attrKind, text("membership"))
	default:
		e.Label = "is " + cmp.Or(role, post) + " of"
		e.Attributes.add(attrKind, text("office"))
	}
	span := readInterval(as.get("start_date"), as.get("end_date"))
	if span.start {
		as.take("start_date")
	}
	if span.end {
		as.take("end_date")
	}
	e.Attributes.add(attrPeriod, text(span.edtf))
	for _, reference := range []struct{ field, name string }{
		{"post_id", "post"}, {"area_id", "area"}, {"on_behalf_of_id", "on behalf of"}, {"legislative_period_id", "legislative period"},
	} {
		if id := as.take(reference.field); id != "" {
			e.Attributes.add(reference.name, text(cmp.Or(r.names[id], id)))
		}
	}
	e.Attributes = append(e.Attributes, as.flat()...)
	return r.edge(e)
}

// isPopolo reports whether JSON holds lists of Popolo.
func isPopolo(s *shape) bool {
	return s.any("persons", "people", "organizations") && s.any("memberships", "posts", "persons.memberships") && !s.any("nodes", "edges", "links")
}
