package site_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
	"proxynet/web/site"
	"proxynet/web/test/bench/scalefree"
)

// TestDataIsInThePagesLanguage checks the language of the data that the programs of
// each page load.
func TestDataIsInThePagesLanguage(t *testing.T) {
	n := tiny()
	n.Translations = []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{"a": {"label": "الف"}, "r": {"verb": "فرمانده … است"}}}}
	n.Nodes[0].Names = map[string]string{"fa": "الف"}
	d := &scene.LaidOutNetwork{Network: n, Layouts: []scene.Layout{{Name: "wide", Places: []scene.Place{
		{ID: "a", Lines: []string{"A"}, In: map[string]scene.Label{"fa": {Lines: []string{"الف"}}, "ar": {Lines: []string{"ألف"}}}}, {ID: "b", Lines: []string{"B"}},
	}}}}
	data := map[string]string{}
	for _, tag := range []string{"en", "ar", "fa"} {
		got, err := site.DataIn(d, tag)
		if err != nil {
			t.Fatal(err)
		}
		data[tag] = string(got)
	}
	if data["en"] != data["ar"] || strings.Contains(data["en"], "فرمانده") || !strings.Contains(data["en"], `"verb":"commands"`) {
		t.Errorf("untranslated pages read %s", data["en"])
	}
	read, err := scene.Read(strings.NewReader(data["fa"]), nil)
	if err != nil {
		t.Fatal(err)
	}
	if read.Lang != "fa" || read.Relations[0].Verb != "فرمانده … است" || read.Nodes[0].Label != "الف" || read.Layouts[0].Places[0].Lines[0] != "الف" || read.LangOf("b", "label") != "en" {
		t.Errorf("the Persian page reads %s", data["fa"])
	}
	if bytes.Contains([]byte(data["fa"]), []byte("ألف")) || d.Layouts[0].Places[0].In == nil {
		t.Error("it reads what only other pages need, or the drawing was changed")
	}
}

func TestUnshownTranslationsAreReported(t *testing.T) {
	n := tiny()
	n.Translations = []network.Translation{{Lang: "fa"}, {Lang: "fr"}, {Lang: "ar-EG"}}
	if got := site.Unshown(n); !strings.Contains(got, "into fr;") {
		t.Errorf("got %q", got)
	}
	n.Translations = n.Translations[:1]
	if got := site.Unshown(n); got != "" {
		t.Errorf("got %q", got)
	}
}

// The viewer of a large network loads only the data of its picture; questions load all.
func TestDataOfALargeNetworkIsInColumns(t *testing.T) {
	for _, sourced := range []bool{true, false} {
		d, err := scene.Spread(scalefree.New(scalefree.Settings{Nodes: 400, Links: 2, Sourced: sourced}), true)
		if err != nil {
			t.Fatal(err)
		}
		files, page := map[string][]byte{}, web.Page{Drawing: d, Language: language.Of("en")}
		if err := site.AddData(files, &page); err != nil {
			t.Fatal(err)
		}
		all, err := scene.Read(bytes.NewReader(files[page.Data]), nil)
		if err != nil || !reflect.DeepEqual(all.Network, d.Network) {
			t.Errorf("%s is another network: %v", page.Data, err)
		}
		if !sourced {
			if page.Graph != "" || len(files) != 1 {
				t.Errorf("a network without texts is in %d files", len(files))
			}
			continue
		}
		graph, err := scene.Read(bytes.NewReader(files[page.Graph]), nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(graph.Relations) != len(d.Relations) || graph.Passages[0].Selector.Exact != "" || graph.Passages[0].Speaker == "" || graph.Nodes[0].Summary != "" || d.Nodes[0].Summary == "" {
			t.Errorf("%s has %d relations, the passage %+v and the node %+v", page.Graph, len(graph.Relations), graph.Passages[0], graph.Nodes[0])
		}
	}
}
