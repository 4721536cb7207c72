package format

import (
	"fmt"
	"slices"
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
	node            string    // id of the node that it names
	of              *document // in which it is; nil: the article
}

// document is an annotated text that the file with the annotations has.
type document struct {
	name  string // for faults
	text  []rune
	known bool // the article has a line of it
}

// lossApart are relations whose quote would be too long, or whose ends are in two
// paragraphs.
const lossApart = "relations whose ends are too far apart in the text for a quote, kept without one"

// lossAgain are relations whose quote nothing tells apart.
const lossAgain = "relations whose words occur more than once in the article, kept without a quote"

// mostQuote is how many characters a quote has at most: as many as a passage.
const mostQuote = 400

func newMentions(in *input, o *options, losses *Losses) *mentions {
	return &mentions{collector: newCollector(in, losses), article: o.Article, byID: map[string]*mention{}}
}

// needArticle reports that positions are of no use if the article is unknown.
func (m *mentions) needArticle() {
	if m.article == nil {
		m.losses.add(1, "positions of annotations, left out; name the annotated text with --article to import them as quotes", "")
	}
}

// add takes in a mention, whose words must be at its place in the article.
func (m *mentions) add(one *mention) error {
	if m.byID[one.id] != nil {
		return m.fault(one.line, one.id, "this id occurs twice", "give one of the two another id")
	}
	if len(m.byID) >= m.limits.Nodes+m.limits.Edges {
		return m.tooManyEdges(one.line)
	}
	if m.article != nil && one.of == nil && one.end > one.start {
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
	start, end := min(a.start, b.start), max(a.end, b.end)
	switch {
	case a.end <= a.start || b.end <= b.start:
	case a.of != nil:
		m.quoteIn(&e, a.of, start, end)
	case m.article != nil:
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

// newDocument takes in a text that the file has, and looks for it in the article.
func (m *mentions) newDocument(name, text string) *document {
	d := &document{name: name, text: []rune(text)}
	m.losses.add(1, "texts of documents, of which only names and quotes are kept", "")
	if m.article == nil {
		return d
	}
	for line := range strings.Lines(text) {
		if d.known = len(m.article.Select(line)) > 0; d.known {
			return d
		}
	}
	m.losses.add(1, "documents that are not in the article, whose relations are kept without a quote", name)
	return d
}

// quoteIn gives an edge the words of a document as its quote, which is looked up in
// the article like one of a table. If the article has them more than once, the line
// of the document around them tells them apart.
func (m *mentions) quoteIn(e *Edge, d *document, start, end int) {
	if end > len(d.text) {
		return
	}
	words := string(d.text[start:end])
	if strings.ContainsAny(words, "\r\n") || end-start > mostQuote {
		m.losses.add(1, lossApart, show(clip(words)))
		return
	}
	if m.article == nil || !d.known {
		name := quotes[0]
		if m.article != nil {
			name = "words"
		}
		e.Attributes.add(name, text(words))
		return
	}
	found := m.article.Select(words)
	if len(found) > 1 {
		found = m.inLine(found, d, start)
	}
	switch {
	case len(found) == 1 && found[0].Alone:
		e.Said = &found[0]
	case len(found) > 0:
		m.losses.add(1, lossAgain, show(words))
	default:
		e.Attributes.add(quotes[0], text(words)) // a fault, with what the article has in its place
	}
}

// inLine returns the places that are in the line of a document around a position, all
// if none is.
func (m *mentions) inLine(found []file.Selection, d *document, at int) []file.Selection {
	from, to := at, at
	for from > 0 && d.text[from-1] != '\n' {
		from--
	}
	for to < len(d.text) && d.text[to] != '\n' {
		to++
	}
	line := m.article.Select(string(d.text[from:to]))
	within := slices.DeleteFunc(slices.Clone(found), func(s file.Selection) bool {
		return !slices.ContainsFunc(line, func(l file.Selection) bool {
			begin := l.Start + at - from // white space before the line is rare
			return l.Paragraph == s.Paragraph && s.Start == begin
		})
	})
	if len(within) == 0 {
		return found
	}
	return within
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
