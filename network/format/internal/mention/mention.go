// Package mention converts annotated texts, in which words are marked as names, to
// nodes, edges and quotes.
package mention

import (
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Mentions are words of a text that are annotated as names, and the relations between
// them, as in programs for annotating texts. Mentions of the same name are one node.
type Mentions struct {
	*reader.Collector
	article *file.Article
	ByID    map[string]*Mention
}

// Mention is a range of a text. Its positions are those of the file until
// [Mentions.InArticle] or [Mentions.InDocument] converts them to code points.
type Mention struct {
	ID, Sort, Words string
	Before, After   string // words before and after it, "" if unknown
	Start, End      int    // both 0: unknown
	Line            int
	Attributes      graph.Attributes
	node            string    // id of the node
	Of              *Document // that contains it; nil: the article
}

// Document is an annotated text in the file with the annotations.
type Document struct {
	Name  string // for diagnostics
	Text  []rune
	known bool // the article has a line of the document
}

// lossApart counts relations whose quote would be too long, or whose ends are in two
// paragraphs.
const lossApart = "relations whose ends are too far apart in the text for a quote, kept without one"

// lossAgain counts relations with an ambiguous quote.
const lossAgain = "relations whose words occur more than once in the article, kept without a quote"

// mostQuote is the maximum number of characters in a quote, the same as for a passage.
const mostQuote = 400

// New returns mentions of the article of the options.
func New(in *reader.Input, o *reader.Options, losses *graph.Losses) *Mentions {
	return &Mentions{Collector: reader.NewCollector(in, losses), article: o.Article, ByID: map[string]*Mention{}}
}

// NeedArticle reports as a loss that positions can't be used without the article.
func (m *Mentions) NeedArticle() {
	if m.article == nil {
		m.Losses.Add(1, "positions of annotations, left out; name the annotated text with --article to import them as quotes", "")
	}
}

// Add takes in a mention.
func (m *Mentions) Add(one *Mention) error {
	if m.ByID[one.ID] != nil {
		return m.Diagnostic(one.Line, one.ID, "this id occurs twice", "give one of the two another id")
	}
	if len(m.ByID) >= m.Limits.Nodes+m.Limits.Edges {
		return m.TooManyEdges(one.Line)
	}
	m.ByID[one.ID] = one
	one.node = strings.Join(strings.Fields(one.Words), " ")
	if one.node == "" {
		m.Losses.Add(1, "annotations that mark no words, left out", graph.Show(one.ID))
		return nil
	}
	if m.Known(one.node) {
		return m.Fits(one.Line, one.ID, nil, len(one.ID)+len(one.Words))
	}
	return m.Node(graph.Node{ID: one.node, Label: one.node, Line: one.Line})
}

// Relate adds a relation between two mentions, with the words from the first to the
// last of them as its quote.
func (m *Mentions) Relate(id, from, to, verb string, as graph.Attributes, line int) error {
	a, b := m.ByID[from], m.ByID[to]
	for _, end := range []struct {
		id string
		m  *Mention
	}{{from, a}, {to, b}} {
		if end.m == nil {
			return m.Diagnostic(line, id, "it names the annotation "+graph.Show(end.id)+", which the file does not have", "correct the id, or add the annotation")
		}
	}
	if a.node == "" || b.node == "" {
		m.Losses.Add(1, "relations of annotations that mark no words, left out", graph.Show(id))
		return nil
	}
	e := graph.Edge{From: a.node, To: b.node, Label: graph.Spaced(verb), Directed: true, Attributes: as, Line: line}
	start, end := min(a.Start, b.Start), max(a.End, b.End)
	switch {
	case a.End <= a.Start || b.End <= b.Start:
	case a.Of != nil:
		m.quoteIn(&e, a.Of, start, end)
	case m.article != nil:
		switch s, ok := m.article.At(start, end); {
		case !ok || utf8.RuneCountInString(s.Selector.Exact) > mostQuote:
			m.Losses.Add(1, lossApart, graph.Show(a.Words+" … "+b.Words))
		case !s.Alone:
			m.Losses.Add(1, lossAgain, graph.Show(s.Selector.Exact))
		default:
			e.Said = &s
		}
	}
	return m.Edge(e)
}

// NewDocument adds a text in the file, and looks for it in the article.
func (m *Mentions) NewDocument(name, text string) *Document {
	d := &Document{Name: name, Text: []rune(text)}
	m.Losses.Add(1, "texts of documents, of which only names and quotes are kept", "")
	if m.article == nil {
		return d
	}
	for line := range strings.Lines(text) {
		if d.known = len(m.article.Select(line)) > 0; d.known {
			return d
		}
	}
	m.Losses.Add(1, "documents that are not in the article, whose relations are kept without a quote", name)
	return d
}

// quoteIn sets words of a document as the quote of an edge, which is looked up in the
// article like a quote in a table. If the words occur several times, the document's
// line around them selects one.
func (m *Mentions) quoteIn(e *graph.Edge, d *Document, start, end int) {
	if end > len(d.Text) {
		return
	}
	words := string(d.Text[start:end])
	if strings.ContainsAny(words, "\r\n") || end-start > mostQuote {
		m.Losses.Add(1, lossApart, graph.Show(graph.Clip(words)))
		return
	}
	if m.article == nil || !d.known {
		name := graph.QuoteNames[0]
		if m.article != nil {
			name = "words"
		}
		e.Attributes.Add(name, graph.TextOf(words))
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
		m.Losses.Add(1, lossAgain, graph.Show(words))
	default:
		e.Attributes.Add(graph.QuoteNames[0], graph.TextOf(words)) // a diagnostic, with the text of the article in its place
	}
}

// inLine returns the places within the document's line around a position, or all if
// none is within it.
func (m *Mentions) inLine(found []file.Selection, d *Document, at int) []file.Selection {
	from, to := at, at
	for from > 0 && d.Text[from-1] != '\n' {
		from--
	}
	for to < len(d.Text) && d.Text[to] != '\n' {
		to++
	}
	line := m.article.Select(string(d.Text[from:to]))
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

// Finish adds the annotations' attributes to the nodes, and returns the graph.
func (m *Mentions) Finish(all []*Mention) (*graph.Graph, error) {
	for _, one := range all {
		n := &m.Graph.Nodes[m.Nodes[one.node]]
		for _, a := range append(graph.Attributes{{Name: "type", Value: graph.TextOf(one.Sort)}}, one.Attributes...) {
			if a.Value.Text == "" {
				continue
			}
			if at := n.Attributes.Find(a.Name); at < 0 {
				n.Attributes.Add(a.Name, a.Value)
			} else if n.Attributes[at].Value != a.Value {
				m.Losses.Drop("fields of further annotations of the same words, left out", a.Name)
			}
		}
		if err := m.Few(one.Line, len(n.Attributes)); err != nil {
			return nil, err
		}
	}
	return m.Done()
}
