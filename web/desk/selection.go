package desk

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
)

// Selection is a selected range of an article.
type Selection struct {
	Source      string `json:"source"` // id; "" for the first with a text
	Paragraph   int    `json:"paragraph"`
	From        int    `json:"from"`
	ToParagraph int    `json:"toParagraph"` // 0: the same
	To          int    `json:"to"`
}

// Selected is the result of “select”.
type Selected struct {
	Source    string   `json:"source"`
	Paragraph int      `json:"paragraph"`
	From      int      `json:"from"` // without white space around
	To        int      `json:"to"`
	Quote     string   `json:"quote"`
	Prefix    string   `json:"prefix"`
	Suffix    string   `json:"suffix"`
	Passage   string   `json:"passage,omitempty"` // id of one with just these words
	Problem   string   `json:"problem,omitempty"` // why they can't be cited
	Names     []string `json:"names"`             // ids of nodes that they name
	Named     []Named  `json:"named"`             // the names in them, in order, each once
	Suggest   Suggest  `json:"suggest"`
}

// Named is a name in selected words: a node's, or one that the network lacks.
type Named struct {
	ID    string `json:"id,omitempty"`
	Label string `json:"label,omitempty"`
}

// Suggest is a suggestion of package suggest.
type Suggest struct {
	Status  string            `json:"status"` // "" if they don't settle it
	Reason  string            `json:"reason"`
	Denial  bool              `json:"denial"`
	Manner  string            `json:"manner"`
	Speaker *SuggestedSpeaker `json:"speaker,omitempty"`
	Date    *Date             `json:"date,omitempty"`
}

// SuggestedSpeaker is the likely speaker of the words.
type SuggestedSpeaker struct {
	ID    string `json:"id"`   // of a speaker; "" if there is none of the name
	Node  string `json:"node"` // id of the node of the name; "" if there is none
	Label string `json:"label"`
}

// quote is a selected range, located in its article.
type quote struct {
	file.Range
	source string
	text   *text
	file.Selection
}

// longestQuote is how many characters a passage may have.
const longestQuote = 400

// find locates a selection and trims white space around it.
func (rd *reading) find(s Selection) (*quote, error) {
	if rd.document == nil {
		return nil, message.Errorf("the text can't be read yet")
	}
	source := s.Source
	if source == "" {
		for _, o := range rd.document.Network.Sources {
			if rd.articles[o.ID] != nil {
				source = o.ID
				break
			}
		}
	}
	t := rd.textOf(source)
	if t == nil {
		return nil, message.Errorf("the network names no source with this article; write “text: ” with its file’s name in “sources”")
	}
	paragraphs := t.article.Paragraphs
	if s.Paragraph < 1 || s.Paragraph > len(paragraphs) {
		return nil, message.Errorf("the article has no paragraph %d", s.Paragraph)
	}
	if s.ToParagraph != 0 && s.ToParagraph != s.Paragraph {
		return nil, message.Errorf("a passage must be within one paragraph; select words of one")
	}
	whole := paragraphs[s.Paragraph-1].Text
	from, to := byteAt(whole, s.From), byteAt(whole, s.To)
	if from > to {
		from, to = to, from
	}
	words := strings.TrimSpace(whole[from:to])
	if words == "" {
		return nil, message.Errorf("select some words")
	}
	from += strings.Index(whole[from:to], words)
	q := &quote{Range: file.Range{Paragraph: s.Paragraph - 1, From: from, To: from + len(words)}, source: source, text: t}
	q.Selection, _ = t.article.SelectAt(q.Range)
	return q, nil
}

// problem returns an error if the words can't be cited.
func (q *quote) problem() error {
	switch n := utf8.RuneCountInString(q.Selector.Exact); {
	case n > longestQuote:
		return message.Errorf("%d characters are selected, and a passage has at most %d; select only the words that support the claim", n, longestQuote)
	case !q.Alone:
		return message.Errorf("these words are in the article more than once, and the words around them are the same; select more of the sentence")
	}
	return nil
}

// passageAt returns the id of the passage with exactly these words and the speaker,
// or with any speaker; "" if there is none.
func (rd *reading) passageAt(q *quote, speaker string, anybody bool) string {
	n := rd.document.Network
	for i := range n.Passages {
		p := &n.Passages[i]
		if p.Source != q.source || p.Selector.Exact != q.Selector.Exact || !anybody && p.Speaker != speaker {
			continue
		}
		if at, ok := rd.rangeOf(p); ok && at == q.Range {
			return p.ID
		}
	}
	return ""
}

// Select describes the selected words and suggests fields of a claim.
func (rd *reading) Select(s Selection) (*Selected, error) {
	q, err := rd.find(s)
	if err != nil {
		return &Selected{Problem: rd.translated(err).Error(), Names: []string{}, Named: []Named{}}, nil
	}
	c := counter{text: q.text.article.Paragraphs[q.Range.Paragraph].Text}
	o := &Selected{
		Source: q.source, Paragraph: q.Selection.Paragraph, From: c.unitAt(q.From), To: c.unitAt(q.To),
		Quote: q.Selector.Exact, Prefix: q.Selector.Prefix, Suffix: q.Selector.Suffix,
		Passage: rd.passageAt(q, "", true), Names: []string{}, Named: []Named{},
	}
	if problem := q.problem(); problem != nil {
		o.Problem = rd.translated(problem).Error()
	}
	names := rd.suggested(q.text, q.Range.Paragraph)
	for _, n := range names {
		if n.Start >= q.To || n.End <= q.From {
			continue
		}
		name := Named{ID: cmp.Or(n.Node, suggest.Surname(rd.document.Network, n.Text))}
		if name.ID == "" {
			name.Label = n.Text
		}
		if !slices.Contains(o.Named, name) {
			o.Named = append(o.Named, name)
		}
		if n.Node != "" && !slices.Contains(o.Names, n.Node) {
			o.Names = append(o.Names, n.Node)
		}
	}
	g := suggest.Of(rd.document.Network, q.source, q.text.article, q.Range.Paragraph, q.From, q.To, names)
	o.Suggest = Suggest{Status: string(g.Status), Reason: g.Reason, Denial: g.Denial, Manner: string(g.Manner)}
	if g.Speaker.Label != "" {
		o.Suggest.Speaker = &SuggestedSpeaker{g.Speaker.ID, g.Speaker.Node, g.Speaker.Label}
	}
	if g.Date.Words != "" {
		o.Suggest.Date = &Date{g.Date.EDTF, string(g.Date.Means), g.Date.Words}
	}
	return o, nil
}
