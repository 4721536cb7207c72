package web_test

import (
	"testing"

	"proxynet/network"
	"proxynet/web"
)

func TestCredit(t *testing.T) {
	stated := &network.Date{EDTF: "2024-02-05"}
	resolved := &network.Date{EDTF: "2024-02", Resolved: true}
	tests := []struct {
		name string
		n    network.Network
		want string
	}{
		{"an article", network.Network{Sources: []network.Source{{Title: "T", Author: "A. Author", Publisher: "Paper", Date: stated}}}, "Source: A. Author, Paper, 5 February 2024"},
		{"a date worked out is not said", network.Network{Sources: []network.Source{{Title: "T", Author: "A. Author", Date: resolved}}}, "Source: A. Author"},
		{"only a title", network.Network{Sources: []network.Source{{Title: "T"}}}, "Source: “T”"},
		{"two", network.Network{Sources: []network.Source{{Publisher: "P"}, {Publisher: "Q"}}}, "Sources: P; Q"},
		{"none", network.Network{Unsourced: true}, "Unsourced: not everything here rests on a passage of a text."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := web.Credit(&test.n); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
