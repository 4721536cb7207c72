package edit

import (
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/slip"
	"proxynet/network/message"
)

// Fix fills in what can be computed: EDTF for dates in words and, if the articles
// are given, the paragraphs of passages, the article's own quotation marks and
// dashes, the prefix or suffix that makes a quote unique, and words in place of
// paragraph numbers in “accept”. It leaves everything ambiguous as it is.
func Fix(data []byte, articles file.Articles) (Change, error) { return Of(data).Fix(articles, "") }

// Fix is [Fix] of a file that was read. Given the id of a passage, it writes what
// can be computed of that alone.
func (f *File) Fix(articles file.Articles, only string) (Change, error) {
	o, err := f.begin()
	if err != nil {
		return Change{}, err
	}
	if o.Document == nil {
		return Change{}, ErrNotYAML
	}
	x, done := fixing{o}, make(map[file.Spot]bool)
	for _, d := range o.Document.Dates {
		if only == "" && !done[d.Spot] { // aliases share one text
			done[d.Spot] = true
			x.date(d, articles)
		}
	}
	reliable := make(map[string]bool)
	numbers := make(map[string]bool) // by source: whether to write paragraph numbers
	for source, a := range articles {
		if a != nil {
			reliable[source] = a.Reliable(o.Document.Network.Passages, source)
			numbers[source] = reliable[source] || x.numbersLast(source, a)
		}
	}
	for i := range o.Document.Network.Passages {
		p := &o.Document.Network.Passages[i]
		if a := articles[p.Source]; a != nil && (only == "" || p.ID == only) {
			if err := x.passage(p, a, reliable[p.Source], numbers[p.Source]); err != nil {
				return Change{}, err
			}
		}
	}
	for i := range o.Document.Accepted {
		if only != "" {
			break
		}
		x.accepted(&o.Document.Accepted[i], articles, reliable)
	}
	return o.change()
}

// fixing is an operation that corrects what can be computed.
type fixing struct{ *operation }

// numbersLast reports whether paragraph numbers that have moved may be updated. They
// may not while only its old number identifies one of the passages.
func (o fixing) numbersLast(source string, a *file.Article) bool {
	var unclear []string
	for i := range o.Document.Network.Passages {
		p := &o.Document.Network.Passages[i]
		if p.Source != source || p.Paragraph == 0 {
			continue
		}
		if _, found := a.Locate(p, false); !found && len(a.Select(p.Selector.Exact)) > 1 {
			unclear = append(unclear, p.ID)
		}
	}
	if unclear != nil {
		o.remark(message.New("paragraph numbers of %s were left unchanged: paragraphs have moved, and the article contains the words of %s more than once; add a prefix or suffix, then run this again",
			source, message.Strings(unclear)))
	}
	return unclear == nil
}

// date writes a date as EDTF, with the article's words for it if they are in a
// paragraph that the record cites.
func (o fixing) date(d file.WrittenDate, articles file.Articles) {
	n := o.at[d.Spot]
	if n == nil {
		return
	}
	means := ""
	if d.Date.Means != "" {
		means = string(d.Date.Means)
	}
	from, to := o.offset(n), o.end(n)
	if d.Inside {
		text := d.Date.EDTF
		record := o.in[n].parent
		if _, said := field(record, "means"); said == nil && means != "" {
			e := o.addField(record, "edtf", "means", means)
			if e.From == to { // the record is in braces
				text += e.Text
			} else {
				o.edits = append(o.edits, e)
			}
		}
		o.edits = append(o.edits, Edit{from, to, text})
		return
	}
	parts := []string{"edtf: " + d.Date.EDTF}
	if means != "" {
		parts = append(parts, "means: "+means)
	}
	words := o.articleWords(d, articles)
	switch {
	case words != "":
		parts = append(parts, "words: "+file.Scalar(words))
	case d.Left != "":
		parts = append(parts, "note: "+file.Scalar("“"+d.Text+"”"))
		o.remark(message.New("line %d: %s: EDTF can’t express “%s”; “%s” was put into a note", d.Spot.Line, d.ID, d.Left, d.Text))
	}
	text := d.Date.EDTF
	if len(parts) > 1 {
		text = "{" + strings.Join(parts, ", ") + "}"
	}
	o.edits = append(o.edits, Edit{from, to, text})
}

