package format_test

import (
	"regexp"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// TestExportKeepsDateMeanings checks that no format claims more about a period than the
// network: a claim known only at a date has no start and no end on a timeline, and its
// meaning survives a round trip.
func TestExportKeepsDateMeanings(t *testing.T) {
	for _, test := range []struct {
		edtf       string
		means      network.Meaning
		attributes string
		inexact    bool
	}{
		{"2019", network.Known, "", true},
		{"2019-05-06/2020-01-02", network.Known, "", true},
		{"1980-01-02", network.Began, ` start="1980-01-02"`, false},
		{"1980/1983~", network.Began, ` start="1980-01-01"`, true},
		{"/2020-01-03", network.Within, ` end="2020-01-03"`, true},
		{"2024-02-02/2024-02-04", network.Within, ` start="2024-02-02" end="2024-02-04"`, true},
	} {
		d, err := file.ParsePeriod(test.edtf, test.means)
		if err != nil {
			t.Fatal(err)
		}
		n := unsourced(network.Relation{Directed: true, Period: &d})
		out, losses := exported(t, n, "gexf")
		edge := regexp.MustCompile(`<edge [^>]*label="pays"([^>]*)>`).FindStringSubmatch(out)
		if edge == nil || edge[1] != test.attributes {
			t.Errorf("%s, %s: got %q, want %q", test.edtf, test.means, edge, test.attributes)
		}
		if reported := strings.Contains(losses, "periods that a timeline shows"); reported != test.inexact {
			t.Errorf("%s, %s: reported as inexact: %t", test.edtf, test.means, reported)
		}
		back, lost, err := parse("gexf", out, format.DefaultLimits())
		if err != nil || len(lost.Lines()) > 0 {
			t.Fatalf("%s, %s: without %v, %v", test.edtf, test.means, lost.Lines(), err)
		}
		if got := back.Relations[0].Period; got == nil || *got != d {
			t.Errorf("%s, %s: got %+v back, want %+v", test.edtf, test.means, got, d)
		}
	}
}
