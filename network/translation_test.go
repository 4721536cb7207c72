package network_test

import (
	"reflect"
	"testing"

	"proxynet/network"
)

// translated returns a network of two nodes in English, with some of its texts in
// Persian.
func translated() *network.Network {
	return &network.Network{
		Format: 1, ID: "n", Title: "Who feeds whom", Summary: "S.", Lang: "en",
		Nodes: []network.Node{
			{ID: "a", Label: "The mill", Phrase: "the mill", Aliases: []string{"millhouse"}, Names: map[string]string{"fa": "آسیاب"}, Summary: "Grinds."},
			{ID: "b", Label: "Bakers", Summary: "Bake."},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Verb: "feeds", Period: &network.Date{EDTF: "1900", Note: "About."}}},
		Events:    []network.Event{{ID: "e", Label: "Fire", Participants: []network.Participant{{Node: "a", Role: "burnt"}, {Node: "a", Role: "rebuilt"}}}},
		Translations: []network.Translation{{
			Lang: "fa",
			Texts: map[string]map[string]string{
				"": {"title": "چه کسی نان چه کسی را می‌دهد"}, "a": {"label": "آسیاب"}, "r": {"verb": "به … نان می‌دهد", "dateNote": "حدوداً."}, "e": {"roles.a.2": "بازسازی شد"},
			},
			Aliases: map[string][]string{"a": {"آسیا"}},
		}},
	}
}

func TestIn(t *testing.T) {
	n := translated()
	before, err := network.Encode(n)
	if err != nil {
		t.Fatal(err)
	}
	fa := n.In("fa-IR")
	if after, err := network.Encode(n); err != nil || string(after) != string(before) {
		t.Errorf("translating changed the network (%v)", err)
	}
	if fa.Lang != "fa" || fa.Title != n.Translations[0].Texts[""]["title"] || fa.Summary != "S." || fa.Relations[0].Period.Note != "حدوداً." {
		t.Errorf("got %q, %q, %q, %+v", fa.Lang, fa.Title, fa.Summary, fa.Relations[0].Period)
	}
	want := network.Node{
		ID: "a", Label: "آسیاب", Aliases: []string{"آسیا", "millhouse"}, Names: map[string]string{"en": "The mill"}, Summary: "Grinds.",
	}
	if !reflect.DeepEqual(fa.Nodes[0], want) {
		t.Errorf("got %+v, want %+v", fa.Nodes[0], want)
	}
	if p := fa.Events[0].Participants; p[0].Role != "burnt" || p[1].Role != "بازسازی شد" {
		t.Errorf("got roles %+v", p)
	}
	for _, test := range []struct{ id, field, want string }{
		{"", "title", "fa"}, {"", "summary", "en"}, {"a", "label", "fa"}, {"a", "summary", "en"}, {"b", "label", "en"}, {"r", "verb", "fa"}, {"e", "roles.a", "en"}, {"e", "roles.a.2", "fa"},
	} {
		if got := fa.LangOf(test.id, test.field); got != test.want {
			t.Errorf("%s.%s is in %q, want %q", test.id, test.field, got, test.want)
		}
	}
	n.Lang, n.Translations[0].Lang = "zh-Hans", "zh-Hant"
	if in := n.In("zh-Hant"); in.Lang != "zh-Hant" || in.Title == n.Title {
		t.Errorf("in the other script of its language, got %q in %s", in.Title, in.Lang)
	}
	n = translated()
	for _, tag := range []string{"en", "en-GB", "ar"} {
		if n.In(tag) != n {
			t.Errorf("In(%q) is another network", tag)
		}
	}
}

// TestTextsAreComplete fails if a text of the model is neither translatable nor listed
// as staying in the source's language.
func TestTextsAreComplete(t *testing.T) {
	stays := map[string]string{
		"Network.ID": "an id", "Network.Lang": "a tag", "Network.Root": "an id",
		"Source.ID": "an id", "Source.Title": "the source's", "Source.Author": "the source's", "Source.Publisher": "the source's", "Source.URL": "an address", "Source.Lang": "a tag",
		"Speaker.ID": "an id", "Speaker.Node": "an id",
		"Node.ID":     "an id",
		"Relation.ID": "an id", "Relation.From": "an id", "Relation.To": "an id",
		"Event.ID": "an id", "Participant.Node": "an id",
		"StoryStep.ID": "an id",
		"Date.EDTF":    "a date", "Date.Earliest": "a day", "Date.Latest": "a day", "Date.Begun": "a day", "Date.Lasts": "a day", "Date.Words": "the source's",
	}
	n := &network.Network{
		Sources: make([]network.Source, 1), Speakers: make([]network.Speaker, 1), Nodes: make([]network.Node, 1),
		Relations: make([]network.Relation, 1), Events: make([]network.Event, 1), Story: make([]network.StoryStep, 1),
	}
	n.Sources[0].Date, n.Relations[0].Period, n.Events[0].Date = &network.Date{}, &network.Date{}, &network.Date{}
	n.Events[0].Participants = make([]network.Participant, 1)
	fields := map[*string]string{}
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				fill(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Field(i)
				name := v.Type().Name() + "." + v.Type().Field(i).Name
				if f.Kind() == reflect.String && v.Type().Name() != "ViewState" {
					f.SetString(name)
					if p, ok := f.Addr().Interface().(*string); ok && stays[name] == "" {
						fields[p] = name
					}
					continue
				}
				fill(f)
			}
		}
	}
	fill(reflect.ValueOf(n).Elem())
	for _, text := range n.Texts() {
		delete(fields, text.Value)
	}
	for _, name := range fields {
		t.Errorf("Texts lacks %s: add it, or say here why it isn't translated", name)
	}
}
