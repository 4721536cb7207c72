package format

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"proxynet/network/file"
)

// mentions are words of a text that somebody marked as naming something, and the
// relations between them, as programs for annotating texts have them. What is
// named alike is one node.
type mentions struct {
	*collector
	article *file.Article
	byID    map[string]*mention
}

// mention is a stretch of a text. Positions count code points.
type mention struct {
	id, sort, words string
	start, end      int // both 0: unknown
	line            int
	attributes      Attributes
	node            string // id of the node that it names
}

// lossApart are relations whose quote would be too long, or whose ends are in two
// paragraphs.
const lossApart = "relations whose ends are too far apart in the text for a quote, kept without one"

// lossAgain are relations whose quote nothing tells apart.
const lossAgain = "relations whose words occur more than once in the article, kept without a quote"

// mostQuote is how many characters a quote has at most: as many as a passage.
const mostQuote = 400

func newMentions(in *input, o *options, losses *Losses) *mentions {
	m := &mentions{collector: newCollector(in, losses), article: o.Article, byID: map[string]*mention{}}
	if m.article == nil {
		losses.add(1, "positions of annotations, left out; name the annotated text with --article to import them as quotes", "")
	}
	return m
}

// add takes in a mention, whose words must be at its place in the article.
func (m *mentions) add(one *mention) error {
	if m.byID[one.id] != nil {
		return m.fault(one.line, one.id, "this id occurs twice", "give one of the two another id")
	}
	if len(m.byID) >= m.limits.Nodes+m.limits.Edges {
		return m.tooManyEdges(one.line)
	}
	if m.article != nil && one.end > one.start {
		found, ok := m.article.At(one.start, one.end)
		if same := strings.Join(strings.Fields(found.Selector.Exact), " ") == strings.Join(strings.Fields(one.words), " "); !ok || !same {
			return m.fault(one.line, one.id, fmt.Sprintf("it marks %s, and the article has %s there", show(one.words), show(found.Selector.Exact)), "name the text that was annotated with --article")
		}
	}
	m.byID[one.id] = one
	one.node = strings.Join(strings.Fields(one.words), " ")
	if m.known(one.node) {
		return m.fits(one.line, one.id, nil, len(one.id)+len(one.words))
	}
	return m.node(Node{ID: one.node, Label: one.node, Line: one.line})
}

// relate takes in a relation between two mentions, with the words from the first
// to the last of them as its quote.
func (m *mentions) relate(id, from, to, verb string, as Attributes, line int) error {
	a, b := m.byID[from], m.byID[to]
	for _, end := range []struct {
		id string
		m  *mention
	}{{from, a}, {to, b}} {
		if end.m == nil {
			return m.fault(line, id, "it names the annotation "+show(end.id)+", which the file does not have", "correct the id, or add the annotation")
		}
	}
	e := Edge{From: a.node, To: b.node, Label: spaced(verb), Directed: true, Attributes: as, Line: line}
	if m.article != nil && a.end > a.start && b.end > b.start {
		start, end := min(a.start, b.start), max(a.end, b.end)
		switch s, ok := m.article.At(start, end); {
		case !ok || utf8.RuneCountInString(s.Selector.Exact) > mostQuote:
			m.losses.add(1, lossApart, show(a.words+" … "+b.words))
		case !s.Alone:
			m.losses.add(1, lossAgain, show(s.Selector.Exact))
		default:
			e.Said = &s
		}
	}
	return m.edge(e)
}

// finish gives the nodes what the annotations say of them, and returns the graph.
func (m *mentions) finish(all []*mention) (*Graph, error) {
	for _, one := range all {
		n := &m.graph.Nodes[m.nodes[one.node]]
		for _, a := range append(Attributes{{"type", text(one.sort)}}, one.attributes...) {
			if a.Value.Text == "" {
				continue
			}
			if at := n.Attributes.find(a.Name); at < 0 {
				n.Attributes.add(a.Name, a.Value)
			} else if n.Attributes[at].Value != a.Value {
				m.losses.drop("fields of further annotations of the same words, left out", a.Name)
			}
		}
		if err := m.few(one.line, len(n.Attributes)); err != nil {
			return nil, err
		}
	}
	return m.done()
}
