package desk

import (
	"cmp"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/datetext"
	"proxynet/network/file/edit"
	"proxynet/network/message"
)

// dateAct gives records their dates.
type dateAct struct{ *change }

// dated returns a date as YAML, with the article's words for it if any: those that are
// given, or else the text itself if the paragraph of the quote has it.
func (c dateAct) dated(text, words string, q *quote) (string, error) {
	if words == "" && q != nil && strings.Contains(q.text.article.Paragraphs[q.Range.Paragraph].Text, text) {
		words = text
	}
	lang := c.n.Lang
	for _, s := range c.n.Sources {
		if q != nil && s.ID == q.source {
			lang = s.Lang
		}
	}
	d, err := file.ParseDate(text)
	means := c.Means
	if err != nil {
		read, unclear := datetext.Read(text, lang)
		if unclear != nil {
			return "", message.Errorf("the date “%s” can't be read: %w", text, unclear)
		}
		if d, err = file.ParseDate(read.EDTF); err != nil {
			return "", message.Errorf("the date “%s”: %w", text, err)
		}
		means = cmp.Or(means, string(read.Means))
	}
	if means == "" && words == "" {
		return d.EDTF, nil // which needs no quotation marks
	}
	fields := []edit.Field{{Name: "edtf", Value: d.EDTF}}
	if means != "" {
		fields = append(fields, edit.Text("means", means))
	}
	if words != "" {
		fields = append(fields, edit.Text("words", words))
	}
	return edit.Record(fields...), nil
}

func (c dateAct) date() error {
	words, passage := c.Words, ""
	var q *quote
	if c.Selection != nil {
		var err error
		if q, err = c.e.find(*c.Selection); err != nil {
			return err
		}
		words = q.Selector.Exact
		if !c.citesParagraph(q) {
			if passage, _, err = c.passage(); err != nil {
				return err
			}
			c.Append(c.ID, "passages", file.Scalar(passage))
		}
	}
	field := "period"
	switch recordOf(c.n, c.ID).(type) {
	case *network.Event, *network.Source:
		field = "date"
	}
	value, err := c.dated(cmp.Or(c.Date, words), words, q)
	if err != nil {
		return err
	}
	c.Set(c.ID, field, value)
	return nil
}

// citesParagraph reports whether the record of the act cites the paragraph of selected words.
func (c dateAct) citesParagraph(q *quote) bool {
	cited := citedOf(c.n, c.ID)
	return slices.ContainsFunc(c.n.Passages, func(p network.Passage) bool {
		return p.Source == q.source && p.Paragraph == q.Selection.Paragraph && slices.Contains(cited, p.ID)
	})
}
