package file

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"unicode/utf8"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/visible"
)

//go:embed start.yaml.tmpl
var startText string

var startTemplate = template.Must(template.New("start").Parse(startText))

// NetworkName and TextName are what a network's file and its text are called in
// a folder of their own.
const (
	NetworkName = "network.yaml"
	TextName    = "article.txt"
)

// Start begins a network for an article in the folder dir: a commented file with
// all that can be known of it, the schema for editors, and a copy of the text.
// Unless forced, it replaces no file. It returns what it wrote.
func Start(dir, articlePath, lang string, force bool) ([]string, error) {
	if _, err := language.Parse(lang); err != nil {
		return nil, fmt.Errorf("unknown language %q; write a BCP 47 language tag, such as en, fa or zh-Hans", lang)
	}
	if full, err := filepath.Abs(dir); err == nil && !Portable(filepath.Base(full)) && filepath.Base(full) != string(filepath.Separator) {
		return nil, fmt.Errorf("Windows can't have a folder with the name %s; choose another", show(filepath.Base(full)))
	}
	data, faults := readFile(articlePath, maxArticleBytes)
	if faults != nil {
		return nil, faults
	}
	a, faults := ReadArticle(articlePath, data)
	if faults != nil {
		return nil, faults
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	files := []struct {
		name string
		data []byte
	}{{TextName, data}, {SchemaName, Schema}, {NetworkName, startFile(dir, a, lang)}}
	text := TextName
	if same(filepath.Dir(articlePath), dir) { // it is there already
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
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// same tells whether two paths name one folder.
func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	two, err := os.Stat(b)
	return err == nil && os.SameFile(one, two)
}

// startFile returns the network's file at its beginning.
func startFile(dir string, a *Article, lang string) []byte {
	path := func(name string) string { return oneLine(filepath.ToSlash(filepath.Join(dir, name))) }
	title := a.Headline()
	var nodeKinds, relationKinds []string
	for _, k := range network.NodeKinds {
		nodeKinds = append(nodeKinds, string(k))
	}
	for _, k := range network.RelationKinds {
		relationKinds = append(relationKinds, string(k.Kind))
	}
	var b bytes.Buffer
	err := startTemplate.Execute(&b, map[string]any{
		"Schema": "./" + SchemaName, "Name": path(NetworkName), "Article": path(TextName), "Text": TextName,
		"ID": startID(dir), "Title": title, "QuotedTitle": visible.Quote(title), "Lang": lang,
		"NodeKinds": strings.Join(nodeKinds, ", "), "RelationKinds": wrapComment(relationKinds),
		"Names": nameLines(a),
	})
	if err != nil {
		panic("file: " + err.Error()) // the template is our own
	}
	return b.Bytes()
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

// startID makes an id of a folder's name.
func startID(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	id := slug(filepath.Base(dir))
	return id[:min(len(id), maxIDLength)]
}

// wrapComment writes words apart by commas, in lines of a comment.
func wrapComment(words []string) string {
	const widest = 100 // characters
	lines, line := []string{}, ""
	for i, word := range words {
		if i < len(words)-1 {
			word += ","
		}
		if len(line)+len(word) > widest {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n#       ")
}
