package question_test

import (
	"fmt"
	"testing"

	"proxynet/network/question"
	"proxynet/web/test/bench/scalefree"
)

// BenchmarkAnswer answers questions about 10,000 nodes and 20,000 relations. In a
// browser they take three to four times as long.
func BenchmarkAnswer(b *testing.B) {
	n := scalefree.New(scalefree.Settings{Nodes: 10_000, Links: 2, Sourced: true})
	for i := range n.Relations { // every second relation forms chains, and points away from the root
		if r := &n.Relations[i]; i%2 == 0 {
			r.Kind, r.From, r.To = "command", r.To, r.From
		}
	}
	for name, state := range map[string]string{
		"chain":       `"chain":{"from":"n0","to":"n9999"}`,
		"no-chain":    `"chain":{"from":"n9999","to":"n7"}`,
		"without":     `"remove":["n5","r100"]`,
		"degree":      `"size":"degree"`,
		"betweenness": `"size":"betweenness"`,
		"reach":       `"size":"reach"`,
	} {
		ask := map[string]string{"chain": "chain", "no-chain": "chain", "without": "without"}[name]
		if ask == "" {
			ask = "measure"
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if a := question.Answer(n, fmt.Appendf(nil, `{"ask":%q,"state":{%s}}`, ask, state)); len(a) < 100 {
					b.Skip(string(a))
				}
			}
		})
	}
}
