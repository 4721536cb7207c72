package format

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"proxynet/network"
)

// ftmWriter writes a network as entities of FollowTheMoney, as the package's
// documentation describes.
type ftmWriter struct {
	*annotator // finds speakers, sources and nodes
	b          bytes.Buffer
	losses     *Losses
	passages   map[string]*network.Passage
	assets     map[string]bool // ids of nodes that somebody owns
}

// Losses of exporting to FollowTheMoney.
const (
	lossFTMDate      = "seasons, and marks of uncertainty (~, ?, %, X), in dates, which FollowTheMoney doesn’t have, left out"
	lossFTMOpen      = "open and unknown ends of periods, which FollowTheMoney doesn’t tell apart"
	lossFTMDirection = "directions of relations written as links of unknown type, kept only in their summaries"
)

// writeFTM writes a network as JSON lines.
func writeFTM(n *network.Network, address string, losses *Losses) []Output {
	w := &ftmWriter{annotator: newAnnotator(n, address), losses: losses, passages: map[string]*network.Passage{}, assets: map[string]bool{}}
	for i := range n.Passages {
		w.passages[n.Passages[i].ID] = &n.Passages[i]
	}
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
	losses.add(1, "the network’s id, title, summary, language and root, left out", "")
	losses.add(len(n.Lead), "marks of the relations that lead the picture, left out", "")
	if n.Vocabulary != nil {
		losses.add(1, lossVocabulary, "")
	}
	if n.Headline != "" || n.Caption != "" {
		losses.add(1, lossHeadline, "")
	}
	losses.add(len(n.Story), "steps of the story, left out", "")
	losses.add(len(n.Passages), "passages, whose words, speaker and paragraph are kept in descriptions", "")
	for _, s := range n.Speakers {
		if s.Role != "" || len(s.Passages) > 0 {
			losses.add(1, "roles and introductions of speakers, left out", s.ID)
		}
	}
	return []Output{{Data: w.b.Bytes()}}
}

// ftmProperties are the properties of an entity, in order; an empty value is left
// out.
type ftmProperties []struct {
	name   string
	values []string
}

func (p *ftmProperties) add(name string, values ...string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) > 0 {
		*p = append(*p, struct {
			name   string
			values []string
		}{name, values})
	}
}

// entity writes one line.
func (w *ftmWriter) entity(id, schema string, properties ftmProperties) {
	var as Attributes
	for _, p := range properties {
		as.data(p.name, p.values, len(p.values))
	}
	fmt.Fprintf(&w.b, "{\"id\":%s,\"schema\":%s,\"properties\":%s}\n", jsonText(w.id(id)), jsonText(schema), jsonText(fields(as)))
}

// id returns an id that no entity of another network has.
func (w *ftmWriter) id(id string) string { return w.network.ID + "." + id }

