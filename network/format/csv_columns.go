package format

import (
	"regexp"
	"slices"
	"strings"

	"proxynet/network"
)

// Names of columns, folded as [foldWord] does: those of Gephi, which are the
// first and the ones we write, and of Flourish, Kumu, NodeXL, Neo4j, the
// Offshore Leaks database, and of tables that people write by hand.
var (
	// csvEnds are pairs of columns that can only be the ends of edges.
	csvEnds = [][2]string{
		{"source", "target"}, {"source", "dest"}, {"source", "destination"}, {"source id", "target id"}, {"source node", "target node"},
		{"source name", "target name"}, {"source label", "target label"}, {"source", "destiny"},
		{"from id", "to id"}, {"from node", "to node"}, {"from name", "to name"}, {"start id", "end id"}, {"start node", "end node"},
		{"node id start", "node id end"}, {"node1 id", "node2 id"}, {"node 1", "node 2"}, {"node1", "node2"}, {"node a", "node b"},
		{"vertex 1", "vertex 2"}, {"vertex1", "vertex2"}, {"subject", "object"}, {"entity 1", "entity 2"}, {"entity1", "entity2"},
		{"entity1 id", "entity2 id"}, {"id1", "id2"}, {"name1", "name2"}, {"name 1", "name 2"}, {"from entity", "to entity"}, {"source entity", "target entity"},
		{"person 1", "person 2"}, {"person a", "person b"}, {"origin", "destination"}, {"from label", "to label"}, {"cause", "effect"},
		{"quelle", "ziel"}, {"origine", "cible"}, {"source", "cible"}, {"origen", "destino"}, {"origem", "destino"}, {"fonte", "destinazione"},
		{"источник", "цель"}, {"مبدا", "مقصد"}, {"المصدر", "الهدف"},
	}
	// csvSpans are pairs that name the ends of edges in some tables, and dates
	// in others.
	csvSpans = [][2]string{{"from", "to"}, {"start", "end"}, {"von", "nach"}, {"von", "zu"}, {"de", "vers"}, {"desde", "hasta"}, {"از", "به"}, {"من", "إلى"}}

	csvNodeID = []string{"id", "node id", "nodeid", "key", "vertex", "node", "factor id"}
	csvEdgeID = []string{"id", "edge id", "edgeid", "key", "relationship id"}
	csvLabel  = []string{"label", "name", "title", "full name", "bezeichnung", "nom", "nombre", "nome", "نام", "اسم"}
	// csvCauses name a cause, which influences the effect at the other end, as in the
	// links of Causal Map: https://guide.causalmap.app/uploading-only-links/
	csvCauses   = []string{"from label", "cause"}
	csvFactorID = []string{"factor id"} // of nodes in Causal Map
	csvVerb     = []string{"label", "verb", "edge label", "predicate", "link", "link label", "name", "title"}
)

// header is what the head of a column says.
type header struct {
	name    string // as the author reads it
	folded  string
	group   string // of ids, as Neo4j writes it: "Person" in ":START_ID(Person)"
	ignored bool   // by Neo4j, as the header says
}

// Neo4j's heads name a column's role or type behind a colon:
// https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
var (
	neoRole = regexp.MustCompile(`^(.*):(ID|START_ID|END_ID|TYPE|LABEL|IGNORE)(?:\(([^)]*)\))?(?:\{.*\})?$`)
	neoType = regexp.MustCompile(`^(.+):(?:int|integer|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(?:\[\])?(?:\{.*\})?$`)
)

// roleNames are what the columns of Neo4j's roles are called elsewhere.
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
	h.folded = foldWord(h.name)
	return h
}

// column returns the place of the first column that has one of the names, in
// the order of the names, or -1.
func (r *tableReader) column(names []string) int {
	for _, name := range names {
		if at := slices.IndexFunc(r.head, func(h header) bool { return h.folded == name && !h.ignored }); at >= 0 {
			return at
		}
	}
	return -1
}

// ends returns the columns of the first pair that the table has, -1 for none.
func (r *tableReader) ends(pairs [][2]string) (from, to int) {
	for _, pair := range pairs {
		if from, to := r.column(pair[:1]), r.column(pair[1:]); from >= 0 && to >= 0 {
			return from, to
		}
	}
	return -1, -1
}
