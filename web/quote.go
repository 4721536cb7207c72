package web

import (
	"proxynet/network"
	"proxynet/web/language"
)

// quote is a passage for display: verbatim, with its speaker and place.
type quote struct {
	ID        string
	Text      string
	Lang      string // of the passage
	Page      *language.Language
	Speaker   link
	Manner    string // "quoted", "paraphrased", or "" for the source's own voice
	Via       *link
	Paragraph int
	Publisher string
	Heading   *origin // the source, at the first of its passages if the network has several sources
}

func (x *index) quote(p network.Passage) quote {
	s := x.source(p.Source)
	q := quote{
		ID: p.ID, Text: p.Selector.Exact, Lang: s.Lang, Page: x.words.Language,
		Speaker: x.speakerLink(p.Speaker), Manner: x.words.manner(p.Manner),
		Paragraph: p.Paragraph, Publisher: s.Publisher,
	}
	if q.Publisher == "" {
		q.Publisher = s.Title
	}
	if p.Via != "" && p.Via != p.Speaker {
		via := x.speakerLink(p.Via)
		q.Via = &via
	}
	return q
}

// quotes returns passages in the given order or, if the network has several sources,
// source by source.
func (x *index) quotes(passages []string) []quote {
	var list []quote
	if len(x.Sources) < 2 {
		for _, id := range passages {
			list = append(list, x.quote(x.passage(id)))
		}
		return list
	}
	for _, s := range x.Sources {
		heading := &origin{Source: s}
		for _, id := range passages {
			if p := x.passage(id); p.Source == s.ID {
				q := x.quote(p)
				q.Heading, heading = heading, nil
				list = append(list, q)
			}
		}
	}
	return list
}
