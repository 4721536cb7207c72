package metrics_test

import (
	"strings"
	"testing"

	"proxynet/viz/metrics"
)

const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><text font-size="12">a</text>
<rect data-node="a" x="0" y="40" width="20" height="20"/><rect data-node="b" x="180" y="40" width="20" height="20"/>
<rect data-node="c" x="90" y="0" width="20" height="20"/><rect data-node="d" x="90" y="80" width="20" height="20"/>`

func TestMeasure(t *testing.T) {
	const lead = `<path data-ends="a b" data-lead="" d="M20 50L180 50" stroke-width="4"/>`
	tests := []struct {
		name, svg string
		want      metrics.Metrics
	}{
		{"a crossing with the lead", lead + `<path data-ends="c d" d="M100 20V80" stroke-width="2"/>`,
			metrics.Metrics{Lines: 2, Crossings: 1, LeadCrossings: 1, LeadAngle: 90}},
		{"lanes of one net", lead + `<path data-ends="c d" data-net="1" d="M99 20V80" stroke-width="2"/><path data-ends="c d" data-net="1" d="M101 20V80" stroke-width="2"/>`,
			metrics.Metrics{Lines: 2, Crossings: 1, LeadCrossings: 1, LeadAngle: 90}},
		{"behind a box", `<path data-ends="a b" d="M20 50Q100 -40 180 50" stroke-width="2"/>`,
			metrics.Metrics{Lines: 1, Behind: 1, LeadAngle: 90}},
		{"close lines", lead + `<path data-ends="a b" d="m20 53h160" stroke-width="1"/>`,
			metrics.Metrics{Lines: 2, Close: 1, LeadAngle: 90}},
		{"overlap", `<rect data-node="e" x="10" y="50" width="20" height="20"/>`, metrics.Metrics{Overlaps: 1, LeadAngle: 90}},
		{"a frame around its members", `<rect data-node="f" data-members="a c" x="0" y="0" width="120" height="70"/><path data-ends="a b" d="M20 50L180 50" stroke-width="2"/>`,
			metrics.Metrics{Lines: 1, LeadAngle: 90}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := metrics.Read([]byte(head + test.svg + "</svg>"))
			if err != nil {
				t.Fatal(err)
			}
			got := metrics.Measure(p, metrics.Options{})
			w := test.want
			if got.Lines != w.Lines || got.Crossings != w.Crossings || got.LeadCrossings != w.LeadCrossings || got.LeadAngle != w.LeadAngle ||
				got.Behind != w.Behind || got.Close != w.Close || got.Overlaps != w.Overlaps || got.SmallestType != 12 {
				t.Errorf("got %+v, want %+v", got, w)
			}
		})
	}
}

func TestMeasureScales(t *testing.T) {
	p, err := metrics.Read([]byte(head + "</svg>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := metrics.Measure(p, metrics.Options{Scale: 1.5}).SmallestType; got != 18 {
		t.Errorf("the smallest type is %g; want 18", got)
	}
}

func TestReadReportsErrors(t *testing.T) {
	for svg, want := range map[string]string{
		`<svg viewBox="0 0 1 1"><path data-ends="a b" d="M0 0A1 1 0 0 0 2 2"/></svg>`: `command 'A'`,
		`<svg viewBox="0 0 1 1"><path data-ends="a b" d="M0 x"/></svg>`:               "line 1",
		`<svg viewBox="0 0 1 1"><rect data-node="a" x="wide"/></svg>`:                 `x="wide"`,
		`<svg></svg>`: "viewBox",
		`<svg`:        "read SVG",
	} {
		if _, err := metrics.Read([]byte(svg)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v; want %q", svg, err, want)
		}
	}
}
