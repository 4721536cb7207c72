package file

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

//go:embed start.yaml.tmpl preset/*.tmpl
var startFiles embed.FS

// Conflict is the preset with the built-in terms.
const Conflict = "conflict"

// Presets lists the names of the vocabularies with which a network can start.
var Presets = presets()

func presets() []string {
	entries, err := startFiles.ReadDir("preset")
	if err != nil {
		panic("file: " + err.Error())
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".tmpl"))
	}
	return names
}

// NetworkName and TextName are the names of a network's file and its text in
// a folder of their own.
const (
	NetworkName = "network.yaml"
	TextName    = "article.txt"
)

// Start starts a network for an article in the folder dir: a commented file with the
// terms of a preset and everything that is known of the article, the schema for
// editors, and a copy of the text. Unless forced, it replaces no file. If it fails, it
// leaves nothing behind. It returns the paths that it wrote.
func Start(dir, articlePath, lang, preset string, force bool) ([]string, error) {
	if err := checkStart(lang, preset); err != nil {
		return nil, err
	}
	if full, err := filepath.Abs(dir); err == nil && !Portable(filepath.Base(full)) && filepath.Base(full) != string(filepath.Separator) {
		return nil, fmt.Errorf("Windows can't have a folder with the name %s; choose another", visible.Show(filepath.Base(full)))
	}
	data, diagnostics := readFile(articlePath, maxArticleBytes)
	if diagnostics != nil {
		return nil, diagnostics
	}
	a, diagnostics := ReadArticle(articlePath, data)
	if diagnostics != nil {
		return nil, diagnostics
	}
	_, absent := os.Lstat(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, Unwritable(dir, err)
	}
	files := []struct {
		name string
		data []byte
	}{{TextName, data}, {SchemaName, Schema}, {NetworkName, startFile(dir, a, lang, preset)}}
	text := TextName
	if same(filepath.Dir(articlePath), dir) { // it is already there
		text = filepath.Base(articlePath)
		files = files[1:]
		files[1].data = bytes.Replace(files[1].data, []byte("text: "+TextName), []byte("text: "+visible.Quote(text)), 1)
	}
	if !force {
		for _, f := range files {
			if err := Absent(filepath.Join(dir, f.name)); err != nil {
				return nil, err
			}
		}
	}
	var written []string
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := Write(path, f.data); err != nil {
			if !force {
				err = errors.Join(err, undo(written))
				written = nil
				if absent != nil {
					os.Remove(dir) // fails if others put something into it
				}
			}
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// checkStart returns an error for an invalid language or an unknown preset.
func checkStart(lang, preset string) error {
	if !slices.Contains(Presets, preset) {
		return message.Errorf("unknown preset %s: write one of %s", visible.Show(preset), strings.Join(Presets, ", "))
	}
	if _, err := language.Parse(lang); err != nil {
		return message.Errorf("unknown language %q; write a BCP 47 language tag, such as en, fa or zh-Hans", lang)
	}
	return nil
}

// StartText returns the initial file of a network of that name, for an article beside
// it as [TextName]; "" means the default preset, and English.
func StartText(name string, article []byte, lang, preset string) ([]byte, error) {
	lang, preset = cmp.Or(lang, "en"), cmp.Or(preset, Conflict)
	if err := checkStart(lang, preset); err != nil {
		return nil, err
	}
	a, diagnostics := ReadArticle(TextName, article)
	if diagnostics != nil {
		return nil, diagnostics
	}
	return startFile(cmp.Or(slug(name), "network"), a, lang, preset), nil
}

// undo removes files that were new.
func undo(paths []string) error {
	var all error
	for _, path := range paths {
		all = errors.Join(all, os.Remove(path))
	}
	return all
}

// same reports whether two paths name one folder.
func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	two, err := os.Stat(b)
	return err == nil && os.SameFile(one, two)
}

// startFile returns the network's initial file.
func startFile(dir string, a *Article, lang, preset string) []byte {
	path := func(name string) string { return oneLine(filepath.ToSlash(filepath.Join(dir, name))) }
	title := a.Headline()
	form := template.Must(template.ParseFS(startFiles, "start.yaml.tmpl", "preset/"+preset+".tmpl"))
	nodeKinds, relationKinds, chains := presetKinds(form)
	var b bytes.Buffer
	err := form.Execute(&b, map[string]any{
		"Preset": preset != Conflict, "Chains": chains,
		"Schema": "./" + SchemaName, "Name": path(NetworkName), "Article": path(TextName), "Text": TextName,
		"ID": startID(dir), "Title": title, "QuotedTitle": visible.Quote(title), "Lang": lang,
		"NodeKinds": strings.Join(nodeKinds, ", "), "RelationKinds": wrapComment(relationKinds, preset != Conflict),
		"Names": nameLines(a),
	})
	if err != nil {
		panic("file: " + err.Error()) // the template is our own
	}
	return b.Bytes()
}

// presetKinds returns the kinds that a preset declares, or the built-in ones if it
// declares none, and the name of its chains, "" if it has none.
func presetKinds(form *template.Template) (nodes, relations []string, chains string) {
	var b bytes.Buffer
	if err := form.ExecuteTemplate(&b, "kinds", nil); err != nil {
		panic("file: " + err.Error()) // the template is our own
	}
	nodeKinds, relationKinds := network.NodeKinds, network.RelationKinds
	chains = "chains of command"
	if b.Len() > 0 {
		r := newReading("the preset")
		v := termReader{r.parse(b.Bytes())}.vocabulary("en")
		if len(r.diagnostics) > 0 {
			panic("file: " + r.diagnostics.Error())
		}
		nodeKinds, relationKinds, chains = nil, v.Relations, ""
		if v.Chain != nil {
			chains = v.Chain.Other["en"]
		}
		for _, k := range v.Nodes {
			nodeKinds = append(nodeKinds, k.Kind)
		}
	}
	for _, k := range nodeKinds {
		nodes = append(nodes, string(k))
	}
	for _, k := range relationKinds {
		relations = append(relations, string(k.Kind))
	}
	return nodes, relations, chains
}

// Headline returns the first paragraph of the article if it is short enough for a
// headline, or else its first words.
func (a *Article) Headline() string {
	const longest = 100 // characters
	first := strings.TrimSpace(oneLine(a.Paragraphs[0].Text))
	if utf8.RuneCountInString(first) <= longest {
		return cmp.Or(strings.TrimSuffix(first, "."), oneLine(filepath.Base(a.Name)))
	}
	ends := wordEnds(first, 2*shownWords)
	return first[:ends[len(ends)-1]] + "…"
}

// startID makes an id from a folder's name.
func startID(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	id := cmp.Or(slug(filepath.Base(dir)), "network")
	return id[:min(len(id), maxIDLength)]
}

// wrapComment writes words separated by commas as comment lines, with a comma at the
// end if more follow.
func wrapComment(words []string, more bool) string {
	const widest = 100 // characters
	lines, line := []string{}, ""
	for i, word := range words {
		if i < len(words)-1 || more {
			word += ","
		}
		if len(line)+len(word) > widest {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n#       ")
}
