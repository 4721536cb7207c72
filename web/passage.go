package web

import (
	"cmp"
	"slices"

	"proxynet/network"
)

// paragraph is the passages of one paragraph of a source.
type paragraph struct {
	Source   network.Source
	Number   int
	Heading  *origin // the source, at its first paragraph if the network has several sources
	Passages []citedPassage
}

// paragraphs lists the passages as the sources have them, top to bottom.
func (x entryBuilder) paragraphs() []paragraph {
	order := map[string]int{}
	for i, s := range x.Sources {
		order[s.ID] = i
	}
	passages := slices.Clone(x.Passages)
	slices.SortStableFunc(passages, func(a, b network.Passage) int {
		return cmp.Or(
			cmp.Compare(order[a.Source], order[b.Source]),
			cmp.Compare(a.Paragraph, b.Paragraph),
			cmp.Compare(start(a), start(b)),
		)
	})
	var list []paragraph
	for _, p := range passages {
		if n := len(list); n == 0 || list[n-1].Source.ID != p.Source || list[n-1].Number != p.Paragraph {
			next := paragraph{Source: x.source(p.Source), Number: p.Paragraph}
			if len(x.Sources) > 1 && (n == 0 || list[n-1].Source.ID != p.Source) {
				next.Heading = &origin{Source: next.Source}
			}
			list = append(list, next)
		}
		last := &list[len(list)-1]
		last.Passages = append(last.Passages, citedPassage{x.quote(p), x.cites[p.ID]})
	}
	return list
}

func start(p network.Passage) int {
	if p.Position == nil {
		return 0
	}
	return p.Position.Start
}
