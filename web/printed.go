package web

import (
	"encoding/json"
	"fmt"
	"strings"
)

// printed is the data of the list of claims and passages that an article with an embed
// prints, in the language of the page; web/embed/claims.js makes the list.
type printed struct {
	Lang            string           `json:"lang"`
	Title           string           `json:"title"`
	Source          string           `json:"source"`
	ClaimsHeading   string           `json:"claimsHeading"`
	PassagesHeading string           `json:"passagesHeading"`
	Claims          []printedClaim   `json:"claims"`
	Passages        []printedPassage `json:"passages"`
}

type printedClaim struct {
	Text     string `json:"text"`
	Standing string `json:"standing"`
	Passages []int  `json:"passages"` // numbers, from 1
}

type printedPassage struct {
	Text string `json:"text"`
	By   string `json:"by"`
	Lang string `json:"lang"` // if it differs from the page's
}

// printed returns the list of claims as JSON.
func (e *evidence) printed(w words) ([]byte, error) {
	list := printed{
		Lang: w.Tag, Title: e.Network.Heading(), Source: e.sourceLine(w),
		ClaimsHeading: w.Say("evidence.relations"), PassagesHeading: w.Say("evidence.passages"),
		Claims: []printedClaim{}, Passages: []printedPassage{},
	}
	number := map[string]int{}
	for _, p := range e.Paragraphs {
		for _, cited := range p.Passages {
			q := cited.Quote
			list.Passages = append(list.Passages, printedPassage{quoted(q.Text), q.by(w), w.other(q.Lang)})
			number[q.ID] = len(list.Passages)
		}
	}
	numbers := func(groups ...[]quote) []int {
		all := []int{}
		for _, quotes := range groups {
			for _, q := range quotes {
				all = append(all, number[q.ID])
			}
		}
		return all
	}
	for _, f := range e.Families {
		for _, r := range f.Relations {
			standing := []string{r.Standing}
			if r.Inference != "" {
				standing = append(standing, w.Say("evidence.our-reading")+" "+r.Inference)
			}
			if against := r.Dispute.Against; against != nil {
				var denials []string
				var quotes []quote
				for _, d := range against {
					denials = append(denials, d.Text)
					quotes = append(quotes, d.Quotes...)
				}
				standing = append(standing, strings.Join(denials, "; ")+cite(numbers(quotes)))
			}
			for _, stage := range r.Dispute.Legal {
				standing = append(standing, stage.Text)
			}
			list.Claims = append(list.Claims, printedClaim{r.Sentence, sentences(standing), numbers(r.Quotes, r.Dispute.More)})
		}
	}
	return json.Marshal(list)
}

// sentences joins texts, some of which end with a full stop.
func sentences(texts []string) string {
	for i := range len(texts) - 1 {
		texts[i] = strings.TrimSuffix(texts[i], ".")
	}
	return strings.Join(texts, ". ")
}

// cite returns the numbers of passages in brackets, "" for none.
func cite(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	return " [" + strings.ReplaceAll(strings.Trim(fmt.Sprint(numbers), "[]"), " ", ", ") + "]"
}

// sourceLine returns the line about the sources beneath the page's heading, as text.
func (e *evidence) sourceLine(w words) string {
	if len(e.Origins) > 2 {
		return w.Say("page.from-several", "n", len(e.Origins))
	}
	var lines []string
	for _, o := range e.Origins {
		parts := []string{w.Say("page.from", "title", w.marked(o.Lang, o.Title))}
		if o.Author != "" {
			parts = append(parts, w.Say("page.by", "author", o.Author))
		}
		if o.Publisher != "" {
			parts = append(parts, o.Publisher)
		}
		if o.Date != nil {
			day := o.Date.Text
			if o.Date.Resolved {
				day += " " + w.Say("page.date-worked-out")
			}
			parts = append(parts, day)
		}
		lines = append(lines, strings.Join(parts, w.Say("evidence.comma")))
	}
	return strings.Join(lines, "; ")
}

// by returns who says a passage, and where it is, as text.
func (q quote) by(w words) string {
	comma := w.Say("evidence.comma")
	who := q.Speaker.Text
	if q.Manner != "" {
		who += comma + q.Manner
	}
	if q.Via != nil {
		who += comma + w.Say("evidence.through", "speaker", q.Via.Text)
	}
	return strings.Join([]string{who, w.Say("evidence.at-paragraph", "n", q.Paragraph), q.Publisher}, " · ")
}
