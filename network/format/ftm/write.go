package ftm

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/cite"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/register"
	"proxynet/network/format/internal/writer"
)

// encoder writes a network as entities of FollowTheMoney, as the package's
// documentation describes.
type encoder struct {
	*cite.Index // finds records
	b           bytes.Buffer
	losses      *graph.Losses
	assets      map[string]bool // ids of nodes that somebody owns
}

// Losses of exporting to FollowTheMoney.
const (
	lossFTMDate      = "seasons, and marks of uncertainty (~, ?, %, X), in dates, which FollowTheMoney doesn’t have, left out"
	lossFTMOpen      = "open and unknown ends of periods, which FollowTheMoney doesn’t tell apart"
	lossFTMDirection = "directions of relations written as links of unknown type, kept only in their summaries"
)

// Write writes a network as JSON lines.
func Write(n *network.Network, address string, losses *graph.Losses) []writer.Output {
	w := &encoder{Index: cite.NewIndex(n, address), losses: losses, assets: map[string]bool{}}
	for i := range n.Relations {
		if r := &n.Relations[i]; r.Kind == "ownership" {
			w.assets[r.To] = true
		}
	}
	for i := range n.Sources {
		w.source(&n.Sources[i])
	}
	for i := range n.Nodes {
		w.node(&n.Nodes[i])
	}
	for i := range n.Relations {
		w.relation(&n.Relations[i])
	}
	for i := range n.Events {
		w.event(&n.Events[i])
	}
	losses.Add(1, "the network’s id, title, summary, language and root, left out", "")
	losses.Add(len(n.Lead), "marks of the relations that lead the picture, left out", "")
	convert.LoseHeading(n, losses)
	losses.Add(len(n.Story), "steps of the story, left out", "")
	losses.Add(len(n.Passages), "passages, whose words, speaker and paragraph are kept in descriptions", "")
	convert.LoseRoles(n, losses)
	return []writer.Output{{Data: w.b.Bytes()}}
}

// propertyList are the properties of an entity, in order; empty values are omitted.
type propertyList []struct {
	name   string
	values []string
}

func (p *propertyList) add(name string, values ...string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) > 0 {
		*p = append(*p, struct {
			name   string
			values []string
		}{name, values})
	}
}

// entity writes one line.
func (w *encoder) entity(id, schema string, properties propertyList) {
	var as graph.Attributes
	for _, p := range properties {
		as.Data(p.name, p.values, len(p.values))
	}
	fmt.Fprintf(&w.b, "{\"id\":%s,\"schema\":%s,\"properties\":%s}\n", graph.JSONText(w.id(id)), graph.JSONText(schema), graph.JSONText(graph.Object(as)))
}

// id returns an id that is unique among networks.
func (w *encoder) id(id string) string { return w.Network.ID + "." + id }

func (w *encoder) source(s *network.Source) {
	var p propertyList
	p.add("title", s.Title)
	p.add("author", s.Author)
	p.add("publisher", s.Publisher)
	p.add("sourceUrl", s.URL)
	if s.Date != nil {
		p.add("publishedAt", w.day(s.Date.EDTF))
	}
	w.entity(s.ID, "Article", p)
}

// schema returns the schema of a node. Only assets can be owned.
func (w *encoder) schema(o *network.Node) string {
	switch o.Kind {
	case network.Person:
		return "Person"
	case network.State, network.Force:
		return "PublicBody"
	case network.Organisation, network.Group, network.Alliance:
		if w.assets[o.ID] {
			return "Company"
		}
		return "Organization"
	case network.Target:
		return "Asset"
	}
	return "LegalEntity"
}

func (w *encoder) node(o *network.Node) {
	var p propertyList
	p.add("name", o.Label)
	aliases := slices.Clone(o.Aliases)
	for _, lang := range slices.Sorted(maps.Keys(o.Names)) {
		aliases = append(aliases, o.Names[lang])
	}
	p.add("alias", aliases...)
	for _, address := range o.Same {
		wikidata, lei := register.ID("wikidata", address), register.ID("lei", address)
		switch {
		case wikidata != "":
			p.add("wikidataId", wikidata)
		case lei != "" && w.schema(o) != "Asset":
			p.add("leiCode", lei)
		default:
			w.losses.Add(1, "addresses of nodes on sites other than Wikidata and GLEIF, left out", address)
		}
	}
	p.add("summary", o.Summary)
	p.add("description", append(w.Quotes(o.Passages), w.Facts(o)...)...)
	p.add("proof", w.proofs(o.Cited())...)
	if o.Phrase != "" {
		w.losses.Add(1, "phrases, the labels for use in sentences, left out", o.ID)
	}
	if len(o.Names) > 0 {
		w.losses.Add(len(o.Names), "languages of names, which are kept as aliases", o.ID)
	}
	if schema := w.schema(o); nodeKinds[schema] != o.Kind {
		w.losses.Add(1, "kinds of nodes that FollowTheMoney has no schema for, written as the nearest", string(o.Kind))
	}
	w.entity(o.ID, w.schema(o), p.merged())
}