func (w *ftmWriter) source(s *network.Source) {
	var p ftmProperties
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
func (w *ftmWriter) schema(o *network.Node) string {
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

func (w *ftmWriter) node(o *network.Node) {
	var p ftmProperties
	p.add("name", o.Label)
	aliases := slices.Clone(o.Aliases)
	for _, lang := range slices.Sorted(maps.Keys(o.Names)) {
		aliases = append(aliases, o.Names[lang])
	}
	p.add("alias", aliases...)
	for _, address := range o.Same {
		wikidata, lei := idIn("wikidata", address), idIn("lei", address)
		switch {
		case wikidata != "":
			p.add("wikidataId", wikidata)
		case lei != "" && w.schema(o) != "Asset":
			p.add("leiCode", lei)
		default:
			w.losses.add(1, "addresses of nodes on sites other than Wikidata and GLEIF, left out", address)
		}
	}
	p.add("summary", o.Summary)
	p.add("description", append(w.quotes(o.Passages), w.factsOf(w.passages, o)...)...)
	p.add("proof", w.proofs(o.Cited())...)
	if o.Phrase != "" {
		w.losses.add(1, "phrases, the labels for use in sentences, left out", o.ID)
	}
	if len(o.Names) > 0 {
		w.losses.add(len(o.Names), "languages of names, which are kept as aliases", o.ID)
	}
	if schema := w.schema(o); ftmKinds[schema] != o.Kind {
		w.losses.add(1, "kinds of nodes that FollowTheMoney has no schema for, written as the nearest", string(o.Kind))
	}
	w.entity(o.ID, w.schema(o), p.merged())
}

// quotes returns passages in words.
func (w *ftmWriter) quotes(ids []string) []string { return w.quotesOf(w.passages, ids) }

// cited calls use for every source that passages are from, once each.
func (w *ftmWriter) cited(ids []string, use func(s *network.Source)) {
	met := map[string]bool{}
	for _, id := range ids {
		if p := w.passages[id]; p != nil && !met[p.Source] && w.sources[p.Source] != nil {
			met[p.Source] = true
			use(w.sources[p.Source])
		}
	}
}

// proofs returns the ids of the entities of the sources that passages are from.
func (w *ftmWriter) proofs(ids []string) []string {
	var all []string
	w.cited(ids, func(s *network.Source) { all = append(all, w.id(s.ID)) })
	return all
}

// edge returns the schema of a relation, whose ends must be what it wants.
func (w *ftmWriter) edge(r *network.Relation) string {
	from, to := w.nodes[r.From], w.nodes[r.To]
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

func (w *ftmWriter) relation(r *network.Relation) {
	schema := w.edge(r)
	edge := ftmEdges[schema]
	before, after := r.Around()
	var p ftmProperties
	p.add(edge.from, w.id(r.From))
	p.add(edge.to, w.id(r.To))
	p.add("role", r.Verb)
	p.add("status", string(r.Status))
	p.add("summary", strings.TrimSpace(w.phrase(r.From)+" "+before+w.phrase(r.To)+after)+".", r.Inference, r.Note)
	p.add("description", append(w.quotes(r.Passages), w.disputesOf(w.passages, r)...)...)
	w.dates(&p, r)
	w.cited(r.Cited(), func(s *network.Source) {
		p.add("publisher", s.Publisher)
		p.add("sourceUrl", s.URL)
	})
	if r.Directed && !edge.directed {
		w.losses.add(1, lossFTMDirection, r.ID)
	}
	if schema == "UnknownLink" {
		w.losses.add(1, "kinds of relations that FollowTheMoney has no schema for, written as links of unknown type", string(r.Kind))
	}
	if r.Past || r.Open {
		w.losses.add(1, "marks of past and open relations, left out", r.ID)
	}
	w.entity(r.ID, schema, p.merged())
}

// merged returns properties each of which comes once.
func (p ftmProperties) merged() ftmProperties {
	var out ftmProperties
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

// dates writes when a relation holds. Its dates are those of ISO 8601 that may
// lack the day or the month.
func (w *ftmWriter) dates(p *ftmProperties, r *network.Relation) {
	d := r.Period
	if d == nil {
		return
	}
	if d.Words != "" || d.Note != "" || d.Resolved {
		w.losses.add(1, "words and notes of dates, left out", r.ID)
	}
	start, end, interval := strings.Cut(d.EDTF, "/")
	if interval {
		p.add("startDate", w.day(start))
		p.add("endDate", w.day(end))
		if end == ".." || end == "" {
			w.losses.add(1, lossFTMOpen, r.ID)
		}
		return
	}
	name := "date"
	if r.Meaning() == network.Began {
		name = "startDate"
	}
	p.add(name, w.day(d.EDTF))
}

// day returns an EDTF date without what FollowTheMoney can't say, "" if nothing
// is left.
func (w *ftmWriter) day(edtf string) string {
	if edtf == "" || edtf == ".." {
		return ""
	}
	plain := strings.TrimRight(edtf, "~?%")
	if plain != edtf || strings.Contains(plain, "X") {
		w.losses.add(1, lossFTMDate, show(edtf))
	}
	plain, _, _ = strings.Cut(plain, "X")
	if len(plain) >= len("2006-01") && plain[5:7] > "12" { // a season
		w.losses.add(1, lossFTMDate, show(edtf))
		plain = plain[:4]
	}
	for _, size := range []int{len("2006-01-02"), len("2006-01"), len("2006")} {
		if len(plain) >= size && !strings.HasPrefix(plain, "-") && !strings.HasPrefix(plain, "Y") {
			return plain[:size]
		}
	}
	return ""
}

func (w *ftmWriter) event(e *network.Event) {
	var p ftmProperties
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
		w.losses.add(1, "roles of participants in events, left out", part.Role)
	}
	p.add("description", w.quotes(e.Passages)...)
	p.add("proof", w.proofs(e.Passages)...)
	w.entity(e.ID, "Event", p.merged())
}
