package format

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/file"
)

// importer makes a network of a graph.
type importer struct {
	*evidence
	name    string // of the file
	options *options
	losses  *Losses
	ids     *ids
	nodes   map[string]string // by id in the file: the id in the network
	places  map[string]place  // by id in the network: where it was read
	faults  file.Faults       // of quotes
	network *network.Network
	terms   *network.Terms
	lead    []lead
	verbs   map[string]string    // words of edges that were tidied already
	named   map[string]string    // by id in the file: the label of a node
	fields  map[string]edgeField // by name: see [importer.field]
	wordy   map[string]bool      // by name: see [importer.findVerbs]
	article string               // id of the article as a source; "" while nothing is quoted
}

// lead is a relation that the picture leads with, and its place among those.
type lead struct {
	id string
	at int
}

// fromGraph returns a graph that was read from a file as a network. Where
// nodes or relations lack passages it is unsourced.
func fromGraph(g *Graph, name string, o *options, losses *Losses) (*network.Network, error) {
	im := &importer{
		evidence: newEvidence(), name: name, options: o, losses: losses, ids: newIDs(),
		nodes: make(map[string]string, len(g.Nodes)), places: map[string]place{}, verbs: map[string]string{}, named: make(map[string]string, len(g.Nodes)), fields: map[string]edgeField{}, wordy: map[string]bool{},
		network: &network.Network{
			Format: network.FormatVersion, Lang: o.Lang,
			Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{},
			Nodes: make([]network.Node, 0, len(g.Nodes)), Relations: make([]network.Relation, 0, len(g.Edges)), Events: []network.Event{},
		},
	}
	own := slices.Clone(g.Attributes)
	im.evidence.own(&own)
	im.network.Vocabulary = g.vocabulary(&own)
	im.terms = im.network.Terms()
	im.nameNodes(g.Nodes)
	for i := range g.Nodes {
		im.node(&g.Nodes[i])
	}
	im.nameEdges(g.Edges)
	im.findVerbs(g.Edges)
	for i := range g.Edges {
		im.relation(&g.Edges[i])
	}
	im.whole(&own)
	im.lose(own)
	if len(im.faults) > 0 {
		return nil, im.faults
	}
	return im.network, im.prove()
}

// nameNodes gives the nodes their ids. Those that can stay as they are come
// first, so that no other takes theirs away.
func (im *importer) nameNodes(nodes []Node) {
	for i := range nodes {
		if id := nodes[i].ID; !nodes[i].Counted && validID(id) && im.ids.claim(id) {
			im.nodes[id] = id
		}
	}
	for i := range nodes {
		n := &nodes[i]
		id, known := im.nodes[n.ID]
		if !known {
			wish := cmp.Or(slug(n.name(), mostID-8), slug(n.ID, mostID-8), "node-"+strconv.Itoa(i+1))
			id = im.ids.like(wish)
			im.nodes[n.ID] = id
			if !n.Counted {
				im.losses.add(1, lossID, show(n.ID)+" to "+id)
			}
		}
		im.places[id] = place{n.Table, n.Line}
		im.named[n.ID] = n.name()
	}
}

// nameEdges keeps the ids of the edges if all can stay as they are. Where some
// can't, such as numbers that nodes have too, all get others, of one kind.
func (im *importer) nameEdges(edges []Edge) {
	met := make(map[string]bool)
	fit := true
	for i := range edges {
		if id := edges[i].ID; id != "" {
			fit = fit && validID(id) && !im.ids.taken[id] && !met[id]
			met[id] = true
		}
	}
	for i := range edges {
		e := &edges[i]
		switch {
		case e.ID == "":
		case fit:
			im.ids.claim(e.ID)
		default:
			im.losses.add(1, lossID, show(e.ID)+" of an edge")
			e.ID = ""
		}
	}
}

// labels are attributes that name a node, in the order in which they count.
var labels = []string{"label", "name", "shared name", "shared_name", "title", "display name", "caption"}

// name returns the text that names a node, its id if nothing else does.
func (n *Node) name() string {
	if n.Label != "" {
		return n.Label
	}
	for _, field := range labels {
		if name := n.Attributes.get(field); name != "" {
			return name
		}
	}
	return n.ID
}

// named reports whether a node has another name than its id.
func (n *Node) named() bool { return n.name() != n.ID }

