// Package bods reads statements of the Beneficial Ownership Data Standard.
package bods

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

// decoder reads statements of the Beneficial Ownership Data Standard 0.4, in a list
// or one after another (JSON lines). If several are about the same record, the last
// counts. https://standard.openownership.org/en/0.4.0/
type decoder struct {
	*reader.Collector
	json    *reader.JSON
	records []*record
	byID    map[string]*record
}

// record is the last statement about a record.
type record struct {
	id, sort, status, date string
	details                graph.Attributes
	line                   int
}

// nodeKinds are kinds of nodes by the type of an entity or a person.
var nodeKinds = map[string]network.NodeKind{
	"registeredEntity": network.Organisation, "legalEntity": network.Organisation, "arrangement": network.Organisation,
	"state": network.State, "stateBody": network.State,
	"knownPerson": network.Person, "anonymousPerson": network.Person, "unknownPerson": network.Person,
}

// interestKinds are the verbs and the kinds of relations by the type of an interest.
// Other types are named in "has an interest in".
var interestKinds = map[string]struct {
	verb string
	kind network.RelationKind
}{
	"shareholding":                       {"holds shares in", "ownership"},
	"votingRights":                       {"has voting rights in", "ownership"},
	"appointmentOfBoard":                 {"appoints the board of", ""},
	"otherInfluenceOrControl":            {"has influence on or control over", ""},
	"seniorManagingOfficial":             {"is a senior manager of", "office"},
	"boardMember":                        {"is on the board of", "office"},
	"boardChair":                         {"chairs the board of", "office"},
	"settlor":                            {"is a settlor of", ""},
	"trustee":                            {"is a trustee of", ""},
	"protector":                          {"is a protector of", ""},
	"beneficiaryOfLegalArrangement":      {"is a beneficiary of", ""},
	"rightsToSurplusAssetsOnDissolution": {"has rights to the surplus assets of", "ownership"},
	"rightsToProfitOrIncome":             {"has rights to profit or income of", ""},
	"rightsGrantedByContract":            {"has rights by contract in", ""},
	"conditionalRightsGrantedByContract": {"has conditional rights by contract in", ""},
	"controlViaCompanyRulesOrArticles":   {"controls by its rules or articles", ""},
	"controlByLegalFramework":            {"controls by law", ""},
	"enjoymentAndUseOfAssets":            {"uses assets of", ""},
	"rightToProfitOrIncomeFromAssets":    {"has a right to income from assets of", ""},
	"nominee":                            {"is a nominee for", ""},
	"nominator":                          {"is a nominator of", ""},
}

// personal are fields of people that must not be in a published network.
var personal = []string{"addresses", "birthDate", "identifiers", "placeOfBirth", "taxResidencies"}

// Read reads statements of BODS.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses), byID: map[string]*record{}}
	if err := r.json.Each("a statement", r.statement); err != nil {
		return nil, err
	}
	for _, rec := range r.records {
		if rec.sort != "relationship" {
			if err := r.Node(r.nodeOf(rec)); err != nil {
				return nil, err
			}
		}
	}
	for _, rec := range r.records {
		if rec.sort == "relationship" {
			if err := r.relationship(rec); err != nil {
				return nil, err
			}
		}
	}
	return r.Done()
}

// statement reads the rest of a statement.
func (r *decoder) statement() error {
	rec := &record{line: r.json.Line}
	var source graph.Value
	err := r.json.Fields(func(field string) (err error) {
		switch field {
		case "recordId":
			rec.id, err = r.json.Scalar(`"recordId"`)
		case "recordType":
			rec.sort, err = r.json.Scalar(`"recordType"`)
		case "recordStatus":
			rec.status, err = r.json.Scalar(`"recordStatus"`)
		case "statementDate":
			rec.date, err = r.json.Scalar(`"statementDate"`)
		case "recordDetails":
			rec.details, err = r.json.Attributes(`"recordDetails"`)
		case "source":
			source, err = r.json.Value()
		}
		return err
	})
	if err != nil {
		return err
	}
	if rec.id == "" || !slices.Contains([]string{"person", "entity", "relationship"}, rec.sort) {
		return r.Diagnostic(rec.line, rec.id, "a statement must have a recordId and a recordType", "convert it to BODS 0.4, in which recordType is person, entity or relationship")
	}
	rec.details.Add("source", source)
	if err := r.Fits(rec.line, rec.id, rec.details, len(rec.id)); err != nil {
		return err
	}
	known := r.byID[rec.id]
	switch {
	case known == nil:
		if len(r.records) >= r.Limits.Nodes+r.Limits.Edges {
			return r.TooManyEdges(rec.line)
		}
		r.byID[rec.id] = rec
		r.records = append(r.records, rec)
		return nil
	case known.date <= rec.date:
		*known = *rec
	}
	r.Losses.Add(1, "earlier statements about the same record, left out", graph.Clip(rec.id))
	return nil
}

