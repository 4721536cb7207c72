package web_test

import (
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
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

// TestAddressedPage checks the metadata of a page with a known address: link cards and
// oEmbed discovery.
func TestAddressedPage(t *testing.T) {
	d, err := compose.Compose(&network.Network{ID: "n", Title: "A title", Summary: "A summary.", Lang: "en", Unsourced: true, Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.State}}})
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]bool{"https://example.org/n/": true, "": false} {
		var b strings.Builder
		if err := web.Render(&b, web.Page{Drawing: d, Assets: "assets/1f/", Address: address}); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{
			`<meta property="og:image" content="https://example.org/n/card.png">`,
			`<meta property="og:image:width" content="1200">`,
			`<meta property="og:image:height" content="630">`,
			`<meta property="og:image:alt" content="A title">`,
			`<meta name="twitter:card" content="summary_large_image">`,
			`<link rel="alternate" type="application/json&#43;oembed" href="https://example.org/n/oembed.json" title="A title">`,
		} {
			if got := strings.Contains(b.String(), line) || strings.Contains(b.String(), strings.ReplaceAll(line, "&#43;", "+")); got != want {
				t.Errorf("address %q: the page has %s: %v, want %v", address, line, got, want)
			}
		}
	}
}
