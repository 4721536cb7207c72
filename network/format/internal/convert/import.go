package convert

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// importer converts a graph to a network. Each of its parts reads one sort of record
// from nodes and edges.
type importer struct {
	name     string // of the file
	options  *reader.Options
	losses   *graph.Losses
	texts    texts
	naming   *naming
	evidence *evidence
	words    *edgeWords
	quotes   *quoter
	network  *network.Network
	terms    *network.Terms
	lead     []lead
	verbs    map[string]string // words of edges that are normalised already
}

// lead is a relation of the picture's lead, and its position in the lead.
type lead struct {
	id string
	at int
}

// ToNetwork returns the network of a graph read from a file. If nodes or relations lack
// passages, it is unsourced.
func ToNetwork(g *graph.Graph, name string, o *reader.Options, losses *graph.Losses) (*network.Network, error) {
	im := &importer{
		name: name, options: o, losses: losses, texts: texts{losses}, naming: newNaming(losses), words: newEdgeWords(losses), verbs: map[string]string{},
		network: &network.Network{
			Format: network.FormatVersion, Lang: o.Lang,
			Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{},
			Nodes: make([]network.Node, 0, len(g.Nodes)), Relations: make([]network.Relation, 0, len(g.Edges)), Events: []network.Event{},
		},
	}
	im.evidence = newEvidence(im.texts)
	im.quotes = &quoter{texts: im.texts, evidence: im.evidence, naming: im.naming, article: o.Article, lang: o.Lang, file: name}
	own := slices.Clone(g.Attributes)
	im.evidence.own(&own)
	im.network.Vocabulary = vocabulary(g, &own)
	im.terms = im.network.Terms()
	im.naming.nameNodes(g.Nodes)
	for i := range g.Nodes {
		im.node(&g.Nodes[i])
	}
	im.naming.nameEdges(g.Edges)
	im.words.findVerbs(g.Edges)
	for i := range g.Edges {
		im.relation(&g.Edges[i])
	}
	im.whole(&own)
	im.texts.lose(own)
	if len(im.quotes.diagnostics) > 0 {
		return nil, im.quotes.diagnostics
	}
	return im.network, im.prove()
}

func (im *importer) node(n *graph.Node) {
	as := slices.Clone(n.Attributes)
	out := network.Node{ID: im.naming.nodes[n.ID], Passages: im.evidence.passages(&as)}
	label := n.Name()
	for _, name := range graph.LabelNames {
		if at := as.Find(name); at >= 0 && (as[at].Value.Text == label || as[at].Value.Text == n.ID) {
			as = slices.Delete(as, at, at+1)
		}
	}
	out.Label = cmp.Or(im.texts.tidy(label, graph.MaxLabel), out.ID)
	out.Phrase = im.texts.tidy(as.Take(graph.AttrPhrase), graph.MaxLabel)
	out.Aliases = im.texts.aliases(&as)
	out.Names = im.texts.names(&as)
	out.Same = im.texts.same(&as)
	out.Kind = im.nodeKind(&as)
	out.Facts = im.evidence.facts(&as, im.terms)
	for i := range as {
		if name := as[i].Name; name == graph.AttrParent || name == "pid" {
			if label := im.naming.labels[as[i].Value.Text]; label != "" {
				as[i] = graph.Attribute{Name: graph.AttrParent, Value: graph.TextOf(label)}
			}
		}
	}
	out.Summary = im.texts.summary(&as)
	if im.network.Root == "" && as.Truth(graph.AttrRoot) {
		im.network.Root = out.ID
	}
	out.Summary = join(out.Summary, im.texts.rest(as))
	im.network.Nodes = append(im.network.Nodes, out)
}

