package table

import (
	"regexp"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// Names of columns, folded by [graph.FoldWord]: those of Gephi, which come first and
// are the ones we write, and of Flourish, Kumu, NodeXL, Neo4j, the Offshore Leaks
// database, and handwritten tables.
var (
	// Ends are pairs of columns that can only be the ends of edges.
	Ends = [][2]string{
		{"source", "target"}, {"source", "dest"}, {"source", "destination"}, {"source id", "target id"}, {"source node", "target node"},
		{"source name", "target name"}, {"source label", "target label"}, {"source", "destiny"},
		{"from id", "to id"}, {"from node", "to node"}, {"from name", "to name"}, {"start id", "end id"}, {"start node", "end node"},
		{"node id start", "node id end"}, {"node1 id", "node2 id"}, {"node 1", "node 2"}, {"node1", "node2"}, {"node a", "node b"},
		{"vertex 1", "vertex 2"}, {"vertex1", "vertex2"}, {"subject", "object"}, {"entity 1", "entity 2"}, {"entity1", "entity2"},
		{"entity a", "entity b"}, {"entity1 id", "entity2 id"}, {"id1", "id2"}, {"name1", "name2"}, {"name 1", "name 2"}, {"from entity", "to entity"}, {"source entity", "target entity"},
		{"person 1", "person 2"}, {"person a", "person b"}, {"person1", "person2"}, {"actor 1", "actor 2"}, {"actor1", "actor2"}, {"actor a", "actor b"}, {"ego", "alter"}, {"src", "dst"},
		{"sender", "recipient"}, {"sender", "receiver"}, {"parent", "child"}, {"payer", "payee"}, {"origin", "destination"}, {"from label", "to label"}, {"cause", "effect"},
		{"quelle", "ziel"}, {"origine", "cible"}, {"source", "cible"}, {"origen", "destino"}, {"origem", "destino"}, {"fonte", "destinazione"},
		{"bron", "doel"}, {"kaynak", "hedef"}, {"źródło", "cel"}, {"источник", "цель"}, {"источник", "назначение"}, {"源", "目标"},
		{"مبدا", "مقصد"}, {"منبع", "هدف"}, {"منبع", "مقصد"}, {"المصدر", "الهدف"}, {"المصدر", "الوجهة"},
	}
	// Spans are pairs that name the ends of edges in some tables, and dates
	// in others.
	Spans = [][2]string{{"from", "to"}, {"start", "end"}, {"von", "nach"}, {"von", "zu"}, {"de", "vers"}, {"desde", "hasta"}, {"از", "به"}, {"من", "إلى"}}

	NodeIDs = []string{"id", "node id", "nodeid", "key", "vertex", "node", "factor id"}
	edgeIDs = []string{"id", "edge id", "edgeid", "key", "relationship id"}
	Labels  = []string{"label", "name", "title", "full name", "bezeichnung", "nom", "nombre", "nome", "نام", "اسم"}
	// causes name a cause, which influences the effect at the other end, as in the
	// links of Causal Map: https://guide.causalmap.app/uploading-only-links/
	causes    = []string{"from label", "cause"}
	FactorIDs = []string{"factor id"} // of nodes in Causal Map
	verbs     = []string{"label", "verb", "edge label", "predicate", "link", "link label", "name", "title"}
)

// header is the parsed header of a column.
type header struct {
	name    string // as shown to the author
	Folded  string
	group   string // group of ids in Neo4j: "Person" in ":START_ID(Person)"
	ignored bool   // Neo4j's type in the header
	unnamed bool   // the name is only the column's number
}

// Neo4j's headers have a column's role or type after a colon:
// https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
var (
	neoRole = regexp.MustCompile(`^(.*):(ID|START_ID|END_ID|TYPE|LABEL|IGNORE)(?:\(([^)]*)\))?(?:\{.*\})?$`)
	neoType = regexp.MustCompile(`^(.+):(?:int|integer|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(?:\[\])?(?:\{.*\})?$`)
)

// roleNames are the usual names of columns for Neo4j's roles.
var roleNames = map[string]string{"ID": "id", "START_ID": "start id", "END_ID": "end id", "TYPE": "type", "LABEL": "type", "IGNORE": ""}

func newHeader(name string) header {
	h := header{name: network.CellText(strings.TrimSpace(name))}
	if m := neoRole.FindStringSubmatch(h.name); m != nil {
		h.group, h.ignored = m[3], m[2] == "IGNORE"
		if role := roleNames[m[2]]; role != "" {
			h.name = role
		}
	} else if m := neoType.FindStringSubmatch(h.name); m != nil {
		h.name = m[1]
	}
	h.Folded = graph.FoldWord(h.name)
	return h
}

// Head is the first row of a table.
type Head []header

// Column returns the index of the first column with one of the names, in the order of
// the names, or -1.
func (h Head) Column(names []string) int {
	for _, name := range names {
		if at := slices.IndexFunc(h, func(column header) bool { return column.Folded == name && !column.ignored }); at >= 0 {
			return at
		}
	}
	return -1
}

// Ends returns the columns of the first pair in the table, or -1.
func (h Head) Ends(pairs [][2]string) (from, to int) {
	for _, pair := range pairs {
		if from, to := h.Column(pair[:1]), h.Column(pair[1:]); from >= 0 && to >= 0 {
			return from, to
		}
	}
	return -1, -1
}

// NewHead returns the header with the given names.
func NewHead(names []string) Head {
	var h Head
	for _, name := range names {
		h = append(h, newHeader(name))
	}
	return h
}

// Links reports whether the table can be a table of edges: it has columns for their
// ends.
func (h Head) Links() bool {
	from, _ := h.linkColumns()
	return from >= 0
}

func (h Head) linkColumns() (from, to int) {
	if from, to = h.Ends(Ends); from < 0 {
		from, to = h.Ends(Spans)
	}
	return from, to
}

// Lists reports whether the table can be a table of nodes: it has their names, and no
// columns that can only be the ends of edges.
func (h Head) Lists() bool {
	from, _ := h.Ends(Ends)
	return from < 0 && (!h.Links() || h.Named())
}

// Both reports whether some rows of the table are nodes and others edges, as written by
// Neo4j's apoc.export.csv.
func (h Head) Both() bool {
	for _, name := range []string{"_id", "_start", "_end"} {
		if !slices.ContainsFunc(h, func(column header) bool { return column.name == name }) {
			return false
		}
	}
	return true
}

// Named reports whether the table has a column with the ids or the names of nodes.
func (h Head) Named() bool { return h.Column(NodeIDs) >= 0 || h.Column(Labels) >= 0 }

// Claims reports whether the rows have quotes.
func (h Head) Claims() bool { return h.Column(graph.QuoteNames) >= 0 }
