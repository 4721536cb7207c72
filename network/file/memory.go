package file

import (
	"os"
	"path/filepath"
	"strings"
)

// memoryFolder is the folder beside an author's file that keeps the articles of the last
// build. It has its own .gitignore, and is never published.
const memoryFolder = ".proxynet"

// Memory is the articles of a network at the time of a build.
type Memory struct {
	dir   string
	texts map[string]string // by source
}

// NewMemory reads the articles of a network; for named see [Document.ArticlePaths].
func NewMemory(path string, named ...string) (*Memory, error) {
	d, articles, err := openWithArticles(path, named)
	if err != nil {
		return nil, err
	}
	m := &Memory{dir: d.memoryDir(), texts: make(map[string]string)}
	for source, a := range articles {
		var b strings.Builder
		for _, p := range a.Paragraphs {
			b.WriteString(p.Text + "\n\n")
		}
		m.texts[source] = b.String()
	}
	return m, nil
}

// Save writes the articles to the folder beside the network's file.
func (m *Memory) Save() error {
	if len(m.texts) == 0 {
		return nil
	}
	if err := os.MkdirAll(m.dir, 0o755); err != nil {
		return err
	}
	if err := Write(filepath.Join(filepath.Dir(filepath.Dir(m.dir)), ".gitignore"), []byte("*\n")); err != nil {
		return err
	}
	for _, source := range sortedKeys(m.texts) {
		if err := Write(filepath.Join(m.dir, source+".txt"), []byte(m.texts[source])); err != nil {
			return err
		}
	}
	return nil
}

// memoryDir returns the folder with the articles of the document's last build.
func (d *Document) memoryDir() string {
	return filepath.Join(filepath.Dir(d.Name), memoryFolder, "built", filepath.Base(d.Name))
}

// Recall sets Built to the saved articles of the last build of the document.
func (d *Document) Recall() {
	for _, s := range d.Network.Sources {
		data, err := readBelow(filepath.Dir(d.Name), filepath.Join(memoryFolder, "built", filepath.Base(d.Name), s.ID+".txt"), maxArticleBytes)
		if err != nil {
			continue // there was no build
		}
		if a, diagnostics := ReadArticle(s.ID, data); diagnostics == nil {
			if d.Built == nil {
				d.Built = make(Articles)
			}
			d.Built[s.ID] = a
		}
	}
}