func (im *importer) node(n *Node) {
	as := slices.Clone(n.Attributes)
	out := network.Node{ID: im.nodes[n.ID], Passages: im.passages(&as)}
	label := n.name()
	for _, name := range labels {
		if at := as.find(name); at >= 0 && (as[at].Value.Text == label || as[at].Value.Text == n.ID) {
			as = slices.Delete(as, at, at+1)
		}
	}
	out.Label = cmp.Or(im.tidy(label, mostLabel), out.ID)
	out.Phrase = im.tidy(as.take(attrPhrase), mostLabel)
	out.Aliases = im.aliases(&as)
	out.Names = im.names(&as)
	out.Same = im.same(&as)
	out.Kind = im.nodeKind(&as)
	out.Facts = im.facts(&as)
	for i := range as {
		if name := as[i].Name; name == attrParent || name == "pid" {
			if label := im.named[as[i].Value.Text]; label != "" {
				as[i] = Attribute{attrParent, text(label)}
			}
		}
	}
	out.Summary = im.summary(&as)
	if im.network.Root == "" && as.truth(attrRoot) {
		im.network.Root = out.ID
	}
	out.Summary = join(out.Summary, im.rest(as))
	im.network.Nodes = append(im.network.Nodes, out)
}

// truth takes an attribute that is true away, and tells whether there was one.
func (as *Attributes) truth(name string) bool {
	if !strings.EqualFold(as.get(name), "true") {
		return false
	}
	as.take(name)
	return true
}

// nodeKind returns what the attributes say of a node's kind.
func (im *importer) nodeKind(as *Attributes) network.NodeKind {
	if kind := network.NodeKind(as.get(attrKind)); slices.Contains(im.terms.NodeKinds(), kind) {
		as.take(attrKind)
		return kind
	}
	for _, name := range []string{attrKind, "type", "category", "class", "element type", "labelV", "labels", "entity type", "group"} {
		// Neo4j writes :Person:Politician, the first being what it is.
		word, _, _ := strings.Cut(strings.TrimPrefix(as.get(name), ":"), ":")
		if word != as.get(name) && strings.Count(as.get(name), ":") > 1 {
			continue // several, of which one would be lost
		}
		if kind, known := nodeKinds[strings.ToLower(word)]; known {
			as.take(name)
			return kind
		}
	}
	if strings.HasPrefix(as.get("url"), "https://littlesis.org/person/") {
		return network.Person
	}
	im.losses.add(1, lossKind+", kept as “"+string(im.options.NodeKind)+"”", "")
	return im.options.NodeKind
}

func (im *importer) summary(as *Attributes) string {
	for _, name := range []string{attrSummary, "description", "blurb"} {
		if at := as.find(name); at >= 0 && (*as)[at].Value.Type == Text {
			return im.tidy(as.take(name), mostSummary)
		}
	}
	return ""
}

// aliases takes a list of texts.
func (im *importer) aliases(as *Attributes) []string {
	var list []string
	if !as.decode(attrAliases, &list) {
		return nil
	}
	var out []string
	for _, alias := range list {
		if alias = im.tidy(alias, mostLabel); alias != "" {
			out = append(out, alias)
		}
	}
	return out
}

// same takes addresses that stand for a node elsewhere.
func (im *importer) same(as *Attributes) []string {
	var list, out []string
	if !as.decode(attrSame, &list) {
		return nil
	}
	for _, address := range list {
		if canonical, err := file.Address(address); err == nil {
			out = append(out, canonical)
		} else {
			im.losses.drop(lossField, attrSame)
		}
	}
	return out
}

