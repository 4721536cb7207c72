package desk_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"proxynet/network/file"
	"proxynet/web/desk"
)

const harbour = "../../network/file/testdata/harbour"

// harbourPage returns a page with a small, valid network.
func harbourPage(t *testing.T) *page {
	t.Helper()
	text, err := os.ReadFile(harbour + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	article, err := os.ReadFile(harbour + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return newPage(t, string(text), string(article))
}

// TestHostile checks that hostile texts end in a clear error within seconds.
func TestHostile(t *testing.T) {
	bomb := "format: 1\na: &a [x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%[1]c [%s]\n", c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 8), ", "))
	}
	deep := "format: 1\nid: " + strings.Repeat("[", 100_000)
	texts := map[string]string{
		"nothing":       "",
		"a YAML bomb":   bomb,
		"deep lists":    deep,
		"not a network": "- a\n- b\n",
		"zeros":         "format: 1\x00",
		"not UTF-16":    "format: 1\nid: \xed\xa0\x80",
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			e := &desk.Engine{}
			v, err := e.Open(desk.Opening{Text: text, Articles: map[string]string{"article.txt": "A text."}})
			if err != nil {
				t.Fatal(err)
			}
			if len(v.Diagnostics) == 0 || len(v.Diagnostics) > 20 || v.Publishable || v.Diagnostics[0].Message == "" || v.Diagnostics[0].Advice == "" {
				t.Errorf("diagnostics %.3v", v.Diagnostics)
			}
			if took := time.Since(begin); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			for _, op := range []string{"act", "select", "picture", "publish"} {
				if _, _, err := e.Do(op, []byte(`{"act": {"do": "meta", "title": "A"}, "as": "html"}`), nil); err != nil && errors.As(err, new(*desk.Fatal)) {
					t.Errorf("%s ends the engine: %v", op, err)
				}
			}
		})
	}
}

// TestHugeArticle opens a network with an article that is too large.
func TestHugeArticle(t *testing.T) {
	p := harbourPage(t)
	for _, test := range []struct{ article, want string }{
		{strings.Repeat("A long text. ", 1<<20), "larger than 8 MiB"},
		{strings.Repeat("A line.\n", 20_001), "more than 20000 paragraphs"},
	} {
		v, err := p.engine.Open(desk.Opening{Text: p.text, Articles: map[string]string{"article.txt": test.article}})
		if err != nil || v.Publishable || len(v.Findings) == 0 || !strings.Contains(v.Findings[0].Message, test.want) {
			t.Errorf("%s: got %v, %+v", test.want, err, v.Findings)
		}
	}
}

