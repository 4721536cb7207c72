package web_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
)

func TestDatesInWords(t *testing.T) {
	tests := []struct{ edtf, want string }{
		{"1980", "1980"},
		{"2020-01", "January 2020"},
		{"2020-01-03", "3 January 2020"},
		{"199X", "the 1990s"},
		{"2004-XX", "some time in 2004"},
		{"1985-04-XX", "some day in April 1985"},
		{"2001-21", "spring 2001"},
		{"1980~", "about 1980"},
		{"1980?", "perhaps 1980"},
		{"1980%", "perhaps about 1980"},
		{"2023-10-07/2024-02", "7 October 2023 to February 2024"},
		{"2020-01/..", "since January 2020"},
		{"2020-01/", "from January 2020"},
		{"../2020-01-03", "until 3 January 2020"},
		{"1980~/1989", "about 1980 to 1989"},
		{"Y170000", "Y170000"},
	}
	for _, test := range tests {
		t.Run(test.edtf, func(t *testing.T) {
			n := &network.Network{Events: []network.Event{{ID: "e", Label: "E", Date: &network.Date{EDTF: test.edtf, Earliest: "x"}}}}
			kicker := all(entries(t, parse(t, render(t, n)))["e"], func(e *html.Node) bool { return attr(e, "class") == "kicker" })
			if got := text(kicker[0]); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuotationMarks(t *testing.T) {
	tests := []struct{ name, exact, want string }{
		{"plain", "Back off", "“Back off”"},
		{"a whole quotation", "“Back off”", "“Back off”"},
		{"begins with one", "“Back off,” he said", "“\u2009“Back off,” he said”"},
		{"ends with one", "called “Back off”", "“called “Back off”\u2009”"},
		{"two of them", "“Back” and “off”", "“\u2009“Back” and “off”\u2009”"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := &network.Network{Passages: []network.Passage{{ID: "p", Selector: network.QuoteSelector{Exact: test.exact}}}}
			quote := all(entries(t, parse(t, render(t, n)))["p"], func(e *html.Node) bool { return e.DataAtom == atom.P && e.Parent.DataAtom == atom.Blockquote })
			if got := quote[0].FirstChild.Data; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestStanding(t *testing.T) {
	n := &network.Network{
		Speakers: []network.Speaker{
			{ID: "article", Label: "The article", Kind: network.Article},
			{ID: "takeyh", Label: "Ray Takeyh", Kind: network.Named},
		},
		Passages: []network.Passage{
			{ID: "own", Speaker: "article", Manner: network.Own},
			{ID: "quoted", Speaker: "takeyh", Manner: network.Quoted},
			{ID: "retold", Speaker: "takeyh", Manner: network.Paraphrased},
		},
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.Group}, {ID: "b", Label: "B", Kind: network.Group}},
	}
	tests := []struct {
		status   network.Status
		passages []string
		want     string
	}{
		{network.Stated, []string{"own"}, "The article says so"},
		{network.Attributed, []string{"own", "quoted"}, "Attributed: Ray Takeyh, quoted"},
		{network.Attributed, []string{"quoted", "retold"}, "Attributed: Ray Takeyh, quoted; Ray Takeyh, paraphrased"},
		{network.Implied, []string{"own"}, "Implied, not said outright"},
		{network.Ambiguous, []string{"own"}, "Left open by the article"},
		{network.Resolved, []string{"own"}, "From outside the article"},
	}
	for _, test := range tests {
		t.Run(strings.Join(append([]string{string(test.status)}, test.passages...), " "), func(t *testing.T) {
			n.Relations = []network.Relation{{ID: "r", From: "a", To: "b", Kind: "arms", Verb: "arms", Status: test.status, Passages: test.passages}}
			standing := all(entries(t, parse(t, render(t, n)))["r"], func(e *html.Node) bool { return attr(e, "class") == "standing" })
			if got := text(standing[0]); !strings.HasSuffix(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
