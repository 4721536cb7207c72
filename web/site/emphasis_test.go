package site_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"testing"

	"proxynet/network"
	"proxynet/web/site"
)

// TestEmphasisOfPage builds a page whose picture responds without the live
// graph: what is highlighted with each id, and how each step of the story looks.
func TestEmphasisOfPage(t *testing.T) {
	n := tiny()
	n.Nodes = append(n.Nodes, network.Node{ID: "c", Label: "C", Kind: network.Force, Passages: []string{"p"}})
	n.Relations = append(n.Relations, network.Relation{ID: "q", From: "c", To: "b", Directed: true, Kind: "arms", Verb: "arms", Status: network.Stated, Passages: []string{"p"}})
	n.Story = []network.StoryStep{{ID: "one", Title: "One", Text: "One.", Passages: []string{"p"}, State: network.StepState{Light: []string{"r"}, Near: []string{"a"}}}}
	o := site.Options{Networks: []*network.Network{n}}
	drawings, err := site.Compose(o)
	if err != nil {
		t.Fatal(err)
	}
	files, err := newBuilder(t, nil).Files(drawings, o)
	if err != nil {
		t.Fatal(err)
	}
	page := files["index.html"]
	name := regexp.MustCompile(`<script src="(page\.[0-9a-f]{16}\.js)" defer>`).FindSubmatch(page)
	if name == nil {
		t.Fatal("the page has no script of its own")
	}
	script, _ := bytes.CutPrefix(files[string(name[1])], []byte("self.proxynetPage="))
	var data struct {
		Emphasis struct {
			Around map[string]struct{ Nodes, Relations []int }
			Steps  map[string]struct {
				Nodes, Relations []float64
				Near             map[string][4]float64
			}
		}
	}
	if err := json.Unmarshal(bytes.TrimSuffix(script, []byte(";\n")), &data); err != nil {
		t.Fatal(err)
	}
	got := data.Emphasis
	for id, want := range map[string][]int{"a": nil, "b": nil, "r": nil, "p": {0, 1}} { // nil: its own
		if around := got.Around[id]; !reflect.DeepEqual(around.Relations, want) {
			t.Errorf("%s: got the relations %v, want %v", id, around.Relations, want)
		}
	}
	step := got.Steps["one"]
	if !reflect.DeepEqual(step.Nodes, []float64{1, 1, 0.14}) || !reflect.DeepEqual(step.Relations, []float64{1, 0.14}) {
		t.Errorf("the step shows nodes %v and relations %v", step.Nodes, step.Relations)
	}
	for _, layout := range []string{"wide", "tall"} {
		if box := step.Near[layout]; !(box[2] > 0 && box[3] > 0) {
			t.Errorf("the step zooms to %v in the %s layout", box, layout)
		}
	}
	if !regexp.MustCompile(`<path class="p-line [^>]* data-of=0[ >]`).Match(page) {
		t.Error("the line of r is not marked as its own")
	}
}
