package file

import "proxynet/network"

// Coverage lists the paragraphs of an article that are quoted.
type Coverage struct {
	Source     string `json:"source"`  // id
	Article    string `json:"article"` // name of its file
	Paragraphs int    `json:"paragraphs"`
	Uncited    []int  `json:"uncited"` // paragraphs that no passage quotes
}

func newCoverage(source string, a *Article, passages []network.Passage) Coverage {
	cited := make(map[int]bool)
	for _, p := range passages {
		if p.Source == source {
			cited[p.Paragraph] = true
		}
	}
	c := Coverage{Source: source, Article: a.Name, Paragraphs: len(a.Paragraphs), Uncited: []int{}}
	for _, p := range a.Paragraphs {
		if !cited[p.Number] {
			c.Uncited = append(c.Uncited, p.Number)
		}
	}
	return c
}
