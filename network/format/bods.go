package format

import (
	"cmp"
	"slices"
	"strings"

	"proxynet/network"
)

// bodsReader reads statements of the Beneficial Ownership Data Standard 0.4, in a list
// or one after another (JSON lines). Of several about the same record the last counts.
// https://standard.openownership.org/en/0.4.0/
type bodsReader struct {
	*collector
	json    *jsonReader
	records []*bodsRecord
	byID    map[string]*bodsRecord
}

// bodsRecord is what the last statement says about a record.
type bodsRecord struct {
	id, sort, status, date string
	details                Attributes
	line                   int
}

// bodsKinds are kinds of nodes by the type of an entity or a person.
var bodsKinds = map[string]network.NodeKind{
	"registeredEntity": network.Organisation, "legalEntity": network.Organisation, "arrangement": network.Organisation,
	"state": network.State, "stateBody": network.State,
	"knownPerson": network.Person, "anonymousPerson": network.Person, "unknownPerson": network.Person,
}

// bodsInterests are the verbs and the kinds of relations by the type of an interest.
// Types without a verb of their own are named in "has an interest in".
var bodsInterests = map[string]struct {
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

// bodsPersonal are fields of people that have no place in a published network.
var bodsPersonal = []string{"addresses", "birthDate", "identifiers", "placeOfBirth", "taxResidencies"}

// lossPersonal are personal data that nobody asked to publish.
const lossPersonal = "personal data of people, such as addresses and numbers, left out"

func readBODS(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &bodsReader{collector: newCollector(in, losses), json: newJSONReader(in, losses), byID: map[string]*bodsRecord{}}
	if err := r.json.each("a statement", r.statement); err != nil {
		return nil, err
	}
	for _, rec := range r.records {
		if rec.sort != "relationship" {
			if err := r.node(r.nodeOf(rec)); err != nil {
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
	return r.done()
}

// statement reads a statement that has begun.
func (r *bodsReader) statement() error {
	rec := &bodsRecord{line: r.json.line}
	var source Value
	err := r.json.fields(func(field string) (err error) {
		switch field {
		case "recordId":
			rec.id, err = r.json.scalar(`"recordId"`)
		case "recordType":
			rec.sort, err = r.json.scalar(`"recordType"`)
		case "recordStatus":
			rec.status, err = r.json.scalar(`"recordStatus"`)
		case "statementDate":
			rec.date, err = r.json.scalar(`"statementDate"`)
		case "recordDetails":
			rec.details, err = r.json.attributes(`"recordDetails"`)
		case "source":
			source, err = r.json.value()
		}
		return err
	})
	if err != nil {
		return err
	}
	if rec.id == "" || !slices.Contains([]string{"person", "entity", "relationship"}, rec.sort) {
		return r.fault(rec.line, rec.id, "a statement must have a recordId and a recordType", "convert it to BODS 0.4, in which recordType is person, entity or relationship")
	}
	rec.details.add("source", source)
	if err := r.fits(rec.line, rec.id, rec.details, len(rec.id)); err != nil {
		return err
	}
	known := r.byID[rec.id]
	switch {
	case known == nil:
		if len(r.records) >= r.limits.Nodes+r.limits.Edges {
			return r.tooManyEdges(rec.line)
		}
		r.byID[rec.id] = rec
		r.records = append(r.records, rec)
		return nil
	case known.date <= rec.date:
		*known = *rec
	}
	r.losses.add(1, "earlier statements about the same record, left out", clip(rec.id))
	return nil
}

// nodeOf returns a person or an entity as a node.
func (r *bodsReader) nodeOf(rec *bodsRecord) Node {
	n := Node{ID: rec.id, Line: rec.line}
	as := rec.details
	var aliases, same []string
	name := func(s string) {
		if n.Label == "" {
			n.Label = s
		} else if s != "" && s != n.Label {
			aliases = append(aliases, s)
		}
	}
	name(as.take("name"))
	for _, v := range as.takeAll("names") {
		inner := fieldsOf(v)
		full := inner.get("fullName")
		name(cmp.Or(full, strings.TrimSpace(inner.get("givenName")+" "+inner.get("familyName"))))
		for _, field := range []string{"fullName", "givenName", "familyName"} {
			inner.take(field)
		}
		for _, a := range inner.flat() {
			r.losses.drop(lossField, "recordDetails.names."+a.Name)
		}
	}
	for _, v := range as.takeAll("alternateNames") {
		name(v.Text)
	}
	sort := as.take("personType")
	for _, v := range as.takeAll("entityType") {
		for _, a := range fieldsOf(v) {
			if a.Name == "type" {
				sort = a.Value.Text
			} else {
				n.Attributes.add("entityType."+a.Name, a.Value)
			}
		}
	}
	if kind, known := bodsKinds[sort]; known {
		n.Attributes.add(attrKind, text(string(kind)))
	}
	if sort != "knownPerson" && sort != "registeredEntity" {
		n.Attributes.add("type", text(sort))
	}
	if rec.sort == "person" {
		for _, field := range bodsPersonal {
			if as.takeAll(field) != nil {
				r.losses.drop(lossPersonal, field)
			}
		}
	}
	var other []Value
	for _, v := range as.takeAll("identifiers") {
		id := fieldsOf(v)
		if address := addressOf(id.get("scheme"), id.get("id")); address != "" {
			same = append(same, address)
			for _, a := range id {
				if a.Name != "id" && !strings.HasPrefix(a.Name, "scheme") {
					r.losses.drop(lossField, "recordDetails.identifiers."+a.Name)
				}
			}
		} else {
			other = append(other, v)
		}
	}
	as.data("identifiers", other, len(other))
	rest := append(n.Attributes, as...)
	n.Attributes = nil
	n.Attributes.data(attrAliases, aliases, len(aliases))
	n.Attributes.data(attrSame, same, len(same))
	n.Attributes = append(n.Attributes, bodsRest(rest, rec)...)
	return n
}

// bodsRest returns the details that are left.
func bodsRest(as Attributes, rec *bodsRecord) Attributes {
	if as.get("isComponent") == "false" {
		as.take("isComponent")
	}
	if rec.status == "closed" {
		as.add("record", text("closed"))
	}
	return as.flat()
}

// relationship takes in a relationship: an edge for each of its interests.
func (r *bodsReader) relationship(rec *bodsRecord) error {
	as := rec.details
	from, to := r.party(&as, "interestedParty"), r.party(&as, "subject")
	if from == "" || to == "" {
		r.losses.add(1, lossHalf, clip(rec.id))
		return nil
	}
	for _, id := range []string{from, to} {
		if !r.known(id) {
			r.losses.add(1, lossUnread, clip(id))
		}
		if err := r.meet(id, rec.line); err != nil {
			return err
		}
	}
	interests := as.takeAll("interests")
	if len(interests) == 0 {
		interests = []Value{{}}
	}
	for i, v := range interests {
		interest := fieldsOf(v)
		e := Edge{From: from, To: to, Directed: true, Line: rec.line}
		if i == 0 {
			e.ID = rec.id
		}
		known, ok := bodsInterests[interest.get("type")]
		if ok {
			interest.take("type")
		}
		e.Label = cmp.Or(known.verb, "has an interest in")
		e.Attributes.add(attrKind, text(string(known.kind)))
		span := readInterval(interest.get("startDate"), interest.get("endDate"))
		if span.start {
			interest.take("startDate")
		}
		if span.end {
			interest.take("endDate")
		}
		e.Attributes.add(attrPeriod, text(span.edtf))
		for _, share := range interest.takeAll("share") {
			e.Attributes.add("share", text(shareOf(fieldsOf(share))))
		}
		e.Attributes = append(e.Attributes, bodsRest(append(interest, as...), rec)...)
		if rec.status == "closed" {
			e.Attributes.flag(attrPast, true)
		}
		if err := r.edge(e); err != nil {
			return err
		}
	}
	return nil
}

// party takes the id of a party of a relationship, "" if it is not specified.
func (r *bodsReader) party(as *Attributes, name string) string {
	for _, v := range as.takeAll(name) {
		if v.Type != JSON {
			return v.Text
		}
		for _, a := range fieldsOf(v).flat() {
			r.losses.drop(lossField, "recordDetails."+name+"."+a.Name)
		}
	}
	return ""
}

// shareOf returns a share in words.
func shareOf(share Attributes) string {
	var parts []string
	for _, bound := range []struct{ field, before string }{
		{"exact", ""}, {"minimum", "from "}, {"exclusiveMinimum", "more than "}, {"maximum", "up to "}, {"exclusiveMaximum", "less than "},
	} {
		if percent := share.take(bound.field); percent != "" {
			parts = append(parts, bound.before+percent+" %")
		}
	}
	if len(share) > 0 {
		parts = append(parts, said(share))
	}
	return strings.Join(parts, ", ")
}
