package format_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// parse imports a text as the file "f".
func parse(form, text string, limits format.Limits) (*network.Network, *format.Losses, error) {
	o := format.DefaultOptions()
	o.Format, o.Limits = form, limits
	return format.Parse("f", []byte(text), o)
}

// endless is an endless text: a start, then a repeated part in which # is replaced by a
// growing number.
type endless struct {
	head, unit string
	count      int
	left       []byte
}

func (e *endless) Read(p []byte) (int, error) {
	for len(e.left) < len(p) {
		if e.count == 0 {
			e.left = append(e.left, e.head...)
		}
		e.count++
		digits := [20]byte{}
		at := len(digits)
		for n := e.count; n > 0; n /= 10 {
			at--
			digits[at] = byte('0' + n%10)
		}
		e.left = append(e.left, bytes.ReplaceAll([]byte(e.unit), []byte("#"), digits[at:])...)
	}
	n := copy(p, e.left)
	e.left = append(e.left[:0], e.left[n:]...)
	return n, nil
}

// TestHostile reads endless texts: each must give a diagnostic that names the exceeded
// limit, and take little memory.
func TestHostile(t *testing.T) {
	const gexf, graphml = "<gexf><graph><nodes>", "<graphml><graph>"
	tests := []struct{ name, form, head, unit, want string }{
		{"nodes", "gexf", gexf, "<node id='#'/>", "it has more than 300 nodes"},
		{"nodes", "graphml", graphml, "<node id='#'/>", "it has more than 300 nodes"},
		{"nodes", "cytoscape", "[", `{"data":{"id":"#"}},`, "it has more than 300 nodes"},
		{"nodes", "jgf", `{"graph":{"nodes":{`, `"#":{},`, "it has more than 300 nodes"},
		{"nodes", "nodelink", `{"nodes":[`, `{},`, "it has more than 300 nodes"},
		{"nodes", "dot", `graph {`, `# `, "it has more than 300 nodes"},
		{"nodes", "csv", "Source,Target\n", "a,b#\n", "it has more than 300 nodes"},
		{"nodes", "oligrapher", `{"nodes":{`, `"#":{},`, "it has more than 300 nodes"},
		{"edges", "gexf", gexf + "</nodes><edges>", "<edge source='a' target='b'/>", "it has more than 600 edges"},
		{"edges", "graphml", graphml, "<edge source='a' target='b'/>", "it has more than 600 edges"},
		{"edges", "cytoscape", `{"elements":{"edges":[`, `{"data":{"source":"a","target":"b"}},`, "it has more than 600 edges"},
		{"edges", "jgf", `{"graph":{"edges":[`, `{"source":"a","target":"b"},`, "it has more than 600 edges"},
		{"edges", "nodelink", `{"links":[`, `{"source":"a","target":"b"},`, "it has more than 600 edges"},
		{"edges", "dot", "graph {", "a -- b\n", "it has more than 600 edges"},
		{"edges of a strict graph", "dot", "strict graph {", "a -- b\n", "it has more than 600 edges"},
		{"edges between all", "dot", "graph { {a b c d e f g h i j k l m n o p q r s t u v w x y z}", "-- {a b c d e f g h i j k l m n o p q r s t u v w x y z}", "it has more than 600 edges"},
		{"edges", "csv", "Source,Target\n", "a,b\n", "it has more than 600 edges"},
		{"edges", "oligrapher", `{"edges":{`, `"#":{"node1_id":"a","node2_id":"b"},`, "it has more than 600 edges"},
		{"nesting", "gexf", gexf, "<node id='#'><nodes>", "more than 64 elements are nested in one another"},
		{"nesting", "graphml", graphml, "<node id='#'><graph>", "more than 64 elements are nested in one another"},
		{"nesting of what is passed over", "gexf", "<gexf>", "<x>", "more than 64 elements are nested in one another"},
		{"nesting of drawings", "graphml", `<graphml><key id="d" for="node" yfiles.type="nodegraphics"/><graph><node id="a"><data key="d">`, "<x>", "more than 64 elements are nested in one another"},
		{"nesting of what is passed over", "jgf", `{"x":`, "[", "more than 64 objects and lists are nested in one another"},
		{"nesting of values", "cytoscape", `[{"data":{"x":`, "[", "exceeded max depth"},
		{"nesting", "dot", "graph {", "{", "more than 64 subgraphs are nested in one another"},
		{"times", "gexf", "<gexf><graph><nodes><node id='a'><spells>", "<spell start='#'/>", "it is larger than 256 KiB"},
		{"namespaces", "gexf", "<gexf>", "<x xmlns:p#='#'/>", "it is larger than 256 KiB"},
		{"unknown fields", "nodelink", "{", `"f#":{},`, "it is larger than 256 KiB"},
		{"unknown fields", "oligrapher", "{", `"f#":[1],`, "it is larger than 256 KiB"},
		{"attributes", "gexf", "<gexf><graph><attributes class='node'>", "<attribute id='#' title='#'/>", "it declares more than 256 attributes"},
		{"attributes", "graphml", "<graphml>", "<key id='#' for='node'/>", "it declares more than 256 attributes"},
		{"attributes of a node", "gexf", gexf + "<node id='a'><attvalues>", "<attvalue for='#' value='x'/>", "it has more than 256 attributes"},
		{"attributes of a node", "graphml", graphml + "<node id='a'>", "<data key='#'>x</data>", "it has more than 256 attributes"},
		{"attributes of the graph", "graphml", graphml, "<data key='#'>x</data>", "it has more than 256 attributes"},
		{"attributes of a node", "cytoscape", `[{"data":{`, `"#":1,`, "it has more than 256 attributes"},
		{"attributes of a node", "dot", "graph { a [", "b#=1 ", "it has more than 256 attributes"},
		{"attributes in many statements", "dot", "graph {", "a [b#=1]\n", "it has more than 256 attributes"},
		{"columns", "csv", "Source,Target", ",c#", "a text or name in it is larger than 16 KiB"},
		{"a token", "gexf", "<gexf><graph><nodes><node id='", "x", "a text or name in it is larger than 16 KiB"},
		{"a token", "graphml", "<graphml><graph><node id='a'><data key='x'>", "x", "a text or name in it is larger than 16 KiB"},
		{"a token of small ones", "graphml", "<graphml><graph><node id='a'><data key='x'>", "xxxxxxxxxxxxxxx<!-- -->", "a text or name in it is larger than 16 KiB"},
		{"a token", "cytoscape", `[{"data":{"id":"`, "x", "a text or name in it is larger than 16 KiB"},
		{"a number", "cytoscape", `[{"data":{"id":`, "1", "a text or name in it is larger than 16 KiB"},
		{"a token", "dot", `graph { "`, "x", "a text or name in it is larger than 16 KiB"},
		{"a word", "dot", `graph { `, "x", "a text or name in it is larger than 16 KiB"},
		{"a joined token", "dot", `graph { a [x="" `, `+ "xxxxxxxxxxxxxxxx"`, "a text or name in it is larger than 16 KiB"},
		{"a comment", "dot", `graph { /*`, "x", "a text or name in it is larger than 16 KiB"},
		{"a token", "csv", "Source,Target\n\"", "x", "a text or name in it is larger than 16 KiB"},
		{"white space", "jgf", "{", "\n", "a text or name in it is larger than 16 KiB"},
		{"white space", "dot", "graph {", "\n", "it is larger than 256 KiB"},
		{"white space", "gexf", "", "\n", "a text or name in it is larger than 16 KiB"},
		{"a document type", "gexf", "<!DOCTYPE gexf [", "<!ELEMENT a#>", "a text or name in it is larger than 16 KiB"},
		{"comments", "gexf", "<gexf>", "<!-- x -->", "it is larger than 256 KiB"},
		{"text", "nodelink", `{"nodes":[`, `{"a":"` + strings.Repeat("x", 1000) + `"},`, "up to here it has more than"},
		{"defaults", "dot", `graph { node [x="` + strings.Repeat("x", 10_000) + `"]`, " n#", "up to here it has more than"},
		{"defaults", "gexf", "<gexf><graph><attributes class='node'><attribute id='x'><default>" + strings.Repeat("x", 10_000) + "</default></attribute></attributes><nodes>", "<node id='#'/>", "up to here it has more than"},
		{"nodes", "gml", "graph [ ", "node [ id # ] ", "it has more than 300 nodes"},
		{"nodes", "cx", `[{"nodes":[`, `{"@id":#},`, "it has more than 300 nodes"},
		{"nodes", "ftm", "", `{"id":"#","schema":"Person"}`, "it has more than 600 edges"},
		{"nodes", "gephilite", `{"graphDataset":{"fullGraph":{"nodes":[`, `{"key":"#"},`, "it has more than 300 nodes"},
		{"nodes", "kumu", `{"elements":[`, `{"_id":"#"},`, "it has more than 300 nodes"},
		{"edges", "gml", "graph [ ", "edge [ source 1 target 2 ] ", "it has more than 600 edges"},
		{"edges", "cx", `[{"edges":[`, `{"s":1,"t":2},`, "it has more than 600 edges"},
		{"edges", "gephilite", `{"graphDataset":{"fullGraph":{"edges":[`, `{"source":"1","target":"2"},`, "it has more than 600 edges"},
		{"edges", "kumu", `{"connections":[`, `{"from":"1","to":"2"},`, "it has more than 600 edges"},
		{"nesting", "gml", "graph [ ", "x [ ", "more than 64 lists are nested in one another"},
		{"nesting", "ftm", "", `{"id":"a","schema":"Person","properties":{"owner":[`, "more than 64 objects and lists are nested in one another"},
		{"data of nothing", "gephilite", `{"graphDataset":{"nodeData":{`, `"#":{"a":1},`, "it has more than 600 edges"},
		{"attributes of nothing", "cx", `[{"nodeAttributes":[`, `{"po":1,"n":"n#","v":"v"},`, "it has more than 256 attributes"},
		{"attributes of nothing", "cx", `[{"nodeAttributes":[`, `{"po":#,"n":"nnnnnnnnnn","v":"vvvvvvvvvvvvv"},`, "up to here it has more than"},
		{"declarations", "cx", `[{"attributeDeclarations":[{"nodes":{`, `"n#":{"d":"string"},`, "it has more than 256 attributes"},
		{"attributes of a node", "gml", "graph [ node [ id 1 ", "a# 1 ", "it has more than 256 attributes"},
		{"attributes of a node", "ftm", `{"id":"a","schema":"Person","properties":{`, `"p#":["v"],`, "it has more than 256 attributes"},
		{"a token", "gml", `graph [ node [ id "`, "x", "a text or name in it is larger than 16 KiB"},
		{"a word", "gml", `graph [ `, "x", "a text or name in it is larger than 16 KiB"},
		{"a comment", "gml", `#`, "x", "a text or name in it is larger than 16 KiB"},
		{"white space", "gml", `graph [ `, " ", "it is larger than 256 KiB"},
		{"losses", "graphml", graphml, "<hyperedge/>", "it is larger than 256 KiB"},
		{"graphs that are passed over", "jgf", `{"graphs":[`, `{"id":"#"},`, ""},
	}
	limits := format.DefaultLimits()
	limits.Nodes, limits.Edges, limits.Token, limits.Bytes, limits.Text = 300, 600, 16<<10, 256<<10, 100_000
	for _, test := range tests {
		t.Run(test.form+" "+test.name, func(t *testing.T) {
			text, err := io.ReadAll(io.LimitReader(&endless{head: test.head, unit: test.unit}, 512<<10))
			if err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _, err = parse(test.form, string(text), limits)
			runtime.ReadMemStats(&after)
			var diagnostics file.Diagnostics
			if !errors.As(err, &diagnostics) {
				t.Fatalf("got %v (a %T), want Diagnostics", err, err)
			}
			if !strings.Contains(err.Error(), test.want) || len(err.Error()) > 500 {
				t.Errorf("got %s\nwant %s", err, test.want)
			}
			if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 16 {
				t.Errorf("it took %d MiB in all", taken)
			}
		})
	}
}

