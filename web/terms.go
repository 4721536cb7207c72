package web

import (
	"fmt"
	"html/template"

	"proxynet/network"
	"proxynet/web/language"
)

// labels returns the labels that a network declares, by the keys of the strings
// that they replace.
func labels(v *network.Vocabulary) map[string]network.Label {
	all := map[string]network.Label{}
	if v == nil {
		return all
	}
	for _, t := range v.Nodes {
		all["kind."+string(t.Kind)] = t.Label
	}
	for _, t := range v.Families {
		all["family."+string(t.Family)] = t.Label
	}
	for _, t := range v.Relations {
		all["relation."+string(t.Kind)] = t.Label
	}
	for _, t := range v.Facts {
		all["fact."+string(t.Kind)] = t.Label
	}
	return all
}

// speaking returns a language with the terms of a network: the labels of its
// kinds, and what its chains are called.
func speaking(l *language.Language, n *network.Network) *language.Language {
	v := n.Vocabulary
	if v == nil {
		return l
	}
	in := func(label network.Label) string {
		text, _ := label.In(l.Tag, n.Lang, language.Fallback)
		return text
	}
	own := map[string]string{}
	for key, label := range labels(v) {
		if text := in(label); text != "" {
			own[key] = text
		}
	}
	if v.Chain != nil {
		one := in(v.Chain.One)
		l = l.Renamed("chained", "chain", one, "chains", in(v.Chain.Other), "Chain", opening(one))
	}
	return l.With(own)
}

// termLang returns the language of the words for a kind, family or fact where the
// page has another, else "". A network may declare a term in its own language only.
func (w words) termLang(group, name string) string {
	label := labels(w.network.Vocabulary)[group+"."+name]
	from := w.network.Lang
	if w.network.Translated != nil {
		from = w.network.Translated.From
	}
	_, lang := label.In(w.Tag, from, language.Fallback)
	return w.foreign(lang)
}

// term returns the words for a kind, family or fact as markup, marked as their
// language where the page has another.
func (w words) term(group string, name any) any {
	id := fmt.Sprint(name)
	text, lang := w.of(group, id), w.termLang(group, id)
	if lang == "" {
		return text
	}
	return template.HTML("<bdi" + string(langAttr(lang)) + ">" + template.HTMLEscapeString(text) + "</bdi>")
}
