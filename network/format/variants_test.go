package format_test

import (
	"strings"
	"testing"

	"proxynet/network/format"
)

// variant is a file as a program or a person writes it, and the expected relations as
// [sketch] returns them, or the error. Without a form, the format must be detected.
type variant struct{ form, name, text, want, loss string }

// readVariants reads variants of files. loss is a required part of the report.
func readVariants(t *testing.T, all []variant) {
	t.Helper()
	for _, v := range all {
		t.Run(v.form+" "+v.name, func(t *testing.T) {
			o := format.DefaultOptions()
			o.Format = v.form
			n, losses, err := format.Parse("f", []byte(v.text), o)
			got, reported := "", ""
			if err != nil {
				got = err.Error()
			} else {
				got, reported = sketch(n), strings.Join(losses.Lines(), "\n")
			}
			if got != v.want {
				t.Errorf("got  %s\nwant %s\n%s", got, v.want, reported)
			}
			if !strings.Contains(reported, v.loss) {
				t.Errorf("nothing says %s:\n%s", v.loss, reported)
			}
		})
	}
}

// TestTableVariants reads tables as Gephi, R, Excel, databases and people write them.
func TestTableVariants(t *testing.T) {
	readVariants(t, []variant{
		{"", "separated by blanks", "Source Target Type timeset\nAnna Berta Directed \"[2016-02-03, 2016-02-04]\"\nBerta Anna Directed \"<[2016-03-04, Infinity]>\"\n", "Anna is tied to→ Berta 2016-02-03/2016-02-04; Berta is tied to→ Anna 2016-03-04/..", ""},
		{"", "a title above the head", "Payments,,\n,,\nSource,Target,Label\nAnna,Berta,pays\n", "Anna pays→ Berta", "rows above the head of a table, left out: 1"},
		{"", "comments above the head", "# by hand\n# twice\nSource,Target\nAnna,Berta\n", "Anna is tied to→ Berta", "rows above the head of a table, left out: 2"},
		{"", "groups of columns above the head", ",,Visual Properties,,Labels\nVertex 1,Vertex 2,Color,Width,Label\nAnna,Berta,red,1,pays\n", "Anna pays→ Berta", "rows above the head of a table, left out: 1"},
		{"", "the line of an error below a title", "Payments\n\nSource,Target\nAnna\n", "f:4: edge 1: it doesn't say at which node it ends; name the node by its id", ""},
		{"", "the line of an error below a separator", "sep=;\nSource;Target\nAnna\n", "f:3: edge 1: it doesn't say at which node it ends; name the node by its id", ""},
		{"", "missing values", "Source,Target,Label,since\nAnna,Berta,NULL,\\N\n", "Anna is tied to→ Berta", "cells that only say that they are empty, read as empty: 2, such as \"NULL\""},
		{"", "a missing end", "Source,Target\nAnna,#N/A\n", "f:2: edge 1: it doesn't say at which node it ends; name the node by its id", ""},
		{"", "a name like a missing value", "Source,Target\nNA,None\n", "NA is tied to→ None", ""},
		{"", "heads in Persian", "\ufeffمنبع;هدف;verb\r\nتهران;بغداد;حمایت می‌کند از\r\n", "تهران حمایت می‌کند از→ بغداد", ""},
		{"", "heads of actors", "Actor 1,Actor 2,Relation\nAnna,Berta,pays\n", "Anna pays→ Berta", ""},
		{"", "a label in two lines", "Source,Target,Label\r\n\"Anna, \"\"A\"\"\",Berta,\"pays\r\nor paid\"\r\n", `Anna, "A" pays or paid→ Berta`, ""},
		{"", "ids that are numbers", "Source,Target\n0012345678901234567890,1e400\n", "0012345678901234567890 is tied to→ 1e400", ""},
		{"", "ids of two groups", ":START_ID(Person);:END_ID(Film);:TYPE\n1;1;ACTED_IN\n", "1 acted in→ Film 1", ""},
		{"", "nodes and edges of Neo4j in one table", "\"_id\",\"_labels\",\"name\",\"_start\",\"_end\",\"_type\",\"since\"\n\"0\",\":Person\",\"Anna\",,,,\n\"1\",\":Person\",\"Berta\",,,,\n,,,\"0\",\"1\",\"KNOWS\",\"2019\"\n", "Anna knows→ Berta 2019/..", ""},
		{"", "a node that Neo4j's table lacks", "_id,_labels,name,_start,_end,_type\n0,:Person,Anna,,,\n,,,0,7,KNOWS\n", `f:3: edge 1: it names the node "7", which the file does not have; correct the id, or add the node`, ""},
		{"", "an adjacency list", "Anna;Berta\nBerta;Carl;Dora\n", "f: neither its content nor its extension identifies its format; name it with --format: " + strings.Join(format.Readable(), ", "), ""},

		{"csv", "a matrix below a name", "name,Anna,Berta,Carl\nAnna,0,1,0\nBerta,0,0,1\nCarl,0,0,0\n", "Anna is tied to→ Berta; Berta is tied to→ Carl", ""},
		{"csv", "a matrix with blanks", " ,Anna,Berta\nAnna,0, 1 \nBerta, 0 ,0\n", "Anna is tied to→ Berta", ""},
		{"csv", "a matrix with a nameless node", "\"\";\"\";\"Anna\";\"Berta\"\n\"\";0.0;60.0;9.0\n\"Anna\";60.0;0.0;24.0\n\"Berta\";9.0;24.0;0.0\n", "Anna is tied to– Berta", "cells of a matrix whose row or column has no name, left out: 4"},
		{"csv", "a matrix with decimal commas", ";Anna;Berta\nAnna;0,0;1,5\nBerta;0;0\n", "Anna is tied to→ Berta", "weight 1"},
		{"csv", "a matrix of R without names", "\"\",\"V1\",\"V2\"\n\"1\",0,1\n\"2\",0,0\n", "1 is tied to→ 2", ""},
		{"csv", "a matrix of R with numbers as names", "\"\",\"X7\",\"X9\"\n\"7\",0,1\n\"9\",0,0\n", "7 is tied to→ 9", ""},
		{"csv", "a matrix of truths", ",Anna,Berta\nAnna,FALSE,TRUE\nBerta,False,false\n", "Anna is tied to→ Berta", ""},
		{"csv", "a matrix with missing values", ",Anna,Berta\nAnna,NaN,1\nBerta,NA,n/a\n", "Anna is tied to→ Berta", ""},
		{"csv", "a matrix of which half is filled", ",Anna,Berta,Carl\nAnna,,1,0\nBerta,,,1\nCarl,,,\n", "Anna is tied to– Berta; Berta is tied to– Carl", "edges of a matrix of which only one half is filled in, read without direction: 2"},
		{"csv", "a matrix of percentages", ",Anna,Berta\nAnna,,50%\nBerta,0,\n", "Anna is tied to→ Berta", "weight 1"},
		{"csv", "a matrix with a long first row", ",Anna,Berta\nAnna,0,1,7\n", "f:2: it has 4 fields, and the head has 3; name every column of the matrix", ""},
		{"csv", "a matrix with a name twice", ",Anna,Anna\nAnna,0,1\n", `f:1: two columns have the name "Anna"; rename one of the two`, ""},
		{"csv", "an edge of a node to itself", ",Anna,Berta\nAnna,1,1\nBerta,0,0\n", "Anna is tied to→ Berta", "edges from a node to itself, left out: 1"},

		{"", "other quotation marks within", "nodedef>name VARCHAR,label VARCHAR\na,'Say \"no\", Anna'\nb,'A 'Berta' B'\nc,\"He said \"\"no\"\", twice\"\nd,O'Brien\nedgedef>node1 VARCHAR,node2 VARCHAR,directed BOOLEAN\na,b,true\nc,d,true\n", `Say "no", Anna is tied to→ A 'Berta' B; He said "no", twice is tied to→ O'Brien`, ""},
		{"", "escaped quotation marks", "nodedef>name,label\na,'it\\'s, so'\nb,'it''s'\nedgedef>node1,node2\na,b\n", "it's, so is tied to– it's", ""},
		{"", "capitals and sizes", "\ufeffNODEDEF> NAME VARCHAR , LABEL VARCHAR(255)\r\n1, Anna \r\n2, Berta\r\nEDGEDEF> NODE1 VARCHAR, NODE2 VARCHAR, LABEL VARCHAR\r\n1, 2, pays\r\n", "Anna pays– Berta", ""},
		{"", "defaults of columns", "nodedef>name VARCHAR,label VARCHAR default 'nobody'\na,\nb,Berta\nedgedef>node1,node2,directed BOOLEAN default true\na,b\n", "nobody is tied to→ Berta", ""},
		{"", "edges alone", "edgedef>node1 VARCHAR,node2 VARCHAR\nAnna,Berta\n", "Anna is tied to– Berta", ""},
		{"", "nodes after edges", "edgedef>node1,node2\na,b\nnodedef>name\na\n", "f:3: the nodes come after the edges; move the lines from nodedef> on above edgedef>", ""},
		{"", "too many fields", "nodedef>name,label\na,Anna,7\n", "f:2: it has 3 fields, and the head has 2; put texts with a separator in them into quotation marks", ""},
		{"", "an id twice", "nodedef>name\na\na\n", "f:3: a: this id is already that of the node in line 2; give one of the two another id", ""},

		{"", "Pajek, as networkx writes it", "*vertices 2\n1 علی 0.0 0.0 ellipse born \"1950\"\n2 حسن 0.0 0.0 ellipse\n*edges\n1 2 1.0 label \"پول می‌دهد به\"\n", "علی پول می‌دهد به– حسن", "born 1"},

		{"sif", "numbers as ids", "10044\tipp\t51631\n\n6427\tipp\t10949\n", "10044 ipp→ 51631; 6427 ipp→ 10949", ""},
		{"sif", "quotation marks", "\"Anna A\" pays \"Berta B\"\n", "Anna A pays→ Berta B", ""},
		{"sif", "quotation marks and tabs", "\"Anna A\"\t\"pays\"\t\"Berta B\"\t\n", "Anna A pays→ Berta B", ""},
		{"sif", "no interaction", "Anna\t\tBerta\n", "Anna is tied to→ Berta", ""},
		{"sif", "no first node", "\tpays\tBerta\n", "f:1: its first field is empty; write the node at which the edge begins", ""},
		{"sif", "comments", "# by hand\nAnna pays Berta\n", "Anna pays→ Berta", `comments, left out: 1, such as "# by hand"`},
		{"sif", "Pathway Commons", "PARTICIPANT_A\tINTERACTION_TYPE\tPARTICIPANT_B\tINTERACTION_DATA_SOURCE\nA1BG\tbinds\tA2M\tReactome\n\nPARTICIPANT\tPARTICIPANT_TYPE\nA1BG\tProteinReference\n", "A1BG binds→ A2M", "lines of the table of nodes, left out: 1"},
		{"sif", "Persian, CRLF, BOM", "\ufeffعلی\tپول می‌دهد به\tحسن\r\n", "علی پول می‌دهد به→ حسن", ""},
	})
}

