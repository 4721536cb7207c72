package desk

import (
	"maps"
	"path"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/web/language"
)

// reading is a network as it was last read, with its articles and what check finds.
type reading struct {
	name     string             // of the network's file
	language *language.Language // of the page
	texts    map[string]*text   // of the folder, by name: articles

	document *file.Document // nil before a text could be read
	articles file.Articles  // of the document, by source
	checker  lint.Checker
	result   *lint.Result
}

// text is an article with cached results.
type text struct {
	article     *file.Article
	diagnostics file.Diagnostics
	named       map[string][]file.Range // by name: where it is
	guesses     []string                // what may be names in it; see candidates
	guessed     bool

	names   []name         // in it, in order
	namesOf *file.Document // with the nodes of this
}

// look checks a document and makes it the current one.
func (rd *reading) look(d *file.Document, files map[string]string) {
	d.Name = rd.name
	rd.document = d
	rd.articles = make(file.Articles)
	var diagnostics file.Diagnostics
	paths, err := d.ArticlePaths()
	if err != nil {
		paths = nil
	}
	for _, source := range slices.Sorted(maps.Keys(paths)) {
		name := paths[source]
		if t := rd.texts[path.Clean(strings.ReplaceAll(name, "\\", "/"))]; t != nil {
			rd.articles[source] = t.article
			diagnostics = append(diagnostics, t.diagnostics...)
		}
	}
	if len(rd.articles) == 0 && len(d.Network.Sources) == 1 && len(rd.texts) == 1 {
		for _, t := range rd.texts {
			rd.articles[d.Network.Sources[0].ID] = t.article
			diagnostics = append(diagnostics, t.diagnostics...)
		}
	}
	for source, a := range rd.articles {
		if a == nil {
			delete(rd.articles, source)
		}
	}
	for _, name := range translationsOf(rd.name, files) { // in the order in which a build reads them
		diagnostics = append(diagnostics, d.AddTranslation(name, []byte(files[name]))...)
	}
	rd.result = rd.checker.Check(d, rd.articles)
	for _, f := range diagnostics {
		rd.result.Findings = append(rd.result.Findings, lint.Finding{Diagnostic: f, Level: lint.Error})
	}
}

// textOf returns the text of a source, nil if it is missing.
func (rd *reading) textOf(source string) *text {
	a := rd.articles[source]
	for _, t := range rd.texts {
		if a != nil && t.article == a {
			return t
		}
	}
	return nil
}
