package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/web/desk"
)

// shipped are the networks in the repository, with their articles.
var shipped = []struct{ network, article string }{
	{"../../network/file/quds.yaml", ""},
	{"../../network/file/example/network.yaml", "../../network/file/example/article.txt"},
	{"../../network/file/example/poyais/network.yaml", "../../network/file/example/poyais/article.txt"},
	{"../../network/file/testdata/harbour.yaml", "../../network/file/testdata/harbour.txt"},
	{"../../network/file/testdata/ferry/network.yaml", "../../network/file/testdata/ferry/article.txt"},
}

// pages calls f with a page for each shipped network and line ending.
func pages(t *testing.T, f func(t *testing.T, p *page)) {
	for _, o := range shipped {
		data, err := os.ReadFile(o.network)
		if err != nil {
			t.Fatal(err)
		}
		article := ""
		if o.article == "" {
			d, err := file.Read("n", data)
			if err != nil {
				t.Fatal(err)
			}
			article = articleOf(d.Network)
		} else if words, err := os.ReadFile(o.article); err != nil {
			t.Fatal(err)
		} else {
			article = string(words)
		}
		lf := strings.ReplaceAll(string(data), "\r\n", "\n")
		for way, text := range map[string]string{
			"LF": lf, "CRLF": strings.ReplaceAll(lf, "\n", "\r\n"), "BOM": "\ufeff" + lf, "no last break": strings.TrimRight(lf, "\n"),
		} {
			if way != "LF" && o.article != shipped[3].article && (testing.Short() || o.article != shipped[4].article) {
				continue
			}
			t.Run(filepath.Base(filepath.Dir(o.network))+"/"+filepath.Base(o.network)+" "+way, func(t *testing.T) { f(t, newPage(t, text, article)) })
		}
	}
}

// selections returns some words of each paragraph.
func (p *page) selections(most int) []*desk.Selection {
	var out []*desk.Selection
	number := 0
	for line := range strings.Lines(p.article) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		number++
		words := strings.Fields(strings.TrimRight(line, "\r\n"))
		if len(words) < 7 || len(out) == most {
			continue
		}
		out = append(out, p.words(strings.Join(words[1:min(len(words), 9)], " ")))
	}
	return out
}

