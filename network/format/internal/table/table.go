// Package table reads tables of nodes and edges, with rows from any type of file, and
// converts a graph to tables.
package table

import (
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Set are the tables of one network.
type Set struct {
	Shared *reader.Collector
	lang   string // of dates in words
	known  map[string]string
	causal bool // the nodes are factors of Causal Map
	Tables []*Reader
}

// NewSet returns a set without tables.
func NewSet(in *reader.Input, lang string, losses *graph.Losses) *Set {
	return &Set{Shared: reader.NewCollector(in, losses), lang: lang, known: map[string]string{}}
}

// Add adds a table and reads its header; sheet is "" outside workbooks.
func (s *Set) Add(in *reader.Input, sheet string, rows rows) (*Reader, error) {
	c := *s.Shared // each table has its own lines and name
	c.Input = in
	t := &Reader{Collector: &c, rows: rows, lang: s.lang, place: &graph.Table{File: in.Name, Sheet: sheet}, known: s.known, named: map[int]bool{}, first: map[claim]int{}}
	if err := t.begin(); err != nil {
		return nil, err
	}
	s.Tables = append(s.Tables, t)
	return t, nil
}

// Read reads the rows of all tables: first the nodes, so that edges can name
// them.
func (s *Set) Read(edges, nodes []*Reader) (*graph.Graph, error) {
	for _, t := range nodes {
		if err := s.Nodes(t); err != nil {
			return nil, err
		}
	}
	for _, t := range edges {
		if err := s.Edges(t, len(nodes) == 0); err != nil {
			return nil, err
		}
	}
	return edges[len(edges)-1].Done()
}

// Nodes reads the rows of a table of nodes.
func (s *Set) Nodes(t *Reader) error {
	s.causal = s.causal || t.Head.Column(FactorIDs) >= 0
	return s.each(t, t.node)
}

// Edges reads the rows of a table of edges. If meet is set, it adds their ends as
// nodes, since no table lists them.
func (s *Set) Edges(t *Reader, meet bool) error {
	t.labelled = byLabel(s.Shared.Graph)
	t.causal = s.causal || t.Head.Column(causes) >= 0
	read := func() error { return t.edge(meet) }
	if t.Head.Both() {
		read = t.either
	}
	if err := s.each(t, read); err != nil {
		return err
	}
	if err := t.datesForEnds(); err != nil {
		return err
	}
	if err := t.orient(); err != nil {
		return err
	}
	t.typesAreVerbs()
	return nil
}

// each reads the rows of a table. The texts of all tables count towards one limit.
func (s *Set) each(t *Reader, read func() error) error {
	t.Text = s.Shared.Text
	err := t.each(read)
	s.Shared.Text = t.Text
	return err
}

// byLabel returns the ids of nodes by label, without labels of several nodes.
func byLabel(g *graph.Graph) map[string]string {
	ids := make(map[string]string, len(g.Nodes))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if _, twice := ids[n.Label]; twice {
			ids[n.Label] = ""
		} else {
			ids[n.Label] = n.ID
		}
	}
	return ids
}
