package file_test

import (
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

const unsourced = `format: 1
id: list
title: A list of ties
summary: Who knows whom.
lang: en
unsourced: true
nodes:
  - {id: a, label: A, kind: unknown}
  - {id: b, label: B, kind: person, summary: Somebody.}
relations:
  - {id: a-b, from: a, to: b, kind: tie, verb: is tied to}
`

func TestReadUnsourced(t *testing.T) {
	sourced := `sources:
  - {id: text, title: A text, lang: en}
speakers:
  - {id: voice, label: The text, kind: article}
passages:
  - {id: p, paragraph: 1, exact: A knows B}
`
	tests := []struct {
		name, old, new string
		want           string // the diagnostics, with “h” as the file name; "" for none
	}{
		{"without passages, sources and root", "", "", ""},
		{"passages of some", "nodes:\n", sourced + "nodes:\n  - {id: c, label: C, kind: person, passages: [p]}\n", ""},
		{"an empty list of passages", "verb: is tied to", "verb: is tied to, passages: []", ""},
		{"status of its own", "verb: is tied to", "verb: is tied to, status: unsourced", ""},
		{"stated by nobody", "verb: is tied to", "verb: is tied to, status: stated", `h:11: a-b: it is stated, but has no passage; name a passage in “passages: [id]”, or leave “status” out`},
		{"unsourced with passages", "nodes:\n  - {id: a, label: A, kind: unknown}\n  - {id: b, label: B, kind: person, summary: Somebody.}\nrelations:\n  - {id: a-b, from: a, to: b, kind: tie, verb: is tied to}", sourced + "nodes:\n  - {id: a, label: A, kind: unknown}\n  - {id: b, label: B, kind: person}\nrelations:\n  - {id: a-b, from: a, to: b, kind: tie, verb: knows, status: unsourced, passages: [p]}", `h:17: a-b: it is unsourced, but has passages; leave “status” out, or take the passages out`},
		{"no nodes", "nodes:\n  - {id: a, label: A, kind: unknown}\n  - {id: b, label: B, kind: person, summary: Somebody.}\nrelations:\n  - {id: a-b, from: a, to: b, kind: tie, verb: is tied to}\n", "relations: []\n", `h:1: list: it has no nodes yet; add one to “nodes”`},
		{"unknown root", "nodes:\n", "root: c\nnodes:\n", `h:7: list: unknown node "c" in "root"; correct the id, or add it to the nodes`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", []byte(strings.Replace(unsourced, test.old, test.new, 1)))
			if got := diagnosticsOf(t, err); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// Only a network marked as unsourced may have unsourced claims.
func TestSourcedNetworkRefusesUnsourcedClaims(t *testing.T) {
	_, err := file.Read("h", harbour(t, "verb: opposes", "verb: opposes, status: unsourced"))
	want := `h:56: guild-board: it is unsourced, but the network isn't; leave “status” out; relations may be unsourced only if the file says “unsourced: true”`
	if got := diagnosticsOf(t, err); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRelationWithoutPassagesIsUnsourced(t *testing.T) {
	d, err := file.Read("h", []byte(unsourced))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Network.Relations[0].Status; got != network.Unsourced {
		t.Errorf("got status %q, want %q", got, network.Unsourced)
	}
}