// TestActs performs every act on the shipped networks: the text stays readable, and the
// inverse edits restore it byte for byte.
func TestActs(t *testing.T) {
	pages(t, func(t *testing.T, p *page) {
		first := p.text
		refused := map[string]int{}
		done := map[string]int{}
		try := func(act values) {
			t.Helper()
			name := act["do"].(string)
			a, err := p.ask(act)
			if err != nil {
				refused[name]++
				if !strings.Contains(err.Error(), ";") && refused[name] < 3 {
					t.Logf("%v: %v", act, err)
				}
				return
			}
			done[name]++
			after := apply(t, first, a.Edits)
			if back := apply(t, after, inverse(first, a.Edits)); back != first {
				t.Fatalf("%v: its inverse gives another text", act)
			}
			if _, err := file.ReadDraft("n", []byte(after)); err != nil {
				t.Fatalf("%v: afterwards %v", act, err)
			}
		}
		v := p.view
		step := 1 + len(v.Relations)/12 // one of this many records is tried
		if testing.Short() {
			step *= 3
		}
		voice := values{"label": "A clerk: “the scribe”", "kind": "unnamed", "role": "who counts"}
		for i, s := range p.selections(20) {
			if i%step > 0 {
				continue
			}
			a, b := v.Nodes[i%len(v.Nodes)].ID, v.Nodes[(i+1)%len(v.Nodes)].ID
			r := v.Relations[i%len(v.Relations)].ID
			try(values{"do": "name", "selection": s, "label": "A new one: #1", "kind": "person", "aliases": []string{"it, too", "no"}, "summary": "- It: is {new}."})
			try(values{"do": "name", "selection": s, "label": "قاسم سلیمانی", "kind": "person"})
			try(values{"do": "alias", "node": a, "selection": s})
			try(values{"do": "relation", "selection": s, "from": a, "to": b, "kind": "support", "verb": "helps: … yes", "status": "stated"})
			try(values{"do": "relation", "selection": s, "from": values{"label": "New", "kind": "group"}, "to": values{"label": "New", "kind": "group"}, "kind": "support", "verb": "helps", "status": "attributed", "speaker": voice})
			try(values{"do": "relation", "selection": s, "from": a, "to": b, "kind": "support", "verb": "helps", "status": "implied", "inference": "It follows: # so."})
			try(values{"do": "event", "selection": s, "label": "It happens", "date": "May 2016", "participants": []values{{"node": a, "role": "did it"}, {"node": values{"label": "Newer", "kind": "group"}, "role": "saw it"}}, "summary": "S."})
			try(values{"do": "cite", "id": r, "selection": s})
			try(values{"do": "cite", "id": a, "selection": s})
			try(values{"do": "against", "relation": r, "selection": s, "speaker": voice, "date": "2019-03"})
			try(values{"do": "date", "id": r, "selection": s, "date": "2019"})
			try(values{"do": "fact", "id": a, "selection": s, "kind": "amount", "value": "40000", "currency": "EUR"})
			try(values{"do": "fact", "id": r, "selection": s, "kind": "share", "value": 12.5})
			try(values{"do": "stage", "relation": r, "selection": s, "stage": "charged", "date": "2019"})
			try(values{"do": "step", "text": "It is so: yes.", "selection": s, "show": []string{a, r}, "hide": []string{"status.implied"}})
			try(values{"do": "speaker", "label": "Somebody", "kind": "named", "selection": s})
		}
		for i, o := range v.Nodes {
			if i%step > 0 {
				continue
			}
			try(values{"do": "set", "id": o.ID, "field": "label", "value": "Other: “name”"})
			try(values{"do": "set", "id": o.ID, "field": "summary", "value": ""})
			try(values{"do": "set", "id": o.ID, "field": "aliases", "value": []string{"a", "b, c"}})
			try(values{"do": "merge", "keep": o.ID, "other": v.Nodes[(i+1)%len(v.Nodes)].ID})
			if len(o.Passages) > 1 {
				try(values{"do": "split", "id": o.ID, "label": "A half", "passages": o.Passages[:1], "relations": []string{v.Relations[0].ID}})
			}
		}
		for i, o := range v.Relations {
			if i%step > 0 {
				continue
			}
			try(values{"do": "reverse", "relation": o.ID, "verb": "is helped by"})
			try(values{"do": "set", "id": o.ID, "field": "verb", "value": "does"})
			try(values{"do": "set", "id": o.ID, "field": "note", "value": "Two\nlines."})
			try(values{"do": "set", "id": o.ID, "field": "period", "value": nil})
			try(values{"do": "set", "id": o.ID, "field": "period", "value": values{"edtf": "2019-05", "words": "a: b"}})
			try(values{"do": "set", "id": o.ID, "field": "status", "value": "ambiguous"})
			try(values{"do": "set", "id": o.ID, "field": "past", "value": true})
			if len(o.Passages) > 1 {
				try(values{"do": "split", "id": o.ID, "passages": o.Passages[1:]})
			}
		}
		for i, o := range v.Steps {
			try(values{"do": "move", "id": o.ID, "after": ""})
			try(values{"do": "move", "id": o.ID, "after": v.Steps[(i+2)%len(v.Steps)].ID})
			try(values{"do": "set", "id": o.ID, "field": "state", "value": values{"light": []string{v.Nodes[0].ID}, "chain": nil}})
		}
		ids := slices.Collect(func(yield func(string) bool) {
			for id := range edit.Of([]byte(first)).Outline().Declared {
				if !yield(id) {
					return
				}
			}
		})
		slices.Sort(ids)
		for i, id := range ids {
			if i%step > 0 {
				continue
			}
			try(values{"do": "rename", "id": id, "to": "another-id"})
			try(values{"do": "remove", "ids": []string{id}, "confirmed": true})
			if i > 0 {
				try(values{"do": "remove", "ids": []string{id, ids[i-1], ids[(i*7)%len(ids)]}, "confirmed": true})
			}
		}
		try(values{"do": "meta", "title": "T: t", "summary": "S", "headline": "H", "leadCaption": "C", "root": v.Nodes[0].ID, "lead": []string{v.Relations[0].ID}})
		try(values{"do": "meta", "headline": "", "lead": []string{}})
		try(values{"do": "accept", "rule": "no-relation", "id": v.Nodes[0].ID, "why": "So: it is."})
		if len(v.Findings) > 0 {
			try(values{"do": "fix"})
		}
		t.Logf("done %v, refused %v", done, refused)
	})
}

// TestActLines counts the lines that common acts add and remove.
func TestActLines(t *testing.T) {
	d, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(shipped[0].network)
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t, string(data), articleOf(d))
	s := p.words("a specific attempt to dislocate the chain")
	for name, test := range map[string]struct {
		act         values
		plus, minus int
	}{
		"a passage and a relation": {values{"do": "relation", "selection": s, "from": "tehran", "to": "guard", "kind": "support", "verb": "helps", "status": "stated"}, 1 + 6, 0},
		"one more passage":         {values{"do": "cite", "id": "quds-houthis", "selection": p.words("the chain of command running from Tehran to its armed allies operating from Syria and Iraq to Yemen, Lebanon and the Palestinian territories")}, 1, 1},
		"a label":                  {values{"do": "set", "id": "guard", "field": "label", "value": "Guard"}, 1, 1},
		"a folded summary":         {values{"do": "set", "id": "guard", "field": "summary", "value": "A force."}, 1, 3},
	} {
		t.Run(name, func(t *testing.T) {
			before := p.text
			p.do(test.act)
			diff := edit.Diff("n", []byte(before), []byte(p.text))
			plus, minus := strings.Count(diff, "\n+"), strings.Count(diff, "\n-")
			if plus -= 1; plus != test.plus || minus != test.minus {
				t.Errorf("+%d −%d, want +%d −%d\n%s", plus, minus, test.plus, test.minus, diff)
			}
			p.put(before)
			if !bytes.Equal([]byte(p.text), []byte(before)) {
				t.Error("not as before")
			}
		})
	}
}

