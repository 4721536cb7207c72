package web

import (
	"fmt"
	"html/template"

	"proxynet/network"
	"proxynet/web/language"
)

// speaking returns a language with the terms of a network: the labels of its kinds, and
// the name of its chains.
func speaking(l *language.Language, n *network.Network) *language.Language {
	v := n.Vocabulary
	if v == nil {
		return l
	}
	in := func(label network.Label) string {
		text, _ := label.In(l.Tag, termsLang(n), language.Fallback)
		return text
	}
	own := map[string]string{}
	for key, label := range v.Labels() {
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

// termLang returns the language of the words for a kind, family or fact if it differs
// from the page's, otherwise "". A network may declare a term in its own language only.
func (w words) termLang(group, name string) string {
	label := w.network.Vocabulary.Labels()[group+"."+name]
	_, lang := label.In(w.Tag, termsLang(w.network), language.Fallback)
	return w.foreign(lang)
}

// termsLang returns the language in which a network declares its terms: its own before
// it was translated.
func termsLang(n *network.Network) string {
	if n.Translated != nil {
		return n.Translated.From
	}
	return n.Lang
}

// term returns the words for a kind, family or fact as markup, with their language if
// it differs from the page's.
func (w words) term(group string, name any) any {
	id := fmt.Sprint(name)
	text, lang := w.of(group, id), w.termLang(group, id)
	if lang == "" {
		return text
	}
	return template.HTML("<bdi" + string(langAttr(lang)) + ">" + template.HTMLEscapeString(text) + "</bdi>")
}
