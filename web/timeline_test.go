package web_test

import (
	"encoding/json"
	"testing"

	"golang.org/x/net/html"

	"proxynet/network"
	"proxynet/network/file"
)

// TestStopsNameTheirEvents checks that the time slider names an event only at a stop
// that includes all its possible days, and no event that may continue or has no bounds.
func TestStopsNameTheirEvents(t *testing.T) {
	date := func(edtf string, means network.Meaning) *network.Date {
		d, err := file.ParsePeriod(edtf, means)
		if err != nil {
			t.Fatal(err)
		}
		return &d
	}
	event := func(id string, d *network.Date) network.Event {
		return network.Event{ID: id, Label: id, Status: network.Stated, Date: d}
	}
	n := &network.Network{
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.Person}, {ID: "b", Label: "B", Kind: network.Person}},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated, Period: date("1980/..", "")},
		},
		Events: []network.Event{
			event("open-end", date("2010/..", network.Within)), event("open-start", date("/2012", network.Within)),
			event("decade", date("199X", "")), event("year", date("2015", "")), event("day", date("1985-03-04", "")),
		},
	}
	script := all(parse(t, render(t, n)), func(e *html.Node) bool { return attr(e, "id") == "script-data" })
	var data struct {
		Stops []struct{ AsOf, What string }
	}
	if err := json.Unmarshal([]byte(text(script[0])), &data); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"1985-03": "day", "2015": "year"}
	for _, s := range data.Stops {
		if s.What != want[s.AsOf] {
			t.Errorf("%s: names %q, want %q", s.AsOf, s.What, want[s.AsOf])
		}
		delete(want, s.AsOf)
	}
	if len(want) > 0 {
		t.Errorf("no stops for %v", want)
	}
}