// TestRemoveRelation makes a relation and removes it: the text is the same as before,
// since nothing else cites its passage.
func TestRemoveRelation(t *testing.T) {
	pages(t, func(t *testing.T, p *page) {
		first := p.text
		s := p.selections(1)[0]
		a := p.do(values{"do": "relation", "selection": s, "from": p.view.Nodes[0].ID, "to": p.view.Nodes[1].ID, "kind": "support", "verb": "helps", "status": "stated"})
		if len(a.Made) != 2 {
			t.Fatalf("it makes %v", a.Made)
		}
		a = p.do(values{"do": "remove", "ids": a.Made[1:]})
		if p.text != first || !strings.Contains(a.Message, "Nothing else cites") {
			t.Errorf("%s: got\n%s", a.Message, edit.Diff("n", []byte(first), []byte(p.text)))
		}
	})
}

// TestOmit checks that removing denials, stages and details restores the text.
func TestOmit(t *testing.T) {
	p := harbourPage(t)
	before := p.text
	guild, council := p.words("The pilots’ guild opposes"), p.words("The council lends")
	add := map[string]values{
		"against": {"do": "against", "relation": "guild-board", "selection": council, "speaker": values{"label": "A clerk", "kind": "unnamed"}},
		"legal":   {"do": "stage", "relation": "guild-board", "selection": council, "stage": "alleged", "date": "2019"},
		"facts":   {"do": "fact", "id": "guild-board", "selection": guild, "kind": "amount", "value": "40000", "currency": "EUR"},
	}
	for field, act := range add {
		t.Run(field, func(t *testing.T) {
			p.put(before)
			p.do(act)
			passages, two := len(p.view.Passages), p.text
			p.do(act)
			if _, err := p.ask(values{"do": "omit", "id": "guild-board", "field": field, "index": 2}); err == nil {
				t.Error("an item that does not exist is taken out")
			}
			p.do(values{"do": "omit", "id": "guild-board", "field": field, "index": 1})
			if p.text != two {
				t.Errorf("got\n%s\nwant\n%s", p.text, two)
			}
			p.do(values{"do": "omit", "id": "guild-board", "field": field, "index": 0})
			if len(p.view.Passages) != passages-1 {
				t.Errorf("%d passages are left, want %d", len(p.view.Passages), passages-1)
			}
			if field != "against" && p.text != before { // the speaker stays
				t.Errorf("got\n%s\nwant\n%s", p.text, before)
			}
		})
	}
}

// TestParticipants replaces the participants of an event, one of them by a new name.
func TestParticipants(t *testing.T) {
	p := harbourPage(t)
	p.do(values{"do": "participants", "id": "sinking", "participants": []values{{"node": "guild", "role": "sank it"}, {"node": values{"label": "A diver", "kind": "person"}}}})
	e := p.view.Events[0]
	if len(e.Participants) != 2 || e.Participants[0].Role != "sank it" || e.Participants[1] != (desk.Participant{Node: "a-diver", Role: "took part"}) {
		t.Errorf("got %+v", e.Participants)
	}
}

// TestMergeOfRelatedNames checks that merging asks before it removes relations between
// two names, and can be undone.
func TestMergeOfRelatedNames(t *testing.T) {
	pages(t, func(t *testing.T, p *page) {
		r := p.view.Relations[0]
		act := values{"do": "merge", "keep": r.From, "other": r.To}
		asked, err := p.ask(act)
		if err != nil {
			t.Fatal(err)
		}
		if len(asked.Edits) > 0 || !slices.ContainsFunc(asked.Depends, func(d desk.Dependent) bool { return d.ID == r.ID && d.Gone && d.Sentence == r.Sentence }) {
			t.Fatalf("got %d edits, dependents %v; want none, and %s among the dependents", len(asked.Edits), asked.Depends, r.ID)
		}
		act["confirmed"] = true
		p.do(act)
		for _, o := range p.view.Relations {
			if o.From == o.To || o.From == r.To || o.To == r.To {
				t.Errorf("%s still relates %s to %s", o.ID, o.From, o.To)
			}
		}
	})
}
