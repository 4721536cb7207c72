package format_test

import (
	"errors"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/format"
)

// TestDiagnostics reads invalid files: the diagnostic must say where the error is, what
// it is, and how to fix it.
func TestDiagnostics(t *testing.T) {
	const gexf = `<gexf version="1.3"><graph><nodes><node id="a"/><node id="b"/></nodes><edges>`
	tests := []struct{ name, form, text, want string }{
		{"empty", "gexf", "", "f: it is empty, or not XML; choose a file with a network, or name its format with --format"},
		{"no XML", "graphml", "words\n", "f: it is empty, or not XML; choose a file with a network, or name its format with --format"},
		{"empty", "cytoscape", "", "f: it is empty; choose a file with a network"},
		{"empty", "dot", "/* */", "f: it is empty; choose a file with a network"},
		{"empty", "csv", "", "f: it is empty; choose a file with a network"},
		{"another format", "gexf", "<graphml/>", "f:1: its outermost element is <graphml>, not <gexf>; name its format with --format"},
		{"another format", "jgf", `{"nodes": []}`, `f: it has neither "graph" nor "graphs"; name the file’s format with --format; it may be nodelink`},
		{"another format", "cytoscape", `{"nodes": []}`, `f: it has no "elements"; name the file’s format with --format; it may be nodelink`},
		{"another format", "nodelink", `{"graph": {"nodes": {}}}`, `f: it has neither "nodes" nor "links"; name the file’s format with --format; it may be jgf`},
		{"another format", "nodelink", "{\"elements\":\n{\"nodes\": []}}", `f:2: "elements" must be a list; import Cytoscape JSON with --format cytoscape`},
		{"another format", "nodelink", `{"nodes": {"1": {}}, "edges": {"2": {}}}`, `f:1: "edges" must be a list; import Oligrapher’s maps with --format oligrapher`},
		{"another format", "oligrapher", `{"elements": []}`, `f: it has neither "nodes" nor "edges"; name the file’s format with --format; it may be cytoscape`},
		{"another format", "dot", "<gexf/>", "f:1: it begins with neither “graph” nor “digraph”; name its format with --format"},
		{"another format", "jgf", "graph {}", "f:1: it does not parse as JSON: invalid character 'g' looking for beginning of value; correct the JSON there or shortly after"},
		{"no nodes", "gexf", "<gexf><graph/></gexf>", "f: it has no nodes; choose a file with a network, or name its format with --format"},
		{"no graph", "graphml", "<graphml/>", "f: it has no graph; choose a file with a network"},

		{"no id", "gexf", "<gexf><graph><nodes>\n<node label='a'/></nodes></graph></gexf>", "f:2: node 1: it has no id; give it one"},
		{"no id", "graphml", "<graphml><graph>\n<node/></graph></graphml>", "f:2: node 1: it has no id; give it one"},
		{"no id", "csv", "Id,Source,Target\n1,,b\n", "f:2: 1: it doesn't say at which node it begins; name the node by its id"},
		{"an id twice", "gexf", "<gexf><graph><nodes><node id='a'/>\n<node id='a'/></nodes></graph></gexf>", "f:2: a: this id is already that of the node in line 1; give one of the two another id"},
		{"an id twice", "jgf", "{\"graph\":{\"nodes\":[{\"id\":\"a\"},\n{\"id\":\"a\"}]}}", "f:2: a: this id is already that of the node in line 1; give one of the two another id"},
		{"an edge's id twice", "gexf", gexf + "<edge id='e' source='a' target='b'/>\n<edge id='e' source='b' target='a'/></edges></graph></gexf>",
			"f:2: e: this id is already that of the edge in line 1; give one of the two another id, or take their ids out"},
		{"a node that is not there", "gexf", gexf + "\n<edge id='e' source='a' target='c'/></edges></graph></gexf>", `f:2: e: it names the node "c", which the file does not have; correct the id, or add the node`},
		{"a node that is not there", "oligrapher", `{"nodes":{"a":{}},"edges":{"e":{"node1_id":"a","node2_id":"b"}}}`, `f:1: e: it names the node "b", which the file does not have; correct the id, or add the node`},
		{"a node that is not there", "nodelink", "{\"nodes\":[{}],\"links\":[\n{\"source\":0,\"target\":1}]}", `f:2: edge 1: it names the node "1", which the file does not have; correct the id, or add the node`},
		{"an edge without an end", "graphml", "<graphml><graph><node id='a'/>\n<edge source='a'/></graph></graphml>", "f:2: edge 1: it doesn't say at which node it ends; name the node by its id"},

		{"cut off", "gexf", gexf + "\n<edge", "f:2: it ends before it is complete; it may be cut off; copy it again"},
		{"cut off", "cytoscape", "{\"elements\": [\n{", "f:2: it ends before it is complete; it may be cut off; copy it again"},
		{"cut off", "dot", "graph {\na -- b", "f:2: it ends before it is complete; it may be cut off, or a } is missing"},
		{"cut off in a text", "dot", "graph {\n\"a -- b\n}", "f:2: the text that begins here is not closed; close it with \""},
		{"cut off in a comment", "dot", "graph {\n/* a -- b }", "f:2: a comment that begins here has no end; end it with */"},
		{"cut off in HTML", "dot", "graph {\na [label=<<b>]}", "f:2: an HTML text that begins here has no end; end it with >"},
		{"cut off in a text", "csv", "Source,Target\n\"a,b", "f:2: it does not parse as CSV: extraneous or missing \" in quoted-field; correct the quotation marks; write one inside a field twice"},

		{"the wrong arrow", "dot", "graph {\na -> b }", "f:2: -> in a graph; write -> in a digraph and -- in a graph"},
		{"a sign that means nothing", "dot", "graph {\na ! b }", "f:2: unexpected character '!'; put the name that it is in into quotation marks"},
		{"no value", "dot", "graph { a [b=] }", `f:1: "]" where a value is expected; correct it; names with other characters than letters, digits and _ need quotation marks`},
		{"two graphs", "dot", "graph { a }\ngraph { b }", "f:2: something follows after the end of the graph; keep one graph in the file"},
		{"a second value", "jgf", "{\"graph\":{\"nodes\":{\"a\":{}}}}\n{}", "f:1: something follows after its end; take it out; the file may hold two"},
		{"a list for an object", "jgf", `{"graph":{"nodes":{"a":[]}}}`, "f:1: a node must be an object; name the file’s format with --format"},
		{"an object for an id", "jgf", `{"graph":{"nodes":[{"id":{}}]}}`, `f:1: "id" must be a text or a number; write it as one`},

		{"no columns", "csv", "a,b\n1,2\n", "f:1: it has no columns for the ends of edges; name two columns Source and Target; if they are in another file, name that file too"},
		{"a column twice", "csv", "Source,Target,a,A\n", `f:1: two columns have the name "A"; rename one of the two`},
		{"too many fields", "csv", "Source,Target\na,b,c\n", "f:2: it has 3 fields, and the head has 2; put texts with a separator in them into quotation marks"},

		{"a NUL byte", "csv", "Source,Target\na,b\x00\n", "f:2: it holds a NUL byte; it is not text, or it is damaged; save it again"},
		{"a NUL byte", "gexf", "<gexf>\n\x00", "f:2: it holds a NUL byte; it is not text, or it is damaged; save it again"},
		{"not UTF-8", "dot", "graph {\n\xe9 }", `f:2: this is not UTF-8, but in windows-1252 it reads "é", in windows-1251 it reads "й", in windows-1256 it reads "é"; save the file in UTF-8, or name its encoding, such as --encoding windows-1252`},
		{"not UTF-8", "nodelink", "{\"nodes\":[\n{\"id\":\"\xe9\"}]}", `f:2: this is not UTF-8, but in windows-1252 it reads "é", in windows-1251 it reads "й", in windows-1256 it reads "é"; save the file in UTF-8, or name its encoding, such as --encoding windows-1252`},
		{"cut off in a character", "csv", "Source,Target\na,\xe2\x82", `f:2: this is not UTF-8, but in shift_jis it reads "竄", in gb18030 it reads "鈧"; save the file in UTF-8, or name its encoding, such as --encoding shift_jis`},
		{"an encoding that is none", "gexf", `<?xml version="1.0" encoding="klingon"?><gexf/>`, `f:1: the encoding that it declares, "klingon", is unknown; save the file in UTF-8`},
		{"an entity that is none", "gexf", gexf + "\n<edge source='&x;'/>", "f:2: invalid character entity &x;; write the character itself"},
		{"entities", "gexf", "<!DOCTYPE lolz [<!ENTITY lol \"lol\">\n<!ENTITY lol2 \"&lol;&lol;\">]><gexf>&lol2;</gexf>",
			"f:1: it declares entities, which no graph needs; remove the <!DOCTYPE …>, and replace the entities by their text"},
		{"evidence that breaks the rules", "jgf",
			`{"graph":{"metadata":{"sources":[{"id":"s","title":"T","lang":"en"}],"speakers":[{"id":"own","label":"L","kind":"article"}]},"nodes":{"a":{"metadata":{"root":true,"summary":"S","passages":[{"id":"p","source":{"id":"s"},"paragraph":0,"exact":"E","speaker":{"id":"own"},"manner":"own"}]}}}}}`,
			`f: p: "paragraph" must be a whole number from 1; write for example “1”`},
	}
	for _, test := range tests {
		t.Run(test.form+" "+test.name, func(t *testing.T) {
			n, _, err := parse(test.form, test.text, format.DefaultLimits())
			if err == nil {
				t.Fatalf("got a network of %d nodes, want an error", len(n.Nodes))
			}
			var diagnostics file.Diagnostics
			if !errors.As(err, &diagnostics) {
				t.Errorf("got a %T, want Diagnostics", err)
			}
			if err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
		})
	}
}

