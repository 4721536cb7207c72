package network_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
)

func small() *network.Network {
	return &network.Network{
		Format:   network.FormatVersion,
		ID:       "small",
		Root:     "a",
		Sources:  []network.Source{{ID: "s", Title: "T", Lang: "en", Date: &network.Date{EDTF: "199X", Earliest: "1990-01-01", Latest: "1999-12-31"}}},
		Speakers: []network.Speaker{{ID: "v", Label: "V", Kind: network.Article}},
		Passages: []network.Passage{{ID: "p", Source: "s", Paragraph: 3, Selector: network.QuoteSelector{Exact: "“a” & <b>", Suffix: "."}, Speaker: "v", Manner: network.Own}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.State, Names: map[string]string{"fa": "الف", "en": "A", "ar": "ا"}, Passages: []string{"p"}},
			{ID: "b", Label: "B", Kind: network.Group, Passages: []string{"p"}},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Directed: true, Kind: "arms", Verb: "gives arms to", Status: network.Stated, Passages: []string{"p"}}},
		Events:    []network.Event{},
	}
}

func TestEncodeDecode(t *testing.T) {
	want := small()
	data, err := network.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 { // the order of maps must not change it
		if again, err := network.Encode(want); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("the same network gives other bytes: %v", err)
		}
	}
	got, err := network.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// TestEncodedFields decodes the JSON without this package, as other programs do.
func TestEncodedFields(t *testing.T) {
	data, err := network.Encode(small())
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Sources  []struct{ ID string }
		Passages []struct {
			ID        string
			Paragraph int
			Selector  struct{ Exact string }
		}
		Nodes     []struct{ Passages []string }
		Relations []struct {
			From, To, Kind string
			Directed       bool
			Passages       []string
		}
		Events json.RawMessage
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	p, r := got.Passages[0], got.Relations[0]
	if p.ID != "p" || p.Paragraph != 3 || p.Selector.Exact != "“a” & <b>" {
		t.Errorf("passage: got %+v", p)
	}
	if r.From != "a" || r.To != "b" || r.Kind != "arms" || !r.Directed || len(r.Passages) != 1 {
		t.Errorf("relation: got %+v", r)
	}
	if len(got.Sources) != 1 || len(got.Nodes) != 2 || string(got.Events) != "[]" {
		t.Errorf("got %d sources, %d nodes, events %s", len(got.Sources), len(got.Nodes), got.Events)
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"no JSON", "<html>", "invalid character"},
		{"cut off", `{"format": 1, "nodes": [`, "unexpected end"},
		{"no format", `{"nodes": []}`, `no "format"`},
		{"newer format", `{"format": 2, "nodes": "elsewhere"}`, "it is in format 2, and this program reads format 1"},
		{"wrong type", `{"format": 1, "nodes": "elsewhere"}`, "cannot unmarshal string"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := network.Decode([]byte(test.data))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q in it", err, test.want)
			}
		})
	}
}

func TestDecodeIgnoresUnknownFields(t *testing.T) {
	n, err := network.Decode([]byte(`{"format": 1, "id": "n", "layouts": [{"name": "wide"}]}`))
	if err != nil || n.ID != "n" {
		t.Errorf("got %v, %v", n, err)
	}
}
