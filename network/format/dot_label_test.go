package format_test

import (
	"testing"

	"proxynet/network/format"
)

// TestDOTLabels reads the labels of a node as Graphviz draws them.
func TestDOTLabels(t *testing.T) {
	tests := []struct{ name, attributes, want string }{
		{"plain", `label="Anna"`, "Anna"},
		{"lines", `label="Anna\nthe \"elder\"\lof Ostrand\r"`, `Anna the "elder" of Ostrand`},
		{"its name", `label="\N!"`, "a!"},
		{"the graph's name", `label="\G"`, "Port"},
		{"a backslash", `label="C:\\temp"`, `C:\temp`},
		{"entities", `label="Caf&eacute; &amp; Bar &#223;&#xE9;"`, "Café & Bar ßé"},
		{"what is no entity", `label="R&D & &copy ; AT&T;"`, "R&D & &copy ; AT&T;"},
		{"a record", `shape=record label="{<f0> Anna|<f1> minister}"`, "Anna minister"},
		{"a record's escapes", `shape=Mrecord label="<l> left|Berta \{x\} \| \<y\>|<r> right"`, "left Berta {x} | <y> right"},
		{"a record's shape after its label", `label="<f> Anna|b" ]; a [shape=record`, "Anna b"},
		{"no record", `shape=box label="{a|b}"`, "{a|b}"},
		{"HTML", `label=<<b>Port</b> &amp; bank>`, "Port & bank"},
		{"HTML in a word", `label=<Ost<i>rand</i>>`, "Ostrand"},
		{"an HTML table", `label=<<TABLE BORDER="0"><TR><TD PORT="x">Anna</TD><TD>minister</TD></TR></TABLE>>`, "Anna minister"},
		{"HTML in a record", `shape=record label=<a &lt;b&gt; {c|d} \N>`, `a <b> {c|d} \N`},
		{"an external label", `xlabel="Anna"`, "Anna"},
		{"an external label beside another", `xlabel="minister" label="Anna"`, "Anna"},
		{"a default", `]; node [label="of \N"]; b [x=1`, "a"},
	}
	for _, test := range tests {
		n, _, err := parse("dot", `digraph Port { a [`+test.attributes+`] }`, format.DefaultLimits())
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if got := n.Nodes[0].Label; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	read1(t, []reading{
		{"of an edge", "dot", `digraph { a -> b [label="\T to \H&#33;"] }`, "a a to b!→ b"},
		{"external, of an edge", "dot", `digraph { a -> b [xlabel="pays"] }`, "a pays→ b"},
		{"HTML, of an edge", "dot", `digraph { a -> b [label=<pays <b>rent</b>>] }`, "a pays rent→ b"},
		{"of a default", "dot", `digraph { edge [label=pays]; a -> b; b -> c [label=owns] }`, "a pays→ b; b owns→ c"},
	})
}
