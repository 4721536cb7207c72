package intake

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// frontMatter matches the YAML at the start of a file, which many site generators use.
var frontMatter = regexp.MustCompile(`(?s)\A---\n(.*?\n)(?:---|\.\.\.)\n`)

// readMarkdown reads CommonMark with tables.
func readMarkdown(source string) (*Article, error) {
	a := &Article{Form: message.New("Markdown")}
	if m := frontMatter.FindStringSubmatch(source); m != nil {
		a.front(m[1])
		source = source[len(m[0]):]
	}
	if nesting(source) > maxNesting {
		return nil, refuse(message.New("its quotes or lists are nested too deeply"), pasteInstead)
	}
	if strings.Count(source, "](") > maxLinks {
		return nil, refuse(message.New("it has too many links for an article"), pasteInstead)
	}
	data := []byte(source)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(data))
	m := markdownReader{article: a, source: data}
	m.blocks(root)
	return a, nil
}

// Limits of Markdown. Parsing takes time quadratic in either.
const (
	maxNesting = 100
	maxLinks   = 5_000
)

// nesting returns an upper bound on the depth of quotes and lists, in which two
// columns of indentation count as one level.
func nesting(source string) int {
	deepest := 0
	for line := range strings.Lines(source) {
		signs, spaces := 0, 0
	count:
		for _, c := range line {
			switch c {
			case '>', '-', '*', '+':
				signs++
			case ' ':
				spaces++
			case '\t':
				spaces += 4
			default:
				break count
			}
		}
		deepest = max(deepest, signs+(spaces-signs)/2)
	}
	return deepest
}

// front sets the metadata from the front matter.
func (a *Article) front(source string) {
	var fields map[string]any
	if yaml.Load([]byte(source), &fields) != nil {
		a.note(message.New("its front matter does not parse as YAML and was left out"))
		return
	}
	var words func(v any) string
	words = func(v any) string {
		switch v := v.(type) {
		case string:
			return v
		case []any:
			var all []string
			for _, item := range v {
				if w := words(item); w != "" {
					all = append(all, w)
				}
			}
			return strings.Join(all, ", ")
		case map[string]any:
			return words(v["name"])
		}
		return ""
	}
	first := func(names ...string) string {
		for _, name := range names {
			if w := words(fields[name]); w != "" {
				return w
			}
		}
		return ""
	}
	a.Title, a.Author = first("title", "headline"), first("author", "authors", "byline")
	a.Publisher, a.Lang = first("publisher", "publication", "site"), first("lang", "language")
	a.URL, a.Date = webAddress(first("url", "canonical", "canonical_url", "link")), dayOf(scalarOf(source, "date", "published", "pubDate"))
}

// scalarOf returns the first of the named fields as written, since YAML turns dates
// into timestamps.
func scalarOf(source string, names ...string) string {
	for _, name := range names {
		if m := regexp.MustCompile(`(?m)^` + name + `:\s*["']?([^"'\n]+)`).FindStringSubmatch(source); m != nil {
			return m[1]
		}
	}
	return ""
}

// markdownReader is the state of reading Markdown.
type markdownReader struct {
	article *Article
	source  []byte
}

// blocks adds the blocks below a node.
func (m *markdownReader) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			m.add(c)
			if c.Level == 1 && m.article.Title == "" && len(m.article.Blocks) > 0 {
				m.article.Title = cleanLine(m.article.Blocks[len(m.article.Blocks)-1])
			}
		case *ast.Paragraph, *ast.TextBlock:
			m.add(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				m.article.Blocks = append(m.article.Blocks, string(line.Value(m.source)))
			}
		case *ast.HTMLBlock:
			m.article.note(message.New("left out blocks of HTML"))
		default:
			if kind := c.Kind().String(); kind == "TableRow" || kind == "TableHeader" {
				m.row(c)
				continue
			}
			m.blocks(c)
		}
	}
}

// add adds the text of a block. [Article.clean] drops it if it only held a picture.
func (m *markdownReader) add(n ast.Node) {
	var b strings.Builder
	m.inline(&b, n)
	m.article.Blocks = append(m.article.Blocks, b.String())
}

// row adds a row of a table.
func (m *markdownReader) row(n ast.Node) {
	var cells []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		var b strings.Builder
		m.inline(&b, c)
		cells = append(cells, cleanLine(b.String()))
	}
	m.article.Blocks = append(m.article.Blocks, strings.Join(cells, " "))
}

func (m *markdownReader) inline(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := util.UnescapePunctuations(c.Segment.Value(m.source))
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(m.source))
		case *ast.Image:
			var alt strings.Builder
			m.inline(&alt, c)
			if title := string(c.Title); title != "" {
				m.article.Captions = append(m.article.Captions, title)
			} else if alt.Len() > 0 {
				m.article.Captions = append(m.article.Captions, alt.String())
			}
		case *ast.RawHTML:
			if raw := strings.ToLower(string(c.Segments.Value(m.source))); strings.HasPrefix(raw, "<br") {
				b.WriteByte(' ')
			}
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if text, ok := t.(*ast.Text); ok {
					b.Write(text.Segment.Value(m.source))
				}
			}
		default:
			m.inline(b, c)
		}
	}
}