// TestEncodings reads the same graph in several encodings.
func TestEncodings(t *testing.T) {
	utf16 := func(s string, big bool) string {
		var b strings.Builder
		for _, c := range s {
			hi, lo := byte(c>>8), byte(c)
			if !big {
				hi, lo = lo, hi
			}
			b.WriteByte(hi)
			b.WriteByte(lo)
		}
		return b.String()
	}
	const xml = `<gexf><graph><nodes><node id="a" label="Łódź"/></nodes></graph></gexf>`
	const json = `{"nodes":[{"id":"a","label":"Łódź"}]}`
	tests := []struct{ name, form, text string }{
		{"UTF-8", "gexf", xml},
		{"UTF-8 with a mark", "gexf", "\xef\xbb\xbf" + xml},
		{"UTF-8, said to be UTF-16", "gexf", `<?xml version="1.0" encoding="utf-16"?>` + xml},
		{"UTF-16 big endian", "gexf", "\xfe\xff" + utf16(`<?xml version="1.0" encoding="UTF-16"?>`+xml, true)},
		{"UTF-16 little endian", "gexf", "\xff\xfe" + utf16(xml, false)},
		{"UTF-16 without a mark", "gexf", utf16(xml, false)},
		{"ISO 8859-2", "gexf", `<?xml version='1.0' encoding='ISO-8859-2'?>` + strings.NewReplacer("Ł", "\xa3", "ó", "\xf3", "ź", "\xbc").Replace(xml)},
		{"JSON with a mark", "nodelink", "\xef\xbb\xbf" + json},
		{"JSON in UTF-16", "nodelink", "\xff\xfe" + utf16(json, false)},
		{"DOT in UTF-16", "dot", "\xfe\xff" + utf16(`graph { a [label="Łódź"] }`, true)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, _, err := parse(test.form, test.text, format.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if got := n.Nodes[0].Label; got != "Łódź" {
				t.Errorf("got %q", got)
			}
		})
	}
}
