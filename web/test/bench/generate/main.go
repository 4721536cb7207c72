// Command generate writes a generated network of any size as an author's file, to view
// large networks:
//
//	go run ./web/test/bench/generate -nodes 10000 -o network.yaml
//	go run . serve --network network.yaml
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"proxynet/network"
	"proxynet/web/test/bench/scalefree"
)

func main() {
	nodes := flag.Int("nodes", 1000, "how many nodes")
	links := flag.Int("links", 2, "how many links each has to earlier ones")
	sourced := flag.Bool("sourced", false, "with passages of an invented text")
	out := flag.String("o", "", "the `file` to write; without it, standard output")
	flag.Parse()
	if err := write(*out, scalefree.New(scalefree.Settings{Nodes: *nodes, Links: *links, Sourced: *sourced})); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(path string, n *network.Network) error {
	f := os.Stdout
	if path != "" {
		var err error
		if f, err = os.Create(path); err != nil {
			return err
		}
		defer f.Close()
	}
	w := bufio.NewWriter(f)
	print := func(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }
	quoted := func(s string) string {
		data, _ := json.Marshal(s) // a JSON string is a YAML string
		return string(data)
	}
	print("format: %d\nid: %s\ntitle: %s\nsummary: %s\nlang: %s", n.Format, n.ID, quoted(n.Title), quoted(n.Summary), n.Lang)
	if n.Unsourced {
		print("unsourced: true")
	} else {
		print("root: %s\nsources:\n  - {id: text, title: %s, lang: en}\nspeakers:\n  - {id: voice, label: %s, kind: article}\npassages:", n.Root, quoted(n.Sources[0].Title), quoted(n.Speakers[0].Label))
		for _, p := range n.Passages {
			print("  - {id: %s, paragraph: %d, exact: %s}", p.ID, p.Paragraph, quoted(p.Selector.Exact))
		}
	}
	print("nodes:")
	for _, o := range n.Nodes {
		if n.Unsourced {
			print("  - {id: %s, label: %s, kind: %s}", o.ID, quoted(o.Label), o.Kind)
		} else {
			print("  - {id: %s, label: %s, kind: %s, summary: %s, passages: [%s]}", o.ID, quoted(o.Label), o.Kind, quoted(o.Summary), o.Passages[0])
		}
	}
	print("relations:")
	for _, r := range n.Relations {
		evidence := ""
		if !n.Unsourced {
			evidence = ", passages: [" + r.Passages[0] + "]"
		}
		print("  - {id: %s, from: %s, to: %s, kind: %s, directed: true, verb: %s%s}", r.ID, r.From, r.To, r.Kind, quoted(r.Verb), evidence)
	}
	return w.Flush()
}
