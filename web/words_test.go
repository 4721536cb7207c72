package web_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
	"proxynet/network/file"
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

// TestPeriodsInWords checks that the words of a period claim no more than its date.
func TestPeriodsInWords(t *testing.T) {
	tests := []struct {
		edtf  string
		means network.Meaning
		past  bool
		want  string
	}{
		{"1980", "", false, "since 1980"},
		{"1980", "", true, "some time in 1980"},
		{"199X", "", true, "some time in the 1990s"},
		{"2020-01-03", "", true, "3 January 2020"},
		{"2004-XX", "", true, "some time in 2004"},
		{"1998~/2020-01-03", "", true, "about 1998 to 3 January 2020"},
		{"/2020-01-03", "", true, "until 3 January 2020"},

		{"2019", network.Known, false, "2019 at least; when it began and ended is unknown"},
		{"2019/..", network.Known, false, "since 2019 at least; when it began is unknown"},
		{"../2019", network.Known, true, "until 2019 at least; when it ended is unknown"},
		{"1980", network.Began, false, "since 1980"},
		{"1980", network.Began, true, "from 1980"},
		{"1980/1983~", network.Began, false, "since some time between 1980 and about 1983"},
		{"/1980", network.Began, false, "since 1980 at the latest"},
		{"1980/..", network.Began, false, "since 1980 at the earliest"},
		{"1980/1983~", network.Within, true, "some time between 1980 and about 1983"},
		{"/2020-01-03", network.Within, true, "not after 3 January 2020"},
		{"../2020-01-03", network.Within, true, "not after 3 January 2020"},
		{"2020-01-03/", network.Within, true, "not before 3 January 2020"},
		{"2001", network.Within, false, "some time in 2001"},
		{"2001", network.Throughout, true, "throughout 2001"},
		{"2001-02-03", network.Throughout, true, "3 February 2001"},
	}
	for _, test := range tests {
		t.Run(test.edtf+" "+string(test.means), func(t *testing.T) {
			d, err := file.ParsePeriod(test.edtf, test.means)
			if err != nil {
				t.Fatal(err)
			}
			n := &network.Network{
				Nodes:     []network.Node{{ID: "a", Label: "A", Kind: network.Person}, {ID: "b", Label: "B", Kind: network.Person}},
				Relations: []network.Relation{{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated, Period: &d, Past: test.past}},
			}
			period := all(entries(t, parse(t, render(t, n)))["r"], func(e *html.Node) bool { return attr(e, "class") == "period" })
			if got := text(period[0]); got != "When: "+test.want {
				t.Errorf("got %q, want %q", got, "When: "+test.want)
			}
		})
	}
}

// TestUndatedRelationsAreMarkedOpen checks that in a network with dates, an undated
// relation is marked as open.
func TestUndatedRelationsAreMarkedOpen(t *testing.T) {
	d, err := file.ParsePeriod("2019/..", "")
	if err != nil {
		t.Fatal(err)
	}
	relation := func(id string, past bool, period *network.Date) network.Relation {
		return network.Relation{ID: id, From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated, Past: past, Period: period}
	}
	n := &network.Network{
		Nodes:     []network.Node{{ID: "a", Label: "A", Kind: network.Person}, {ID: "b", Label: "B", Kind: network.Person}},
		Relations: []network.Relation{relation("dated", false, &d), relation("undated", false, nil), relation("over", true, nil)},
	}
	shown := entries(t, parse(t, render(t, n)))
	for id, want := range map[string]string{
		"dated":   "When: since 2019",
		"undated": "No date given: the article says so of its own time; before that, unknown.",
		"over":    "No date given, but over by the time of writing; before that, unknown.",
	} {
		period := all(shown[id], func(e *html.Node) bool { return attr(e, "class") == "period" })
		if got := text(period[0]); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	n.Relations = n.Relations[1:]
	if period := all(entries(t, parse(t, render(t, n)))["over"], func(e *html.Node) bool { return attr(e, "class") == "period" }); period != nil {
		t.Error("a network that dates nothing says of each relation that it has no date")
	}
}

// TestEventsAreInOrder checks that no event is listed after one that must have been
// later, and that the order in the file breaks ties.
func TestEventsAreInOrder(t *testing.T) {
	tests := []struct{ name, dates, want string }{ // dates in the order of the file
		{"a month after a day in it", "a=2020-01-03 b=2020-01 c=2020-01-02", "b c a"},
		{"a month before a day in it", "b=2020-01 a=2020-01-03", "b a"},
		{"a decade beside a year", "a=1985 b=198X c=1979", "c a b"},
		{"disjoint dates", "a=2024 b=1999-12-31 c=2000-01 d=1999", "b d c a"},
		{"an open beginning", "a=2010 b=/2000 c=1990", "b c a"},
		{"an open end", "a=2010/.. b=2020 c=2000", "c a b"},
		{"no date", "a= b=2020 c= d=2010", "d b a c"},
		{"before the common era", "a=0001 b=-0044-03-15 c=Y-12345", "c b a"},
		{"a wide date among others", "a=2000 b=19XX/20XX c=1990 d=1980", "b d c a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := &network.Network{}
			for _, e := range strings.Fields(test.dates) {
				id, edtf, _ := strings.Cut(e, "=")
				event := network.Event{ID: id, Label: id, Status: network.Stated}
				if edtf != "" {
					d, err := file.ParsePeriod(edtf, network.Within)
					if err != nil {
						t.Fatal(err)
					}
					event.Date = &d
				}
				n.Events = append(n.Events, event)
			}
			var got []string
			for _, e := range all(parse(t, render(t, n)), func(e *html.Node) bool { return attr(e, "data-type") == "event" }) {
				got = append(got, attr(e, "data-id"))
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %v, want %s", got, test.want)
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

func TestFirmnessInWords(t *testing.T) {
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
