package file

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// Articles are the texts of a document's sources, by the source's id.
type Articles map[string]*Article

// ArticlePaths returns the path of each source's text, by the source's id: those of the
// document (“text: article.txt”, relative to its file), overridden by the named ones.
// A name is a path if there is one source, otherwise id=path.
func (d *Document) ArticlePaths(named ...string) (map[string]string, error) {
	paths, err := d.namedPaths(named)
	if err != nil {
		return nil, err
	}
	for source := range d.texts {
		if _, named := paths[source]; !named {
			paths[source] = d.textPath(source)
		}
	}
	return paths, nil
}

// namedPaths returns the named paths by the source's id.
func (d *Document) namedPaths(named []string) (map[string]string, error) {
	paths := make(map[string]string)
	sources := d.Network.Sources
	for _, name := range named {
		id, path, given := strings.Cut(name, "=")
		switch {
		case given && d.isSource(id):
			paths[id] = path
		case len(sources) == 1:
			paths[sources[0].ID] = name
		case given && idPattern.MatchString(id):
			return nil, fmt.Errorf("there is no source %q; write one of %s before the =", id, sourceList(sources))
		default:
			return nil, fmt.Errorf("the network has %d sources: write whose text %s is, such as --article %s=%[2]s", len(sources), name, sources[0].ID)
		}
	}
	return paths, nil
}

// textPath returns the path of the text that the document names for a source.
func (d *Document) textPath(source string) string {
	return filepath.Join(filepath.Dir(d.Name), filepath.FromSlash(d.texts[source]))
}

// openText reads the text that the document names for a source. It must be a regular
// file in the document's folder or below it after following links, since a network
// from elsewhere must not open other files.
func (d *Document) openText(source string) (*Article, Diagnostics) {
	path := d.textPath(source)
	data, err := readBelow(filepath.Dir(d.Name), d.texts[source], maxArticleBytes)
	if err != nil {
		diagnostics := unreadable(path, err)
		diagnostics[0].ID = source
		diagnostics[0].Fix = message.New("copy the text into the network’s folder, or name it with --article %s=FILE", source)
		return nil, diagnostics
	}
	return ReadArticle(path, data)
}

// OpenArticles reads the texts of those sources that have a path; see
// [Document.ArticlePaths]. The error is a [Diagnostics] unless a name is of no source.
func (d *Document) OpenArticles(named ...string) (Articles, error) {
	paths, err := d.ArticlePaths(named...)
	if err != nil {
		return nil, err
	}
	given, err := d.namedPaths(named)
	if err != nil {
		return nil, err
	}
	articles, all := make(Articles), Diagnostics(nil)
	for _, source := range sortedKeys(paths) {
		var a *Article
		var diagnostics Diagnostics
		if path, ok := given[source]; ok {
			a, diagnostics = OpenArticle(path)
		} else {
			a, diagnostics = d.openText(source)
		}
		articles[source], all = a, append(all, diagnostics...)
	}
	if all != nil {
		return nil, all
	}
	return articles, nil
}

// openWithArticles opens a document and the texts of its sources; see [Open] and
// [Document.OpenArticles].
func openWithArticles(path string, named []string) (*Document, Articles, error) {
	d, err := Open(path)
	if err != nil {
		return nil, nil, err
	}
	articles, err := d.OpenArticles(named...)
	return d, articles, err
}

// LoadProved is [Load] and checks the quotes of every source whose text the document or
// the caller names.
func LoadProved(path string, named ...string) (*network.Network, error) {
	d, articles, err := openWithArticles(path, named)
	if err != nil {
		return nil, err
	}
	if _, diagnostics := d.CheckQuotes(articles); diagnostics != nil {
		return nil, diagnostics
	}
	return d.Network, nil
}

// AsDiagnostics returns the diagnostics that err contains, or nil.
func AsDiagnostics(err error) Diagnostics {
	var diagnostics Diagnostics
	errors.As(err, &diagnostics)
	return diagnostics
}

func (d *Document) isSource(id string) bool {
	for _, s := range d.Network.Sources {
		if s.ID == id {
			return true
		}
	}
	return false
}

func sourceList(sources []network.Source) string {
	ids := make([]string, len(sources))
	for i, s := range sources {
		ids[i] = s.ID
	}
	return strings.Join(ids, ", ")
}
