package web

import (
	"proxynet/network"
	"proxynet/web/language"
)

// speaking returns a language with the terms of a network: the labels of its
// kinds, and what its chains are called.
func speaking(l *language.Language, n *network.Network) *language.Language {
	v := n.Vocabulary
	if v == nil {
		return l
	}
	own := map[string]string{}
	in := func(label network.Label) string {
		text, _ := label.In(l.Tag, n.Lang, language.Fallback)
		return text
	}
	add := func(key string, label network.Label) {
		if text := in(label); text != "" {
			own[key] = text
		}
	}
	for _, t := range v.Nodes {
		add("kind."+string(t.Kind), t.Label)
	}
	for _, t := range v.Families {
		add("family."+string(t.Family), t.Label)
	}
	for _, t := range v.Relations {
		add("relation."+string(t.Kind), t.Label)
	}
	for _, t := range v.Facts {
		add("fact."+string(t.Kind), t.Label)
	}
	if v.Chain != nil {
		one := in(v.Chain.One)
		l = l.Renamed("chained", "chain", one, "chains", in(v.Chain.Other), "Chain", opening(one))
	}
	return l.With(own)
}

// foreignTerm returns the language of a declared term on the page, where that is
// another than the page's; "" for a built-in term.
func (x *index) foreignTerm(l network.Label) string {
	if _, lang := l.In(x.words.Tag, x.original.Lang, language.Fallback); lang != x.words.Tag {
		return lang
	}
	return ""
}