// nodeKind returns the kind of a node from its attributes.
func (im *importer) nodeKind(as *graph.Attributes) network.NodeKind {
	if kind := network.NodeKind(as.Get(graph.AttrKind)); slices.Contains(im.terms.NodeKinds(), kind) {
		as.Take(graph.AttrKind)
		return kind
	}
	for _, name := range []string{graph.AttrKind, "type", "category", "class", "element type", "labelV", "labels", "entity type", "group"} {
		// Neo4j writes :Person:Politician; the first label is the kind.
		word, _, _ := strings.Cut(strings.TrimPrefix(as.Get(name), ":"), ":")
		if word != as.Get(name) && strings.Count(as.Get(name), ":") > 1 {
			continue // several, one of which would be lost
		}
		if kind, known := nodeKinds[strings.ToLower(word)]; known {
			as.Take(name)
			return kind
		}
	}
	if strings.HasPrefix(as.Get("url"), "https://littlesis.org/person/") {
		return network.Person
	}
	im.losses.Add(1, graph.LossKind+", kept as “"+string(im.options.NodeKind)+"”", "")
	return im.options.NodeKind
}

// whole reads the attributes of the network, and sets defaults for missing ones.
func (im *importer) whole(own *graph.Attributes) {
	n := im.network
	stem := filepath.Base(im.name)
	stem = strings.TrimSuffix(stem, filepath.Ext(stem))
	id := own.Take(graph.AttrID)
	n.ID = cmp.Or(slugID(id), slug(stem, mostID), "network")
	if id != "" && id != n.ID {
		im.losses.Add(1, graph.LossID, graph.Show(id)+" of the network to "+n.ID)
	}
	for _, name := range []string{graph.AttrTitle, "label", "name", "shared name"} {
		if title := im.texts.tidy(own.Get(name), graph.MaxLabel); title != "" && n.Title == "" {
			own.Take(name)
			n.Title = title
		}
	}
	if n.Title == "" {
		n.Title = cmp.Or(im.texts.tidy(stem, graph.MaxLabel), "A network")
	}
	n.Summary = im.texts.summary(own)
	n.Headline, n.Caption = im.texts.tidy(own.Take(graph.AttrHeadline), graph.MaxHeadline), im.texts.tidy(own.Take(graph.AttrCaption), graph.MaxCaption)
	if tag, err := language.Parse(own.Get(graph.AttrLang)); err == nil {
		own.Take(graph.AttrLang)
		n.Lang = tag.String()
	}
	slices.SortStableFunc(im.lead, func(a, b lead) int { return cmp.Compare(a.at, b.at) })
	for _, l := range im.lead {
		n.Lead = append(n.Lead, l.id)
	}
	im.evidence.finish(n)
	said := own.Truth(graph.AttrUnsourced)
	n.Unsourced = said || n.Root == "" || len(n.Sources) == 0 || len(n.Speakers) == 0 || bare(n.Nodes, n.Relations, n.Events)
	if n.Summary == "" {
		n.Summary = fmt.Sprintf("Imported from %s: %s and %s.", im.texts.tidy(filepath.Base(im.name), graph.MaxLabel), graph.Counted(len(n.Nodes), "node"), graph.Counted(len(n.Relations), "relation"))
	}
}

// bare reports whether a record has no passage or no summary.
func bare(nodes []network.Node, relations []network.Relation, events []network.Event) bool {
	return slices.ContainsFunc(nodes, func(o network.Node) bool { return len(o.Passages) == 0 || o.Summary == "" }) ||
		slices.ContainsFunc(relations, func(r network.Relation) bool { return len(r.Passages) == 0 }) ||
		slices.ContainsFunc(events, func(e network.Event) bool { return len(e.Passages) == 0 || e.Summary == "" })
}

// prove checks a network with evidence by the rules for an author's file. Without
// evidence a network can't violate them.
func (im *importer) prove() error {
	n := im.network
	if len(n.Sources)+len(n.Speakers)+len(n.Passages)+len(n.Events)+len(n.Story) == 0 && n.Vocabulary == nil {
		return nil
	}
	d, err := file.Read(im.name, file.Encode(n))
	var diagnostics file.Diagnostics
	if errors.As(err, &diagnostics) {
		for i := range diagnostics {
			// The lines are those of the network's file, which doesn't exist yet.
			diagnostics[i] = im.naming.relocate(diagnostics[i])
		}
		return diagnostics
	}
	if err == nil {
		im.network = d.Network
	}
	return err
}