// articleWords returns a date's words as the article writes them in a paragraph
// that the record cites, or "" if no such paragraph has them.
func (o fixing) articleWords(d file.WrittenDate, articles file.Articles) string {
	n := o.Document.Network
	var evidence []string
	for i := range n.Relations {
		if n.Relations[i].ID == d.ID {
			evidence = n.Relations[i].Passages
		}
	}
	for i := range n.Events {
		if n.Events[i].ID == d.ID {
			evidence = n.Events[i].Passages
		}
	}
	for i := range n.Passages {
		p := &n.Passages[i]
		a := articles[p.Source]
		if a == nil || !slices.Contains(evidence, p.ID) {
			continue
		}
		at, ok := a.Locate(p, true)
		if !ok {
			continue
		}
		for _, s := range a.Select(d.Text) {
			if s.Paragraph == at.Paragraph {
				return s.Selector.Exact
			}
		}
	}
	return ""
}

// passage fills in or corrects a passage from the article.
func (o fixing) passage(p *network.Passage, a *file.Article, reliable, numbers bool) error {
	d, ok := o.Declared[p.ID]
	if !ok {
		return nil
	}
	record, err := o.record(d)
	if err != nil {
		return err
	}
	at, found := a.Locate(p, reliable)
	if !found {
		return nil // check reports it
	}
	after := "id" // the field after which to add others
	number := func(name string, want int) {
		_, v := field(record, name)
		if numbers && v != nil && v.Value != strconv.Itoa(want) {
			o.edits = append(o.edits, Edit{o.offset(v), o.end(v), strconv.Itoa(want)})
		}
	}
	if _, v := field(record, "paragraph"); v == nil {
		o.edits = append(o.edits, o.addField(record, after, "paragraph", strconv.Itoa(at.Paragraph)))
	}
	number("paragraph", at.Paragraph)
	number("start", at.Start)
	if _, v := field(record, "exact"); v != nil && at.Selector.Exact != p.Selector.Exact {
		o.edits = append(o.edits, Edit{o.offset(v), o.end(v), slip.Quote(at.Selector.Exact)})
	}
	for _, c := range []struct{ name, old, new string }{
		{"prefix", p.Selector.Prefix, at.Selector.Prefix},
		{"suffix", p.Selector.Suffix, at.Selector.Suffix},
	} {
		if c.old != "" || c.new == "" {
			continue
		}
		o.edits = append(o.edits, o.addField(record, "exact", c.name, slip.Quote(c.new)))
	}
	return nil
}

// accepted replaces the number of an accepted paragraph by words of it. If numbers
// have moved, it asks the author to.
func (o fixing) accepted(a *file.Accepted, articles file.Articles, reliable map[string]bool) {
	if a.Words != "" || !a.ByNumber() {
		return
	}
	source, number, _ := strings.Cut(a.Of, "paragraph-")
	source = strings.TrimSuffix(source, "-")
	if sources := o.Document.Network.Sources; source == "" && len(sources) == 1 {
		source = sources[0].ID
	}
	article := articles[source]
	k, err := strconv.Atoi(number)
	value := o.at[a.Spot]
	if article == nil || err != nil || k < 1 || k > len(article.Paragraphs) || value == nil {
		return
	}
	if !reliable[source] {
		o.remark(message.New("line %d: %s may now be a different paragraph; identify it by its words: {rule: %s, words: …}", a.Line, a.Of, a.Rule))
		return
	}
	key, _ := field(o.in[value].parent, "of")
	words := article.Identifying(strings.TrimSpace(article.Paragraphs[k-1].Text))
	if key == nil || !article.Once(words) {
		return
	}
	o.edits = append(o.edits, Edit{o.start(key), o.end(value), "words: " + file.Scalar(words)})
}
