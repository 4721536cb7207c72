package web

import (
	"html/template"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/web/language"
)

// words holds the strings of a page in its language.
type words struct {
	*language.Language
	network *network.Network // in the page's language as far as it is translated; nil on a page of several networks
}

// foreign returns a language where the page has another, else "".
func (w words) foreign(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if base == "" || base == w.Tag {
		return ""
	}
	return lang
}

// other returns a language unless it is exactly the page's, for which elements have no
// lang attribute.
func (w words) other(lang string) string {
	if strings.EqualFold(lang, w.Tag) {
		return ""
	}
	return lang
}

// in returns the language of a text of the network where the page has another,
// else "": see [network.Text].
func (w words) in(id, field string) string {
	if w.network == nil {
		return ""
	}
	return w.foreign(w.network.LangOf(id, field))
}

// translated reports whether any text of the network is translated.
func (w words) translated() bool { return w.network != nil && w.network.Translated != nil }

// sourceLang returns the language of a source's own words, such as those of a date,
// where the page has another, else "".
func (w words) sourceLang() string {
	if w.network == nil || len(w.network.Sources) == 0 {
		return ""
	}
	return w.foreign(w.network.Sources[0].Lang)
}

// funcs are the functions of templates that depend on the languages. Markup in
// placeholders comes from the templates of in.
func (w words) funcs(in *template.Template) template.FuncMap {
	return template.FuncMap{
		"markup": func(name string, data any) (template.HTML, error) {
			var b strings.Builder
			err := in.ExecuteTemplate(&b, name, data)
			return template.HTML(b.String()), err
		},
		"say":        w.say,
		"in":         w.in,
		"sourceLang": w.sourceLang,
		"term":       w.term,
		"foreign":    w.foreign,
		"other":      w.other,
		"translated": w.translated,
		"marked":     w.marked,
		"page":       func() string { return w.Tag },
		"number":     func(n int) string { return w.Number(n) },
	}
}

// of returns the string of a kind, family, status or the like; "" if there is none.
func (w words) of(group, name string) string {
	if name == "" {
		return ""
	}
	return w.Say(group + "." + name)
}

// say is the template function for strings. If a value is markup, the other values are
// escaped; a test checks that no string contains markup.
func (w words) say(key string, values ...any) any {
	isHTML := func(v any) bool { _, ok := v.(template.HTML); return ok }
	if !slices.ContainsFunc(values, isHTML) {
		return w.Say(key, values...)
	}
	values = slices.Clone(values)
	for i, v := range values {
		if s, ok := v.(string); ok {
			values[i] = template.HTMLEscapeString(s)
		}
	}
	return template.HTML(w.Say(key, values...))
}

// mark returns a few words on how firm a relation is; "" if the source states it in its
// own voice.
func (w words) mark(s network.Status) string {
	if s == network.Stated {
		return ""
	}
	return w.of("mark", string(s))
}

// manner returns how a passage gives its speaker's words, in words; "" for the source's own
// voice.
func (w words) manner(m network.Manner) string {
	if m == network.Own {
		return ""
	}
	return w.of("manner", string(m))
}

// marked puts a text of another language, or of the page's if lang is "", in the
// quotation marks of its language: they belong to it when lines break.
func (w words) marked(lang, text string) string {
	in := w.Language
	if lang != "" {
		in = language.Of(lang)
	}
	return in.Say("panel.source-title", "title", text)
}
