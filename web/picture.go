package web

import (
	"proxynet/viz/compose"
	"proxynet/web/language"
)

// PictureLanguages returns the words of the picture in every language that pages
// are written in.
func PictureLanguages() []compose.Language {
	var all []compose.Language
	for _, l := range language.All {
		all = append(all, compose.Language{Tag: l.Tag, Words: compose.Words{
			Members:   l.Say("picture.members"),
			Implied:   l.Say("mark.implied"),
			Relations: func(n int) string { return l.Say("picture.relations", "n", n) },
			Number:    l.Number,
		}})
	}
	return all
}