// TestDo checks the errors of invalid requests.
func TestDo(t *testing.T) {
	p := harbourPage(t)
	for _, test := range []struct{ op, args, want string }{
		{"nothing", `{}`, "unknown op"},
		{"text", `{`, "can't be read"},
		{"text", `{"text": 1}`, "can't be read"},
		{"act", `{"act": {"do": "fly"}}`, "unknown act"},
		{"act", `{"act": {"do": "name", "label": "A", "kind": "person"}}`, "select words"},
		{"act", `{"act": {"do": "name", "selection": {"paragraph": 99, "to": 2}, "label": "A", "kind": "person"}}`, "no paragraph 99"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "board", "kind": "arms", "verb": "arms"}}`, "how firmly"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "nobody", "kind": "arms", "verb": "arms", "status": "stated"}}`, "nobody"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "board", "kind": "arms", "verb": "arms", "status": "attributed"}}`, "who says so"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "toParagraph": 3, "to": 20}, "from": "yard", "to": "board", "kind": "arms", "verb": "arms", "status": "stated"}}`, "one paragraph"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "board", "kind": "arms", "verb": "arms", "status": "stated", "speaker": "ida"}}`, "somebody else"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "board", "kind": "arms", "verb": "arms", "status": "implied"}}`, "how it follows"},
		{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "yard", "kind": "arms", "verb": "arms", "status": "stated"}}`, "two different"},
		{"act", `{"act": {"do": "remove", "ids": []}}`, "name what"},
		{"act", `{"act": {"do": "set", "id": "yard", "field": "id", "value": "x"}}`, "rename"},
		{"act", `{"act": {"do": "set", "id": "yard", "field": "colour", "value": "x"}}`, "colour"},
		{"publish", `{"as": "zip"}`, "isn't in this program"},
		{"picture", `{"layout": "round"}`, "round"},
		{"article", `{"name": "a.pdf"}`, "no text"},
	} {
		_, _, err := p.engine.Do(test.op, []byte(test.args), nil)
		if err == nil || !strings.Contains(err.Error(), test.want) || errors.As(err, new(*desk.Fatal)) {
			t.Errorf("%s %s: got %v, want %q in it", test.op, test.args, err, test.want)
		}
	}
	if _, _, err := (&desk.Engine{}).Do("text", []byte(`{}`), nil); err == nil || !strings.Contains(err.Error(), "open a network") {
		t.Errorf("before anything is open: %v", err)
	}
}

// TestPanic checks that a panic is returned as Fatal.
func TestPanic(t *testing.T) {
	p := harbourPage(t)
	p.engine.Publish = func(desk.Publication) (string, []byte, error) { panic("out of paper") }
	_, _, err := p.engine.Do("publish", []byte(`{"as": "zip"}`), nil)
	var fatal *desk.Fatal
	if !errors.As(err, &fatal) || err.Error() != "out of paper" {
		t.Errorf("got %v", err)
	}
}

// TestPublish checks the input and result of Services.Publish.
func TestPublish(t *testing.T) {
	p := harbourPage(t)
	p.engine.Publish = func(o desk.Publication) (string, []byte, error) {
		if o.As != "html" || o.Text != p.text || o.Document.Network.ID != "ostrand" || len(o.Articles) != 1 {
			t.Errorf("got %+v", o)
		}
		return "quay.html", []byte("<p>"), nil
	}
	result, attached, err := p.engine.Do("publish", []byte(`{"as": "html"}`), nil)
	if err != nil || string(attached) != "<p>" || !strings.Contains(string(result), `"quay.html"`) {
		t.Errorf("got %s, %s, %v", result, attached, err)
	}
}

// TestViewKeepsLastValid checks that a text with diagnostics has the last view without
// diagnostics.
func TestViewKeepsLastValid(t *testing.T) {
	p := harbourPage(t)
	nodes := len(p.view.Nodes)
	first := p.text
	p.put(strings.Replace(p.text, "kind: command", "kind: comand", 1))
	if len(p.view.Diagnostics) != 1 || len(p.view.Nodes) != nodes || p.view.Publishable || p.view.Diagnostics[0].Line == 0 {
		t.Errorf("diagnostics %v, %d nodes", p.view.Diagnostics, len(p.view.Nodes))
	}
	p.put(strings.Replace(first, "title: Who", "title: : Who", 1))
	if len(p.view.Diagnostics) == 0 || len(p.view.Nodes) != nodes {
		t.Errorf("diagnostics %v, %d nodes", p.view.Diagnostics, len(p.view.Nodes))
	}
	if c := p.view.Diagnostics[0].Correction; c != nil {
		if fixed := apply(t, p.text, []desk.TextEdit{desk.TextEdit(*c)}); strings.Count(fixed, "\n") != strings.Count(first, "\n") {
			t.Errorf("the correction makes\n%s", fixed)
		}
	}
	if _, err := p.ask(values{"do": "meta", "title": "A"}); err == nil || !strings.Contains(err.Error(), "line") {
		t.Errorf("an act on a text that can't be read: %v", err)
	}
	p.put(first)
	if len(p.view.Diagnostics) > 0 || !p.view.Publishable {
		t.Errorf("diagnostics %v", p.view.Diagnostics)
	}
}

// TestOffsets checks UTF-16 offsets after characters beyond the basic plane.
func TestOffsets(t *testing.T) {
	article := "😀 عنوان مقاله\n\n«😀😀 قاسم سلیمانی» فرمانده نیروی قدس است.\n"
	begun, err := desk.Begin(desk.Start{Name: "Test", Article: article, Language: "fa"})
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t, begun.Text, article)
	s := p.words("قاسم سلیمانی")
	if s.From != 6 {
		t.Fatalf("the words begin at %d", s.From)
	}
	o, err := p.engine.Select(*s)
	if err != nil || o.Quote != "قاسم سلیمانی" || o.From != s.From || o.To != s.To || o.Problem != "" {
		t.Errorf("got %+v, %v", o, err)
	}
	p.do(values{"do": "meta", "title": "😀 عنوان"})
	p.do(values{"do": "name", "selection": s, "label": "قاسم سلیمانی", "kind": "person"})
	if len(p.view.Nodes) != 1 || p.view.Nodes[0].ID != "qasm-slimani" || p.view.Direction != "rtl" {
		t.Errorf("nodes %+v", p.view.Nodes)
	}
	if m := p.view.Passages[0]; m.Paragraph != 2 || m.From != s.From || m.To != s.To {
		t.Errorf("the mark is %+v, want %+v", m, s)
	}
	if m := p.view.Mentions; len(m) != 1 || m[0].Node != "qasm-slimani" || m[0].From != s.From {
		t.Errorf("mentions %+v", m)
	}
	p.do(values{"do": "rename", "id": "qasm-slimani", "to": "soleimani"})
}

// TestUnfinishedNetwork makes a network from a new file: nothing is refused, and
// following the findings leads to a network that can be published.
func TestUnfinishedNetwork(t *testing.T) {
	article := "Who owns the quay\n\nTolland Trust owns the quay, a clerk said. Anna Reiss leased it in May 2016.\n"
	begun, err := desk.Begin(desk.Start{Name: "quay", Article: article})
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t, begun.Text, article)
	draw := func() {
		t.Helper()
		for _, layout := range []string{"wide", "tall"} {
			picture, err := p.engine.Picture(desk.PictureOrder{Layout: layout})
			if err != nil || len(picture.Places) != len(p.view.Nodes) || len(p.view.Nodes) > 0 && !strings.HasPrefix(picture.SVG, "<svg") {
				t.Fatalf("%v: %+v", err, picture)
			}
		}
	}
	draw()
	if len(p.view.Diagnostics) > 0 || len(p.view.Findings) != 5 || p.view.Publishable {
		t.Errorf("at first: diagnostics %v, findings %+v", p.view.Diagnostics, p.view.Findings)
	}
	o, err := p.engine.Select(*p.words("Tolland Trust owns the quay"))
	if err != nil || o.Suggest.Status != "attributed" || o.Suggest.Reason != "said" || o.Passage != "" {
		t.Errorf("got %+v, %v", o, err)
	}
	p.do(values{"do": "name", "selection": p.words("Tolland Trust"), "label": "Tolland Trust", "kind": "organisation"})
	draw()
	p.do(values{"do": "relation", "selection": p.words("Tolland Trust owns the quay"), "from": "tolland-trust", "to": values{"label": "The quay", "kind": "target"},
		"kind": "ownership", "verb": "owns", "status": "attributed", "speaker": values{"label": "A clerk", "kind": "unnamed"}})
	draw()
	if r := p.view.Relations[0]; r.Sentence != "Tolland Trust owns The quay" || r.Speaker != "a-clerk" || r.Status != "attributed" {
		t.Errorf("got %+v", r)
	}
	p.do(values{"do": "event", "selection": p.words("Anna Reiss leased it in May 2016"), "label": "The lease", "date": "May 2016", "words": "in May 2016", "status": "stated",
		"participants": []values{{"node": values{"label": "Anna Reiss", "kind": "person"}, "role": "leased it"}}})
	draw()
	for _, f := range p.view.Findings { // do as they advise
		for _, fix := range f.Fixes {
			act := values{}
			data, err := json.Marshal(fix.Act)
			if err != nil || json.Unmarshal(data, &act) != nil || fix.Label == "" {
				t.Fatal(err, fix)
			}
			if f.Rule == file.RuleUnfinished && fix.Ask != "" {
				act[fix.Ask] = map[string]string{"value": "A summary.", "root": "tolland-trust"}[fix.Ask]
				p.do(act)
			}
		}
	}
	if !p.view.Publishable {
		t.Errorf("in the end: %+v", p.view.Findings)
	}
	if _, err := file.Read("n", []byte(p.text)); err != nil {
		t.Error(err)
	}
}

// TestScripts checks that labels can't inject markup into the picture.
func TestScripts(t *testing.T) {
	p := harbourPage(t)
	p.do(values{"do": "set", "id": "yard", "field": "label", "value": `<script>alert("1")</script>`})
	picture, err := p.engine.Picture(desk.PictureOrder{Layout: "wide"})
	if err != nil || strings.Contains(picture.SVG, "<script") {
		t.Errorf("%v: %s", err, picture.SVG)
	}
}

// TestTranslationsFollow renames and removes a record that occurs in translations.
func TestTranslationsFollow(t *testing.T) {
	p := harbourPage(t)
	persian := "format: 1\ntranslates: ostrand\nlang: fa\nnodes:\n  guild: {label: {en: The pilots’ guild, fa: صنف}}\n"
	if _, err := p.engine.Open(desk.Opening{Name: "network.yaml", Text: p.text, Articles: map[string]string{"a.txt": p.article}, Files: map[string]string{"network.fa.yaml": persian}}); err != nil {
		t.Fatal(err)
	}
	for want, act := range map[string]values{
		"\n  pilots: {label": {"do": "rename", "id": "guild", "to": "pilots"},
		"\nnodes:\n  {}\n":   {"do": "remove", "id": "guild", "confirmed": true},
	} {
		a, err := p.ask(act)
		if err != nil {
			t.Fatal(err)
		}
		got := apply(t, persian, a.Files["network.fa.yaml"])
		if !strings.Contains(got, want) {
			t.Errorf("%v makes\n%s", act, got)
		}
		args, err := json.Marshal(map[string]any{"text": apply(t, p.text, a.Edits), "files": map[string]string{"network.fa.yaml": got}})
		if err != nil {
			t.Fatal(err)
		}
		result, _, err := p.engine.Do("text", args, nil)
		if err != nil || strings.Contains(string(result), `"rule":"file"`) || strings.Contains(string(result), "translates no record") {
			t.Errorf("%v: afterwards %v, %s", act, err, result)
		}
		p.engine.Do("text", []byte(fmt.Sprintf(`{"text": %q, "files": {"network.fa.yaml": %q}}`, p.text, persian)), nil)
	}
}

// TestDamagedTexts sends randomly damaged texts, as while typing: none may cause a panic,
// and every readable text has a picture.
func TestDamagedTexts(t *testing.T) {
	count := 150
	if testing.Short() {
		count = 30
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, o := range shipped[1:] {
		data, err := os.ReadFile(o.network)
		if err != nil {
			t.Fatal(err)
		}
		article, err := os.ReadFile(o.article)
		if err != nil {
			t.Fatal(err)
		}
		p := newPage(t, string(data), string(article))
		unread := 0
		for i := range count {
			lines := strings.SplitAfter(string(data), "\n")
			for range 1 + r.IntN(3) {
				at := r.IntN(len(lines))
				if r.IntN(3) == 0 { // a section, or the rest of one
					to := min(len(lines), at+r.IntN(40))
					lines = slices.Delete(lines, at, to)
				} else if line := lines[at]; len(line) > 1 {
					cut := r.IntN(len(line))
					lines[at] = line[:cut] + "\n"
				}
				if len(lines) == 0 {
					lines = []string{"\n"}
				}
			}
			args, err := json.Marshal(map[string]any{"revision": i, "text": strings.ToValidUTF8(strings.Join(lines, ""), "")})
			if err != nil {
				t.Fatal(err)
			}
			for _, request := range [][2]string{
				{"text", string(args)},
				{"select", `{"paragraph": 2, "from": 3, "to": 40}`},
				{"picture", `{"layout": "wide"}`},
				{"act", `{"act": {"do": "meta", "title": "A title"}}`},
			} {
				if r.IntN(4) > 0 && request[0] == "picture" { // which is slow
					continue
				}
				_, _, err := p.engine.Do(request[0], []byte(request[1]), nil)
				if errors.As(err, new(*desk.Fatal)) || err != nil && request[0] == "text" {
					t.Fatalf("%s: %v after\n%s", request[0], err, strings.Join(lines, ""))
				}
				if err != nil && request[0] == "picture" {
					t.Errorf("picture: %v after\n%s", err, strings.Join(lines, ""))
				}
				if err != nil {
					unread++
				}
			}
		}
		t.Logf("%s: %d of %d acts and pictures refused", o.network, unread, count)
	}
}
