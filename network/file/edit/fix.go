package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
)

// Fix writes what can be computed: EDTF for dates as people write them; with the
// articles, also the paragraphs of passages, the article's own quotation marks and
// dashes, the prefix or suffix that tells a quote apart, and words in place of
// paragraph numbers in “accept”. What can't be told it leaves alone.
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
	done := make(map[file.Spot]bool)
	for _, d := range o.Document.Dates {
		if only == "" && !done[d.Spot] { // an alias stands for the same text
			done[d.Spot] = true
			o.date(d, articles)
		}
	}
	reliable := make(map[string]bool)
	numbers := make(map[string]bool) // by source: they are written
	for source, a := range articles {
		if a != nil {
			reliable[source] = a.Reliable(o.Document.Network.Passages, source)
			numbers[source] = reliable[source] || o.numbersLast(source, a)
		}
	}
	for i := range o.Document.Network.Passages {
		p := &o.Document.Network.Passages[i]
		if a := articles[p.Source]; a != nil && (only == "" || p.ID == only) {
			if err := o.passage(p, a, reliable[p.Source], numbers[p.Source]); err != nil {
				return Change{}, err
			}
		}
	}
	for i := range o.Document.Accepted {
		if only != "" {
			break
		}
		o.accepted(&o.Document.Accepted[i], articles, reliable)
	}
	return o.change()
}

// numbersLast reports whether numbers may be written although they have moved: not
// while a passage depends on its old one, which would then pass for a new one.
func (o *operation) numbersLast(source string, a *file.Article) bool {
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
		o.remark("no paragraph numbers of %s are written: they have moved, and the words of %s stand more than once; add a prefix or suffix to tell them apart, and run this again",
			source, strings.Join(unclear, ", "))
	}
	return unclear == nil
}

// date writes a date as EDTF, with the article's words for it if one of the
// paragraphs has them that its record cites.
func (o *operation) date(d file.WrittenDate, articles file.Articles) {
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
			if e.From == to { // in braces it follows at once
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
		o.remark("line %d: %s: EDTF has no sign for “%s”; a note keeps “%s”", d.Spot.Line, d.ID, d.Left, d.Text)
	}
	text := d.Date.EDTF
	if len(parts) > 1 {
		text = "{" + strings.Join(parts, ", ") + "}"
	}
	o.edits = append(o.edits, Edit{from, to, text})
}

// articleWords returns the words of the article that a date has, as they stand in
// a paragraph that its record cites; "" where none has them.
func (o *operation) articleWords(d file.WrittenDate, articles file.Articles) string {
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

// passage writes what the article says of a passage.
func (o *operation) passage(p *network.Passage, a *file.Article, reliable, numbers bool) error {
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
		return nil // check says what is wrong with it
	}
	after := "id" // the field behind which others are added
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
		o.edits = append(o.edits, Edit{o.offset(v), o.end(v), quoted(at.Selector.Exact)})
	}
	for _, c := range []struct{ name, old, new string }{
		{"prefix", p.Selector.Prefix, at.Selector.Prefix},
		{"suffix", p.Selector.Suffix, at.Selector.Suffix},
	} {
		if c.old != "" || c.new == "" {
			continue
		}
		o.edits = append(o.edits, o.addField(record, "exact", c.name, quoted(c.new)))
	}
	return nil
}

// quoted returns a quote as YAML, in double quotation marks: every space counts.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// accepted writes words in place of the number of a paragraph. Where numbers have
// moved, it is for the author to say which paragraph was meant.
func (o *operation) accepted(a *file.Accepted, articles file.Articles, reliable map[string]bool) {
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
		o.remark("line %d: %s may be another paragraph by now: write its words, such as {rule: %s, words: …}", a.Line, a.Of, a.Rule)
		return
	}
	key, _ := field(o.in[value].parent, "of")
	words := article.Telling(strings.TrimSpace(article.Paragraphs[k-1].Text))
	if key == nil || !article.Once(words) {
		return
	}
	o.edits = append(o.edits, Edit{o.start(key), o.end(value), "words: " + file.Scalar(words)})
}

// Describe counts what edits do, for a message.
func (c Change) Describe() string {
	if len(c.Edits) == 1 {
		return "1 edit"
	}
	return fmt.Sprintf("%d edits", len(c.Edits))
}