func TestLimitsValidate(t *testing.T) {
	if err := format.DefaultLimits().Validate(); err != nil {
		t.Error(err)
	}
	limits := format.DefaultLimits()
	limits.Depth = 2
	if err := limits.Validate(); err == nil || !strings.Contains(err.Error(), "2 depth") {
		t.Errorf("got %v", err)
	}
}

// TestNothingImportedIsMarkup checks that names that look like markup are plain text in
// the author's file.
func TestNothingImportedIsMarkup(t *testing.T) {
	const name = `<img src=x onerror=alert(1)> & "it"`
	n, _, err := parse("csv", "Source,Target,Label\n\"<img src=x onerror=alert(1)> & \"\"it\"\"\",b,<script>\n", format.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if n.Nodes[0].Label != name || n.Relations[0].Verb != "<script>" || n.Nodes[0].ID != "img-src-x-onerror-alert-1-it" {
		t.Errorf("got %+v, %+v", n.Nodes[0], n.Relations[0])
	}
	reads(t, file.Encode(n), n)
}

func TestImportNames(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.json")
	if err := os.WriteFile(path, []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ path, want string }{
		{path, path + ": neither its content nor its extension identifies its format; name it with --format: " + strings.Join(format.Readable(), ", ")},
		{filepath.Join(dir, "nowhere.gexf"), "nowhere.gexf: it cannot be read: no such file or directory; correct the path, or make the file readable"},
	} {
		_, _, err := format.Import([]string{test.path}, format.DefaultOptions())
		if err == nil || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}