// names takes names by their languages.
func (im *importer) names(as *Attributes) map[string]string {
	var all map[string]string
	if !as.decode(attrNames, &all) {
		return nil
	}
	out := make(map[string]string, len(all))
	for _, lang := range slices.Sorted(maps.Keys(all)) {
		tag, err := language.Parse(lang)
		if name := im.tidy(all[lang], mostLabel); err == nil && name != "" {
			out[tag.String()] = name
		} else if name != "" {
			im.losses.drop(lossField, attrNames+"."+lang)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// rest returns what the model has no field for, in words of ours, and counts it.
// What doesn't fit into them is reported.
func (im *importer) rest(as Attributes) string {
	const begin = "Imported with "
	var b strings.Builder
	for _, a := range as {
		if drawing(a) {
			im.losses.drop(lossDrawing, a.Name)
			continue
		}
		name, value := im.tidy(a.Name, mostLabel), im.tidy(a.Value.Text, mostLabel)
		if value == "" {
			continue
		}
		part := strings.TrimSpace(name + " " + value)
		if b.Len() > 0 && utf8.RuneCountInString(begin+b.String()+"; "+part) >= mostRest {
			im.losses.drop(lossFull, a.Name)
			continue
		}
		im.losses.drop(lossRest, a.Name)
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(part)
	}
	if b.Len() == 0 {
		return ""
	}
	return begin + b.String() + "."
}

// drawing reports whether an attribute only says how another program draws a
// thing. A position in words is what somebody is.
func drawing(a Attribute) bool {
	switch {
	case strings.EqualFold(a.Name, "position"):
		return a.Value.Type != Text || !strings.ContainsFunc(a.Value.Text, unicode.IsLetter)
	case strings.HasPrefix(a.Name, "_"), a.Name == "SUID", a.Name == "networkx_key":
		return true
	}
	return drawn(a.Name)
}

// lose reports the attributes of the graph that the model has no field for.
func (im *importer) lose(as Attributes) {
	for _, a := range as {
		im.losses.drop(lossGraph, a.Name)
	}
}

// join joins two texts, each a sentence.
func join(a, b string) string {
	if a != "" && b != "" && !strings.ContainsAny(a[len(a)-1:], ".!?") && !strings.HasSuffix(a, "…") && !strings.HasSuffix(a, "”") {
		a += "."
	}
	return strings.TrimSpace(a + " " + b)
}

// whole reads what the file says of the network, and adds what it doesn't.
func (im *importer) whole(own *Attributes) {
	n := im.network
	stem := filepath.Base(im.name)
	stem = strings.TrimSuffix(stem, filepath.Ext(stem))
	id := own.take(attrID)
	n.ID = cmp.Or(slugID(id), slug(stem, mostID), "network")
	if id != "" && id != n.ID {
		im.losses.add(1, lossID, show(id)+" of the network to "+n.ID)
	}
	for _, name := range []string{attrTitle, "label", "name", "shared name"} {
		if title := im.tidy(own.get(name), mostLabel); title != "" && n.Title == "" {
			own.take(name)
			n.Title = title
		}
	}
	if n.Title == "" {
		n.Title = cmp.Or(im.tidy(stem, mostLabel), "A network")
	}
	n.Summary = im.summary(own)
	n.Headline, n.Caption = im.tidy(own.take(attrHeadline), mostHeadline), im.tidy(own.take(attrCaption), mostCaption)
	if tag, err := language.Parse(own.get(attrLang)); err == nil {
		own.take(attrLang)
		n.Lang = tag.String()
	}
	slices.SortStableFunc(im.lead, func(a, b lead) int { return cmp.Compare(a.at, b.at) })
	for _, l := range im.lead {
		n.Lead = append(n.Lead, l.id)
	}
	im.finish(n)
	said := own.truth(attrUnsourced)
	n.Unsourced = said || n.Root == "" || len(n.Sources) == 0 || len(n.Speakers) == 0 || bare(n.Nodes, n.Relations, n.Events)
	if n.Summary == "" {
		n.Summary = fmt.Sprintf("Imported from %s: %s and %s.", im.tidy(filepath.Base(im.name), mostLabel), counted(len(n.Nodes), "node"), counted(len(n.Relations), "relation"))
	}
}

// slugID returns an id that may stay as it is, or what it can be made into.
func slugID(id string) string {
	if validID(id) {
		return id
	}
	return slug(id, mostID)
}

// bare tells whether something has no passage or no summary.
func bare(nodes []network.Node, relations []network.Relation, events []network.Event) bool {
	return slices.ContainsFunc(nodes, func(o network.Node) bool { return len(o.Passages) == 0 || o.Summary == "" }) ||
		slices.ContainsFunc(relations, func(r network.Relation) bool { return len(r.Passages) == 0 }) ||
		slices.ContainsFunc(events, func(e network.Event) bool { return len(e.Passages) == 0 || e.Summary == "" })
}

// counted returns a number of things in words.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
