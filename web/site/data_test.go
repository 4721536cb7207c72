package site_test

import (
	"bytes"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web/site"
)

// TestDataIsInThePagesLanguage reads what the programs of each page get.
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

func TestUnshownTranslationsAreTold(t *testing.T) {
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