// nodeOf returns a person or an entity as a node.
func (r *decoder) nodeOf(rec *record) graph.Node {
	n := graph.Node{ID: rec.id, Line: rec.line}
	as := rec.details
	var aliases, same []string
	name := func(s string) {
		if n.Label == "" {
			n.Label = s
		} else if s != "" && s != n.Label {
			aliases = append(aliases, s)
		}
	}
	name(as.Take("name"))
	for _, v := range as.TakeAll("names") {
		inner := graph.FieldsOf(v)
		full := inner.Get("fullName")
		name(cmp.Or(full, strings.TrimSpace(inner.Get("givenName")+" "+inner.Get("familyName"))))
		for _, field := range []string{"fullName", "givenName", "familyName"} {
			inner.Take(field)
		}
		for _, a := range inner.Flat() {
			r.Losses.Drop(graph.LossField, "recordDetails.names."+a.Name)
		}
	}
	for _, v := range as.TakeAll("alternateNames") {
		name(v.Text)
	}
	sort := as.Take("personType")
	for _, v := range as.TakeAll("entityType") {
		for _, a := range graph.FieldsOf(v) {
			if a.Name == "type" {
				sort = a.Value.Text
			} else {
				n.Attributes.Add("entityType."+a.Name, a.Value)
			}
		}
	}
	if kind, known := nodeKinds[sort]; known {
		n.Attributes.Add(graph.AttrKind, graph.TextOf(string(kind)))
	}
	if sort != "knownPerson" && sort != "registeredEntity" {
		n.Attributes.Add("type", graph.TextOf(sort))
	}
	if rec.sort == "person" {
		for _, field := range personal {
			if as.TakeAll(field) != nil {
				r.Losses.Drop(graph.LossPersonal, field)
			}
		}
	}
	var other []graph.Value
	for _, v := range as.TakeAll("identifiers") {
		id := graph.FieldsOf(v)
		if address := register.Address(id.Get("scheme"), id.Get("id")); address != "" {
			same = append(same, address)
			for _, a := range id {
				if a.Name != "id" && !strings.HasPrefix(a.Name, "scheme") {
					r.Losses.Drop(graph.LossField, "recordDetails.identifiers."+a.Name)
				}
			}
		} else {
			other = append(other, v)
		}
	}
	as.Data("identifiers", other, len(other))
	rest := append(n.Attributes, as...)
	n.Attributes = nil
	n.Attributes.Data(graph.AttrAliases, aliases, len(aliases))
	n.Attributes.Data(graph.AttrSame, same, len(same))
	n.Attributes = append(n.Attributes, restOf(rest, rec)...)
	return n
}

// restOf returns the remaining details.
func restOf(as graph.Attributes, rec *record) graph.Attributes {
	if as.Get("isComponent") == "false" {
		as.Take("isComponent")
	}
	if rec.status == "closed" {
		as.Add("record", graph.TextOf("closed"))
	}
	return as.Flat()
}

// relationship adds an edge for each interest of a relationship.
func (r *decoder) relationship(rec *record) error {
	as := rec.details
	from, to := r.party(&as, "interestedParty"), r.party(&as, "subject")
	if from == "" || to == "" {
		r.Losses.Add(1, graph.LossHalf, graph.Clip(rec.id))
		return nil
	}
	for _, id := range []string{from, to} {
		if !r.Known(id) {
			r.Losses.Add(1, graph.LossUnread, graph.Clip(id))
		}
		if err := r.Meet(id, rec.line); err != nil {
			return err
		}
	}
	interests := as.TakeAll("interests")
	if len(interests) == 0 {
		interests = []graph.Value{{}}
	}
	for i, v := range interests {
		interest := graph.FieldsOf(v)
		e := graph.Edge{From: from, To: to, Directed: true, Line: rec.line}
		if i == 0 {
			e.ID = rec.id
		}
		known, ok := interestKinds[interest.Get("type")]
		if ok {
			interest.Take("type")
		}
		e.Label = cmp.Or(known.verb, "has an interest in")
		e.Attributes.Add(graph.AttrKind, graph.TextOf(string(known.kind)))
		span := dates.ReadInterval(interest.Get("startDate"), interest.Get("endDate"))
		if span.Start {
			interest.Take("startDate")
		}
		if span.End {
			interest.Take("endDate")
		}
		e.Attributes.Add(graph.AttrPeriod, graph.TextOf(span.Edtf))
		for _, share := range interest.TakeAll("share") {
			e.Attributes.Add("share", graph.TextOf(shareOf(graph.FieldsOf(share))))
		}
		e.Attributes = append(e.Attributes, restOf(append(interest, as...), rec)...)
		if rec.status == "closed" {
			e.Attributes.Flag(graph.AttrPast, true)
		}
		if err := r.Edge(e); err != nil {
			return err
		}
	}
	return nil
}

// party removes and returns the id of a party of a relationship, "" if it is not
// specified.
func (r *decoder) party(as *graph.Attributes, name string) string {
	for _, v := range as.TakeAll(name) {
		if v.Type != graph.JSON {
			return v.Text
		}
		for _, a := range graph.FieldsOf(v).Flat() {
			r.Losses.Drop(graph.LossField, "recordDetails."+name+"."+a.Name)
		}
	}
	return ""
}

// shareOf returns a share in words.
func shareOf(share graph.Attributes) string {
	var parts []string
	for _, bound := range []struct{ field, before string }{
		{"exact", ""}, {"minimum", "from "}, {"exclusiveMinimum", "more than "}, {"maximum", "up to "}, {"exclusiveMaximum", "less than "},
	} {
		if percent := share.Take(bound.field); percent != "" {
			parts = append(parts, bound.before+percent+" %")
		}
	}
	if len(share) > 0 {
		parts = append(parts, graph.Sentence(share))
	}
	return strings.Join(parts, ", ")
}
