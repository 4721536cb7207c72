package file

import (
	"cmp"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"proxynet/network"
)

// Translation is a file with a document's texts in another language: network.fa.yaml
// beside network.yaml. Each text has its original with it, so that check notices when
// the original changes.
type Translation struct {
	Name string // of the file
	Lang string

	of      *network.Network
	lines   map[string]int           // of records, by id; "" is the network itself
	texts   map[textPlace]translated // in the file
	aliases map[string][]string      // by node
}

// textPlace identifies a text.
type textPlace struct{ id, field string }

// translated is a text with its original, "" if the file doesn't have it.
type translated struct {
	text, original string
	line           int
}

// Gap is a record of which texts are missing in a translation, or one text whose
// original has changed.
type Gap struct {
	ID     string
	Line   int      // 0 if the file doesn't have the record
	Fields []string // missing fields; nil if Older is set
	Older  string   // the field whose original has changed
	Diff   string   // from the translated original to the current one; "" if the former is unknown
}

// translationName is a field that translations have and networks don't.
var translationName = regexp.MustCompile(`(?m)^["']?translates["']?[ \t]*:`)

// isTranslation reports whether the file is one of a translation.
func isTranslation(data []byte) bool { return translationName.Match(data) }

// languageOf returns the language in the name of a file beside the network's, such as fa
// in network.fa.yaml, or "".
func languageOf(network, name string) string {
	ext := filepath.Ext(network)
	stem := strings.TrimSuffix(filepath.Base(network), ext) + "."
	name = filepath.Base(name)
	if ext == "" || !strings.HasPrefix(name, stem) || !strings.HasSuffix(name, ext) || len(name) <= len(stem)+len(ext) {
		return ""
	}
	tag, err := language.Parse(name[len(stem) : len(name)-len(ext)])
	if err != nil {
		return ""
	}
	return tag.String()
}

// TranslationPath returns the name of the translation of the network at path into
// a language.
func TranslationPath(path, lang string) string {
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + "." + lang + ext
}

// translationsOf returns the files of the translations of the network at path.
func translationsOf(path string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // reading the network reports it
	}
	var paths []string
	for _, e := range entries {
		if languageOf(path, e.Name()) == "" {
			continue
		}
		name := filepath.Join(filepath.Dir(path), e.Name())
		if data, err := ReadRegular(name, maxFileBytes); err != nil || isTranslation(data) || !isNetwork(data) {
			paths = append(paths, name)
		}
	}
	return paths
}

var networkName = regexp.MustCompile(`(?m)^["']?id["']?[ \t]*:`)

// isNetwork reports whether the file is a network. Its name may look like that of a
// translation.
func isNetwork(data []byte) bool { return networkName.Match(data) }

// named returns the nodes that have a name in the language.
func (t *Translation) named() map[string]bool {
	named := map[string]bool{}
	for i := range t.of.Nodes {
		named[t.of.Nodes[i].ID] = t.of.Nodes[i].Names[t.Lang] != ""
	}
	return named
}

// Missing returns the missing texts, a gap for each record, in the order of the network.
// Phrases are optional, and so are labels that the network's own file has among the
// names of a node.
func (t *Translation) Missing() []Gap {
	named := t.named()
	var gaps []Gap
	for _, text := range t.of.Texts() {
		if text.Field == "phrase" || text.Field == "label" && named[text.ID] || t.texts[textPlace{text.ID, text.Field}].text != "" {
			continue
		}
		if k := len(gaps); k == 0 || gaps[k-1].ID != text.ID {
			gaps = append(gaps, Gap{ID: text.ID, Line: t.lines[text.ID]})
		}
		gaps[len(gaps)-1].Fields = append(gaps[len(gaps)-1].Fields, fieldName(text.Field))
	}
	return gaps
}

// Older returns the texts whose original has changed since they were translated, and
// those without an original, in the order of lines.
func (t *Translation) Older() []Gap {
	var gaps []Gap
	known := knownTexts(t.of)
	for at, text := range t.texts {
		now := known[at]
		if text.text == "" || now == "" || text.original == now {
			continue
		}
		g := Gap{ID: at.id, Line: text.line, Older: fieldName(at.field)}
		if text.original != "" {
			g.Diff = ShowDiff(compareWords(text.original, now))
		}
		gaps = append(gaps, g)
	}
	slices.SortFunc(gaps, func(a, b Gap) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Older, b.Older)) })
	return gaps
}

// TranslationPaths returns the files of the document's translations.
func (d *Document) TranslationPaths() []string {
	var paths []string
	for _, t := range d.Translations {
		paths = append(paths, t.Name)
	}
	return paths
}

// Original returns the language of the original texts.
func (t *Translation) Original() string { return t.of.Lang }
