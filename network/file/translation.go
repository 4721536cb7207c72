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

// Translation is a file beside a document with its texts in another language:
// network.fa.yaml beside network.yaml. Each text stands there with the original
// that it translates, so that a later change of the original is noticed.
type Translation struct {
	Name string // of the file
	Lang string

	of      *network.Network
	lines   map[string]int           // of records, by id; "" is the network itself
	texts   map[textPlace]translated // what the file has
	aliases map[string][]string      // by node
}

// textPlace is where a text belongs.
type textPlace struct{ id, field string }

// translated is a text with the original that it translates, "" if the file
// doesn't say.
type translated struct {
	text, original string
	line           int
}

// Gap is what a translation lacks of one record, or has of an older original.
type Gap struct {
	ID     string
	Line   int      // 0: the file has nothing of the record
	Fields []string // that are missing; nil if it is one that is older
	Older  string   // the field that is older than the original
	Diff   string   // what makes the original as it is of the one that was translated; "" if that is not known
}

// translationName is how translations are told from networks: by a field that no
// network has.
var translationName = regexp.MustCompile(`(?m)^["']?translates["']?[ \t]*:`)

// isTranslation reports whether the file is one of a translation.
func isTranslation(data []byte) bool { return translationName.Match(data) }

// languageOf returns the language that the name of a file beside the network's
// says, as fa in network.fa.yaml; "" if it says none.
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
		return nil // whoever reads the network is told
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

// isNetwork reports whether the file is one of a network, which may be named like
// a translation of another.
func isNetwork(data []byte) bool { return networkName.Match(data) }

// named returns the nodes that have a name in the language.
func (t *Translation) named() map[string]bool {
	named := map[string]bool{}
	for i := range t.of.Nodes {
		named[t.of.Nodes[i].ID] = t.of.Nodes[i].Names[t.Lang] != ""
	}
	return named
}

// Missing returns what the translation lacks, a gap for each record, in the order
// of the network. A phrase may be left out, and so may a label that the network's
// own file has among a node's names.
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

// Older returns the texts whose original has changed since they were translated,
// and those that don't say what they translate, in the order of lines.
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

// Original returns the language that the translation is from.
func (t *Translation) Original() string { return t.of.Lang }
