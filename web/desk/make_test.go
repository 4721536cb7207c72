package desk_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/desk"
)

// page plays the part of the page: it owns the text of a network.
type page struct {
	t        testing.TB
	engine   *desk.Engine
	view     *desk.View
	text     string
	article  string
	revision int
}

func newPage(t testing.TB, text, article string) *page {
	t.Helper()
	p := &page{t: t, engine: &desk.Engine{}, text: text, article: article}
	var err error
	p.view, err = p.engine.Open(desk.Opening{Name: "network.yaml", Text: text, Articles: map[string]string{"article.txt": article}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// values are the fields of an act.
type values map[string]any

// ask requests the edits of an act.
func (p *page) ask(act values) (*desk.Acted, error) {
	data, err := json.Marshal(act)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.engine.Act(data)
}

// do performs an act, and fails the test unless the text stays readable and the inverse
// edits restore it.
func (p *page) do(act values) *desk.Acted {
	p.t.Helper()
	a, err := p.ask(act)
	if err != nil {
		p.t.Fatalf("%v: %v", act, err)
	}
	after := apply(p.t, p.text, a.Edits)
	if back := apply(p.t, after, inverse(p.text, a.Edits)); back != p.text {
		p.t.Fatalf("%v: its inverse gives another text", act)
	}
	p.put(after)
	if len(p.view.Diagnostics) > 0 {
		p.t.Fatalf("%v: afterwards %v\n%s", act, p.view.Diagnostics, after)
	}
	return a
}

// put replaces the text.
func (p *page) put(text string) {
	p.revision++
	p.text = text
	p.view = p.engine.Text(p.revision, text)
}

// apply applies edits to a text as JavaScript does: in UTF-16 code units.
func apply(t testing.TB, text string, edits []desk.TextEdit) string {
	t.Helper()
	units := utf16.Encode([]rune(text))
	var out []uint16
	at := 0
	for _, e := range edits {
		if e.From < at || e.To < e.From || e.To > len(units) {
			t.Fatalf("edits overlap or are out of order: %v", edits)
		}
		out = append(append(out, units[at:e.From]...), utf16.Encode([]rune(e.Text))...)
		at = e.To
	}
	return string(utf16.Decode(append(out, units[at:]...)))
}

// inverse returns the edits that undo the given edits of a text.
func inverse(text string, edits []desk.TextEdit) []desk.TextEdit {
	units := utf16.Encode([]rune(text))
	out := make([]desk.TextEdit, len(edits))
	shift := 0
	for i, e := range edits {
		length := len(utf16.Encode([]rune(e.Text)))
		out[i] = desk.TextEdit{From: e.From + shift, To: e.From + shift + length, Text: string(utf16.Decode(units[e.From:e.To]))}
		shift += length - (e.To - e.From)
	}
	return out
}

// words returns a selection of words of the article.
func (p *page) words(words string) *desk.Selection {
	p.t.Helper()
	number := 0
	for line := range strings.Lines(p.article) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" {
			continue
		}
		number++
		if at := strings.Index(line, words); at >= 0 {
			from := len(utf16.Encode([]rune(line[:at])))
			return &desk.Selection{Paragraph: number, From: from, To: from + len(utf16.Encode([]rune(words)))}
		}
	}
	p.t.Fatalf("the article has no %q", words)
	return nil
}

// articleOf returns an article that consists of the quotes of a network.
func articleOf(n *network.Network) string {
	var paragraphs []string
	quotes := make(map[int][]string)
	for i := range n.Passages {
		p := &n.Passages[i]
		for len(paragraphs) < p.Paragraph {
			paragraphs = append(paragraphs, fmt.Sprintf("(%d)", len(paragraphs)+1))
		}
		quotes[p.Paragraph] = append(quotes[p.Paragraph], p.Selector.Prefix+p.Selector.Exact+p.Selector.Suffix)
	}
	for k := range paragraphs {
		all := quotes[k+1]
		for i, q := range all {
			if !slices.ContainsFunc(all[:i], func(o string) bool { return strings.Contains(o, q) }) && !slices.ContainsFunc(all[i+1:], func(o string) bool { return strings.Contains(o, q) }) {
				paragraphs[k] += " " + q + "."
			}
		}
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// claims returns the relations of a network as rows without ids.
func claims(t *testing.T, n *network.Network, most int) [][]string {
	t.Helper()
	own := *n
	own.Relations = own.Relations[:most]
	own.Sources = slices.Clone(own.Sources)
	own.Sources[0].Title, own.Sources[0].Publisher = "T", ""
	var out bytes.Buffer
	if err := network.WriteClaims(&out, &own); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out.Bytes(), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		rows[i] = rows[i][1:]
	}
	return rows
}

// TestMake makes the first relations of the shipped network in a new file by acts
// alone, and compares their claims with the handwritten ones.
func TestMake(t *testing.T) {
	const most = 20 // relations
	want, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(t, "", articleOf(want))
	begun, err := desk.Begin(desk.Start{Name: "quds", Article: p.article, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	p = newPage(t, begun.Text, p.article)
	if len(p.view.Diagnostics) > 0 || p.view.Publishable {
		t.Fatalf("a new network: diagnostics %v, publishable %t", p.view.Diagnostics, p.view.Publishable)
	}
	node, passage, speaker := map[string]string{}, map[string]*network.Passage{}, map[string]*network.Speaker{}
	label := map[string]*network.Node{}
	for i := range want.Nodes {
		label[want.Nodes[i].ID] = &want.Nodes[i]
	}
	for i := range want.Passages {
		passage[want.Passages[i].ID] = &want.Passages[i]
	}
	for i := range want.Speakers {
		speaker[want.Speakers[i].ID] = &want.Speakers[i]
	}
	made := map[string]string{} // speakers
	says := func(act values, q *network.Passage) values {
		if s := speaker[q.Speaker]; s.Kind != network.Article {
			act["manner"] = q.Manner
			if made[s.ID] != "" {
				act["speaker"] = made[s.ID]
			} else {
				act["speaker"] = values{"label": s.Label, "kind": s.Kind}
				made[s.ID] = "?"
			}
		}
		return act
	}
	learn := func() {
		for _, o := range p.view.Nodes {
			for id, n := range label {
				if n.Label == o.Label {
					node[id] = o.ID
				}
			}
		}
		for _, o := range p.view.Speakers {
			for id, s := range speaker {
				if s.Label == o.Label {
					made[id] = o.ID
				}
			}
		}
	}
	end := func(id string) any {
		if node[id] != "" {
			return node[id]
		}
		return values{"label": label[id].Label, "kind": label[id].Kind}
	}
	for i := range want.Relations[:most] {
		r := &want.Relations[i]
		first := passage[r.Passages[0]]
		act := values{"do": "relation", "selection": p.words(first.Selector.Exact), "from": end(r.From), "to": end(r.To), "kind": r.Kind, "verb": r.Verb, "status": r.Status, "inference": r.Inference, "note": r.Note, "past": r.Past, "open": r.Open}
		a := p.do(says(act, first))
		id := a.Made[len(a.Made)-1]
		learn()
		for _, more := range r.Passages[1:] {
			q := passage[more]
			p.do(says(values{"do": "cite", "id": id, "selection": p.words(q.Selector.Exact)}, q))
			learn()
		}
		if d := r.Period; d != nil {
			value := values{"edtf": d.EDTF, "means": d.Means, "words": d.Words, "note": d.Note}
			if d.Resolved {
				value["resolved"] = true
			}
			p.do(values{"do": "set", "id": id, "field": "period", "value": value})
		}
	}
	d, err := file.ReadDraft("made", []byte(p.text))
	if err != nil {
		t.Fatal(err)
	}
	article, diagnostics := file.ReadArticle("article.txt", []byte(p.article))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	if _, diagnostics := d.CheckQuotes(file.Articles{"article": article}); diagnostics != nil {
		t.Fatal(diagnostics)
	}
	got, wanted := claims(t, d.Network, most), claims(t, want, most)
	for i := range wanted {
		if !slices.Equal(got[i], wanted[i]) {
			t.Errorf("claim %d:\n got %q\nwant %q", i, got[i], wanted[i])
		}
	}
}
