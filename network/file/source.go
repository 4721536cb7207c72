package file

import (
	"errors"
	"path/filepath"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// sourceReader reads a source.
type sourceReader struct{ *record }

func (r sourceReader) source() network.Source {
	if text := r.textFile(); text != "" {
		r.texts[r.id] = text
	}
	return network.Source{
		ID:        r.id,
		Title:     r.needWords("title"),
		Author:    r.words("author"),
		Publisher: r.words("publisher"),
		URL:       r.url(),
		Lang:      r.lang(),
		Date:      dateReader{r.record}.date("date"),
	}
}

// textFile returns the path of the file with the source's text. It must be in the folder
// of the author's file or below it, since a network from elsewhere must not open other
// files.
func (r sourceReader) textFile() string {
	name := r.words("text")
	if name != "" && !filepath.IsLocal(filepath.FromSlash(name)) {
		r.report(r.at("text"), r.name, message.New("the text %s is not beside this file", visible.Show(name)), message.New("write a path below this file's folder, such as article.txt"))
		return ""
	}
	return name
}

// url returns the address of a source. Pages link to it, so it must be safe in a link.
func (r sourceReader) url() string {
	address := r.words("url")
	if address == "" {
		return ""
	}
	canonical, err := Address(address)
	if err != nil {
		r.badAddress(r.at("url"), err)
	}
	return canonical
}

// badAddress reports an error of [Address].
func (r *mapping) badAddress(line int, err error) {
	var bad *ValueError
	if errors.As(err, &bad) {
		r.report(line, r.name, bad.Problem, bad.Fix)
	}
}

func (r sourceReader) lang() string {
	return r.language("lang", r.needWords("lang"))
}

// language returns a BCP 47 language tag in its canonical form.
func (r *mapping) language(field, tag string) string {
	if tag == "" {
		return ""
	}
	t, err := language.Parse(tag)
	if err != nil {
		r.report(r.at(field), r.name, message.New("unknown language %s in %q", visible.Show(tag), field), message.New("write a BCP 47 language tag, such as en, fa or zh-Hans"))
		return ""
	}
	return t.String()
}