// cited calls use once for each source of the passages.
func (w *encoder) cited(ids []string, use func(s *network.Source)) {
	met := map[string]bool{}
	for _, id := range ids {
		if p := w.Passages[id]; p != nil && !met[p.Source] && w.Sources[p.Source] != nil {
			met[p.Source] = true
			use(w.Sources[p.Source])
		}
	}
}

// proofs returns the ids of the entities of the passages' sources.
func (w *encoder) proofs(ids []string) []string {
	var all []string
	w.cited(ids, func(s *network.Source) { all = append(all, w.id(s.ID)) })
	return all
}

// edge returns the schema of a relation, for which its ends must have the required
// types.
func (w *encoder) edge(r *network.Relation) string {
	from, to := w.Nodes[r.From], w.Nodes[r.To]
	if from == nil || to == nil || !r.Directed {
		return "UnknownLink"
	}
	legal := func(o *network.Node) bool { return w.schema(o) != "Asset" }
	organized := func(o *network.Node) bool {
		return slices.Contains([]string{"Organization", "Company", "PublicBody"}, w.schema(o))
	}
	switch {
	case r.Kind == "ownership" && legal(from) && (w.schema(to) == "Company" || w.schema(to) == "Asset"):
		return "Ownership"
	case r.Kind == "membership" && legal(from) && organized(to):
		return "Membership"
	case r.Kind == "succession" && legal(from) && legal(to):
		return "Succession"
	}
	return "UnknownLink"
}

func (w *encoder) relation(r *network.Relation) {
	schema := w.edge(r)
	edge := edgeSchemas[schema]
	var p propertyList
	p.add(edge.from, w.id(r.From))
	p.add(edge.to, w.id(r.To))
	p.add("role", r.Verb)
	p.add("status", string(r.Status))
	p.add("summary", strings.TrimSpace(w.Sentence(r))+".", r.Inference, r.Note)
	p.add("description", append(w.Quotes(r.Passages), w.Disputes(r)...)...)
	w.dates(&p, r)
	w.cited(r.Cited(), func(s *network.Source) {
		p.add("publisher", s.Publisher)
		p.add("sourceUrl", s.URL)
	})
	if r.Directed && !edge.directed {
		w.losses.Add(1, lossFTMDirection, r.ID)
	}
	if schema == "UnknownLink" {
		w.losses.Add(1, "kinds of relations that FollowTheMoney has no schema for, written as links of unknown type", string(r.Kind))
	}
	if r.Past || r.Open {
		w.losses.Add(1, "marks of past and open relations, left out", r.ID)
	}
	w.entity(r.ID, schema, p.merged())
}

// merged returns properties with repeated ones merged.
func (p propertyList) merged() propertyList {
	var out propertyList
properties:
	for _, one := range p {
		for i := range out {
			if out[i].name == one.name {
				out[i].values = append(out[i].values, one.values...)
				continue properties
			}
		}
		out = append(out, one)
	}
	return out
}

// dates adds the period of a relation to p, as ISO 8601 dates, which may lack the day
// or the month.
func (w *encoder) dates(p *propertyList, r *network.Relation) {
	d := r.Period
	if d == nil {
		return
	}
	if d.Words != "" || d.Note != "" || d.Resolved {
		w.losses.Add(1, "words and notes of dates, left out", r.ID)
	}
	start, end, interval := strings.Cut(d.EDTF, "/")
	if interval {
		p.add("startDate", w.day(start))
		p.add("endDate", w.day(end))
		if end == ".." || end == "" {
			w.losses.Add(1, lossFTMOpen, r.ID)
		}
		return
	}
	name := "date"
	if r.Meaning() == network.Began {
		name = "startDate"
	}
	p.add(name, w.day(d.EDTF))
}

// day returns an EDTF date without the parts that FollowTheMoney can't express, "" if
// nothing is left.
func (w *encoder) day(edtf string) string {
	if edtf == "" || edtf == ".." {
		return ""
	}
	plain := strings.TrimRight(edtf, "~?%")
	if plain != edtf || strings.Contains(plain, "X") {
		w.losses.Add(1, lossFTMDate, graph.Show(edtf))
	}
	plain, _, _ = strings.Cut(plain, "X")
	if len(plain) >= len("2006-01") && plain[5:7] > "12" { // a season
		w.losses.Add(1, lossFTMDate, graph.Show(edtf))
		plain = plain[:4]
	}
	for _, size := range []int{len("2006-01-02"), len("2006-01"), len("2006")} {
		if len(plain) >= size && !strings.HasPrefix(plain, "-") && !strings.HasPrefix(plain, "Y") {
			return plain[:size]
		}
	}
	return ""
}

func (w *encoder) event(e *network.Event) {
	var p propertyList
	p.add("name", e.Label)
	p.add("summary", e.Summary)
	if e.Date != nil {
		start, end, interval := strings.Cut(e.Date.EDTF, "/")
		if interval {
			p.add("startDate", w.day(start))
			p.add("endDate", w.day(end))
		} else {
			p.add("date", w.day(start))
		}
	}
	for _, part := range e.Participants {
		p.add("involved", w.id(part.Node))
		w.losses.Add(1, "roles of participants in events, left out", part.Role)
	}
	p.add("description", w.Quotes(e.Passages)...)
	p.add("proof", w.proofs(e.Passages)...)
	w.entity(e.ID, "Event", p.merged())
}
