package desk_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"proxynet/web/desk"
)

// large returns a network with the given number of nodes and twice as many relations,
// and its article with at least the given number of words.
func large(nodes, words int) (network, article string) {
	var n, p, v, r, a strings.Builder
	name := func(i int) string {
		first := []string{"Anna", "Berta", "Clara", "Dora", "Edda", "Frida", "Greta", "Hilda"}[i%8]
		return first + " " + string(rune('A'+i/8%26)) + strings.Repeat("abcdefgh"[i%8:i%8+1], 2) + fmt.Sprintf("%c%c", 'a'+i%26, 'a'+i/26%26) + "ström"
	}
	fmt.Fprint(&n, "format: 1\nid: large\ntitle: Large\nsummary: Large.\nlang: en\nroot: n0\nsources:\n  - {id: article, text: article.txt, title: Large, lang: en}\nspeakers:\n  - {id: voice, label: The article, kind: article}\n")
	count := 0
	for i := range nodes {
		other, third := (i*7+1)%nodes, (i*3+2)%nodes
		one := fmt.Sprintf("%s commands %s in the harbour number %d", name(i), name(other), i)
		two := fmt.Sprintf("%s was said to have paid %s for the boats", name(i), name(third))
		fmt.Fprintf(&a, "%s. Of this the register of the port has kept a record, and nobody in town has ever denied it. %s. It rained.\n\n", one, two)
		fmt.Fprintf(&p, "  - {id: p%d-a, paragraph: %d, exact: %q}\n  - {id: p%d-b, paragraph: %d, exact: %q}\n", i, i+1, one, i, i+1, two)
		fmt.Fprintf(&v, "  - id: n%d\n    label: %s\n    kind: person\n    summary: A person.\n    passages: [p%d-a]\n", i, name(i), i)
		if i != other {
			fmt.Fprintf(&r, "  - id: r%d-a\n    from: n%d\n    to: n%d\n    kind: command\n    verb: commands\n    passages: [p%d-a]\n", i, i, other, i)
		}
		if i != third {
			fmt.Fprintf(&r, "  - id: r%d-b\n    from: n%d\n    to: n%d\n    kind: money\n    verb: paid\n    status: ambiguous\n    passages: [p%d-b]\n", i, i, third, i)
		}
		count += 45
	}
	for k := 0; count < words; k++ {
		fmt.Fprintf(&a, "In paragraph %d nothing happens, as in so many towns of the north, where people wait for %s and for the ice to go.\n\n", k, name(k%nodes))
		count += 24
	}
	return n.String() + "passages:\n" + p.String() + "nodes:\n" + v.String() + "relations:\n" + r.String(), a.String()
}

// sizes are the networks of the benchmarks. Run them in WebAssembly with
//
//	GOOS=js GOARCH=wasm go test -exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -run
//	XX -bench . ./web/desk
var sizes = []struct {
	name         string
	nodes, words int
}{{"26 nodes", 26, 1200}, {"60 nodes", 60, 3600}, {"100 nodes", 100, 6000}, {"300 nodes", 300, 20000}}

func openLarge(t testing.TB, nodes, words int) (*desk.Engine, *desk.View, string) {
	text, article := large(nodes, words)
	e := &desk.Engine{}
	v, err := e.Open(desk.Opening{Name: "network.yaml", Text: text, Articles: map[string]string{"article.txt": article}})
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Diagnostics) > 0 || len(v.Nodes) != nodes {
		t.Fatalf("%d nodes, diagnostics %v", len(v.Nodes), v.Diagnostics)
	}
	return e, v, text
}

func BenchmarkText(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			e, _, text := openLarge(b, size.nodes, size.words)
			for i := 0; b.Loop(); i++ {
				args, err := json.Marshal(map[string]any{"revision": i, "text": text + strings.Repeat("# a\n", i%2+1)})
				if err != nil {
					b.Fatal(err)
				}
				if _, _, err := e.Do("text", args, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAct(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			e, _, _ := openLarge(b, size.nodes, size.words)
			act := []byte(`{"act": {"do": "relation", "selection": {"paragraph": 5, "from": 0, "to": 30}, "from": "n1", "to": "n2", "kind": "arms", "verb": "arms", "status": "stated"}}`)
			for b.Loop() {
				if _, _, err := e.Do("act", act, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	e, _, _ := openLarge(b, 100, 6000)
	for b.Loop() {
		if _, _, err := e.Do("select", []byte(`{"paragraph": 5, "from": 0, "to": 30}`), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPicture reads and draws a network after each added relation.
func BenchmarkPicture(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			e, _, text := openLarge(b, size.nodes, size.words)
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				more := text + fmt.Sprintf("  - {id: more, from: n%d, to: n%d, kind: arms, verb: arms, passages: [p0-a]}\n", i%20, i%20+2)
				order, err := json.Marshal(desk.PictureOrder{Layout: "wide", Text: &more})
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if _, _, err := e.Do("picture", order, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