// TestJSONVariants reads JSON as programs for the web, databases and people write it.
func TestJSONVariants(t *testing.T) {
	readVariants(t, []variant{
		{"", "links alone", `{"links":[{"source":"Anna","target":"Berta"}]}`, "Anna is tied to– Berta", ""},
		{"", "a list of links", `[{"source":"Anna","target":"Berta","type":"pays"}]`, "Anna pays– Berta", ""},
		{"", "nodes that are texts", `{"nodes":["Anna","Berta"],"links":[{"source":"Anna","target":"Berta"}]}`, "Anna is tied to– Berta", ""},
		{"", "nodes that are numbers", `{"nodes":[5,6],"edges":[{"source":5,"target":6}]}`, "5 is tied to– 6", ""},
		{"", "nodes by their ids", `{"nodes":{"a":{"label":"Anna"},"b":{}},"links":[{"source":"a","target":"b"}]}`, "Anna is tied to– b", ""},
		{"", "links that are lists", `{"nodes":["Anna"],"links":["Anna"]}`, `f:1: a link must be an object; write it as {"source": …, "target": …}`, ""},
		{"", "an end that nothing has", `{"elements":[{"label":"Anna"},{"label":"Berta"}],"connections":[{"from":"Anna","to":"Zoe"}]}`, `f:1: edge 1: it names the node "Zoe", which the file does not have; correct the id, or add the node`, ""},
		{"", "names without quotation marks", "\n{\n nodes: []}", `f:3: it does not parse as JSON: invalid character 'n'; correct the JSON there or shortly after; if it is part of a program, write the data alone, as JSON.stringify does`, ""},
		{"", "NaN before what tells the format", `{"nodes":[{"id":"a","x":NaN},{"id":"b"}],"links":[{"source":"a","target":"b"}]}`, "a is tied to– b", "numbers that are NaN or infinite, read as empty: 1"},
		{"", "a program", "// the data\nconst data = {nodes: []}", "f: it is a program in JavaScript, which cannot be imported; write the data in it alone, as JSON.stringify does", ""},
		{"", "a reply of Neo4j", `{"results":[{"columns":["n"],"data":[]}],"errors":[]}`, "f: it is a reply of Neo4j’s HTTP interface, which cannot be imported; export the graph with apoc.export.json.all, or as CSV", ""},
		{"", "statements of FollowTheMoney", `{"id":"x","entity_id":"a","canonical_id":"a","prop":"name","schema":"Person","value":"Anna"}`, "f: it has statements of FollowTheMoney, not entities, which cannot be imported; aggregate them with “ftm aggregate-statements”", ""},
		{"", "CX with its attributes first", `[{"edgeAttributes":[{"po":3,"n":"interaction","v":"pays"}]},{"edges":[{"@id":3,"s":1,"t":2}]},{"nodes":[{"@id":1,"n":"Anna"},{"@id":2,"n":"Berta"}]}]`, "Anna pays→ Berta", ""},
		{"", "CX2 in fragments", `[{"CXVersion":"2.0","hasFragments":true},{"nodes":[{"id":0}]},{"nodes":[{"id":1}]},{"edges":[{"id":0,"s":0,"t":1}]},{"edges":[{"id":1,"s":1,"t":0}]},{"status":[{"success":true}]}]`, "0 is tied to→ 1; 1 is tied to→ 0", ""},
		{"", "JGF with an empty graph first", `{"graphs":[{},{"nodes":{"a":{}}}]}`, "f: it has no nodes; choose a file with a network, or name its format with --format", ""},
		{"", "JGF with numbers as ids", `{"graph":{"nodes":[{"id":1,"label":"Anna"},{"id":2,"label":null}],"edges":[{"source":1,"target":2,"relation":"pays","directed":null}]}}`, "Anna pays→ 2", ""},
		{"", "JGF cut off", `{"graph":{"nodes":{"a":{}`, "f:1: it ends before it is complete; it may be cut off; copy it again", ""},
		{"", "STIX with what was revoked", `{"type":"bundle","id":"bundle--1","objects":[{"type":"malware","id":"m--1","name":"M"},{"type":"tool","id":"t--1","name":"T"},{"type":"relationship","id":"r--1","source_ref":"m--1","target_ref":"t--1","relationship_type":"uses","revoked":true}]}`, "", "objects that were revoked, left out: 1 (relationship 1)"},
		{"brat", "negated relations and coreference", "T1\tPerson 0 4\tAnna\nT2\tPerson 5 10\tBerta\nT3\tPay 11 15\tpaid\nR1\tPays Arg1:T1 Arg2:T2\nR2\tKnows Arg1:T1 Arg2:T2\nE1\tPay:T3 Payer:T1\n*\tEquiv T1 T2\nA1\tNegation R1\nA2\tNegation E1\nA3\tCertainty R2 low\n", "Anna Knows→ Berta", "relations that an annotation negates, left out: 2, such as R1"},
		{"", "lists of Oligrapher", `{"nodes":[{"id":1,"display":{"name":"Anna"}},{"id":2,"display":{"name":"Berta\nB."}}],"edges":[{"id":1,"node1_id":1,"node2_id":2,"display":{"label":"pays"}}]}`, "Anna pays– Berta B.", ""},
	})
}
