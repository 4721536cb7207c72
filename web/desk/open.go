package desk

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/message"
)

// Opening is the input of “open”: a network and the files in its folder, by name.
type Opening struct {
	Name     string            `json:"name"`
	Revision int               `json:"revision"`
	Text     string            `json:"text"`
	Articles map[string]string `json:"articles"`
	Files    map[string]string `json:"files"` // such as translations
	Language string            `json:"language"`
}

// mostParagraphs is the largest number of paragraphs of an article that the engine reads:
// a page shows no more.
const mostParagraphs = 20_000

// Open replaces the engine's state.
func (e *Engine) Open(o Opening) (*View, error) {
	*e = Engine{Services: e.Services, reading: reading{name: o.Name, texts: make(map[string]*text)}, files: o.Files}
	if e.name == "" {
		e.name = file.NetworkName
	}
	e.Speak(o.Language)
	for name, content := range o.Articles {
		t := &text{named: make(map[string][]file.Range)}
		t.article, t.diagnostics = file.ReadArticle(name, []byte(content))
		if t.article != nil && len(t.article.Paragraphs) > mostParagraphs {
			problem, fix := message.New("it has more than %d paragraphs", mostParagraphs), message.New("save this article alone in a file")
			t.article, t.diagnostics = nil, file.Diagnostics{{File: name, Rule: file.RuleArticle, Problem: problem, Fix: fix}}
		}
		e.texts[path.Clean(name)] = t
	}
	return e.Text(o.Revision, o.Text), nil
}

// Text replaces the text and returns its view.
func (e *Engine) Text(revision int, text string) *View {
	e.revision = revision
	data := []byte(text)
	switch {
	case e.file != nil && bytes.Equal(e.file.Data(), data):
		v := *e.last
		v.Revision = revision
		return &v
	case e.tried != nil && bytes.Equal(e.tried.Data(), data):
		e.file = e.tried
	default:
		e.file = edit.Of(data)
	}
	e.tried = nil
	e.last = e.read()
	return e.last
}

// setFiles replaces the other files, such as translations.
func (e *Engine) setFiles(files map[string]string) {
	if maps.Equal(e.files, files) {
		return
	}
	e.files = files
	e.file, e.tried = edit.Of(nil), nil // so that the text is read again
}

// read returns the view of the current text.
func (e *Engine) read() *View {
	o := e.file.Outline()
	if len(o.Diagnostics) > 0 || o.Document == nil {
		return e.unread(o.Diagnostics)
	}
	e.look(o.Document, e.files)
	e.view = e.newView()
	e.view.Revision = e.revision
	return e.view
}

// unread returns the last view without diagnostics, with the diagnostics of the current text.
func (e *Engine) unread(diagnostics file.Diagnostics) *View {
	v := View{}
	if e.view != nil {
		v = *e.view
	} else {
		v = *e.emptyView()
	}
	v.Revision, v.Publishable = e.revision, false
	v.Diagnostics = e.diagnostics(diagnostics)
	return &v
}

// translations returns the names of the translations, in order.
func (e *Engine) translations() []string { return translationsOf(e.name, e.files) }

// translationsOf returns the names of the translations of a network among files, in
// order.
func translationsOf(network string, files map[string]string) []string {
	var names []string
	for name := range files {
		if isTranslation(network, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// translationTexts returns the texts of the translations, by the names of their files.
func (e *Engine) translationTexts() map[string]string {
	texts := make(map[string]string)
	for _, name := range e.translations() {
		texts[name] = e.files[name]
	}
	return texts
}

// isTranslation reports whether a file is a translation of a network by its name,
// such as network.fa.yaml of network.yaml.
func isTranslation(network, name string) bool {
	ending := path.Ext(network)
	stem := strings.TrimSuffix(network, ending)
	return name != network && strings.HasPrefix(name, stem+".") && path.Ext(name) == ending
}
