package intake

import (
	"net/url"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network/message"
)

// Limits of a page.
const (
	maxElements = 50_000
	maxDepth    = 400
)

// readHTML reads a saved web page: the article, as found by package readability, and
// the metadata.
func readHTML(text string) (*Article, error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, refuse(message.New("its HTML can't be parsed or is nested too deeply"), pasteInstead)
	}
	if tooLarge(doc) {
		return nil, refuse(message.New("its HTML is too large or nested too deeply"), pasteInstead)
	}
	a := &Article{Form: message.New("a web page")}
	page := readPage(doc)
	page.fill(a)

	address, _ := url.Parse(a.URL)
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseDocument(doc, address)
	all := blocksOf(doc)
	if err != nil || found.Node == nil {
		a.Blocks, a.Captions = all.blocks, all.captions
		a.note(message.New("the article was not found in the page, so the text is the whole page; delete what isn’t part of the article"))
		return a, nil
	}
	main := blocksOf(found.Node)
	a.Blocks, a.Captions = all.within(main), main.captions
	if a.Author == "" {
		a.Author = cleanLine(strings.TrimPrefix(found.Byline(), "By "))
	}
	a.leftOut(all.blocks)
	return a, nil
}

// within returns the blocks of a page that are part of main, in which readability may
// have joined or split them. If more than 5 % of the text would be lost that way, it
// returns the blocks of main.
func (p *pageBlocks) within(main *pageBlocks) []string {
	const telling = 25 // length in bytes from which a match is no coincidence
	text := squeeze(strings.Join(main.blocks, ""))
	own := make(map[string]bool)
	for _, b := range main.blocks {
		own[squeeze(b)] = true
	}
	var out []string
	kept, rest := 0, text
	aside := p.asideSize()*3 < len(text) // otherwise the class is on the article itself
	for i, b := range p.blocks {
		s := squeeze(b)
		if aside && p.aside[i] {
			kept += len(s)
			continue
		}
		if strings.HasPrefix(rest, s) || own[s] || len(s) >= telling && strings.Contains(text, s) {
			out = append(out, b)
			kept += len(s)
			if _, after, ok := strings.Cut(rest, s); ok {
				rest = after
			}
		}
	}
	if kept*20 < len(text)*19 {
		return main.blocks
	}
	return out
}

// asideSize returns the size in bytes of the blocks in p.aside.
func (p *pageBlocks) asideSize() int {
	size := 0
	for i := range p.aside {
		if i < len(p.blocks) {
			size += len(squeeze(p.blocks[i]))
		}
	}
	return size
}

// asideWords are words in classes and ids of elements that are not part of an article.
var asideWords = strings.Fields("ad ads advert advertisement advertising sponsor sponsored promo promotion cookie cookies newsletter subscribe sharing social related breadcrumb breadcrumbs paywall")

// isAside reports whether an element is not part of an article.
func isAside(n *html.Node) bool {
	if n.DataAtom == atom.Aside {
		return true
	}
	if !blockElements[n.DataAtom] || n.DataAtom == atom.Body || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(attr(n, "class")+" "+attr(n, "id")), func(c rune) bool { return c == ' ' || c == '-' || c == '_' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(asideWords, w) })
}

// squeeze removes all white space.
func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// leftOut adds a note about the blocks of a page that are not in the article.
func (a *Article) leftOut(all []string) {
	have := make(map[string]bool)
	for _, b := range append(slices.Clone(a.Blocks), a.Captions...) {
		have[cleanLine(b)] = true
	}
	have[cleanLine(a.Title)] = true
	var out []string
	for _, b := range all {
		if b = cleanLine(b); b != "" && !have[b] {
			out = append(out, "“"+shorten(b)+"”")
		}
	}
	const most = 5
	if n := len(out); n > 0 {
		if n > most {
			out = append(out[:most], "…")
		}
		blocks := message.New("1 block")
		if n > 1 {
			blocks = message.New("%d blocks", n)
		}
		a.note(message.New("left out %s as not part of the article: %s", blocks, message.Strings(out)))
	}
}

// tooLarge reports whether a page exceeds the limits on nodes or on depth.
func tooLarge(doc *html.Node) bool {
	n, depth := 0, 0
	for at := doc; at != nil; {
		if n++; n > 4*maxElements {
			return true
		}
		if at.FirstChild != nil {
			at = at.FirstChild
			if depth++; depth > maxDepth {
				return true
			}
			continue
		}
		for at != nil && at.NextSibling == nil {
			at = at.Parent
			depth--
		}
		if at != nil {
			at = at.NextSibling
		}
	}
	return false
}

// pageBlocks are the blocks below a node.
type pageBlocks struct {
	blocks, captions []string
	aside            map[int]bool // by index: blocks in elements for which isAside is true
	line             strings.Builder
	breaks           int // number of <br> right before the position
	outside          int // number of elements around the position for which isAside is true
}

func blocksOf(n *html.Node) *pageBlocks {
	p := &pageBlocks{aside: make(map[int]bool)}
	p.walk(n)
	p.end()
	return p
}

var (
	// unread are elements whose content is not part of the page's text.
	unread = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Button,
		atom.Select, atom.Textarea, atom.Nav, atom.Head, atom.Audio, atom.Video, atom.Canvas, atom.Datalist)
	// blockElements start and end a line.
	blockElements = atoms(atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Caption, atom.Figure,
		atom.Figcaption, atom.Header, atom.Footer, atom.Address, atom.Details, atom.Summary, atom.Hr, atom.Aside, atom.Form, atom.Body)
)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}

func (p *pageBlocks) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if strings.TrimSpace(n.Data) != "" {
			p.breaks = 0
		}
		p.line.WriteString(n.Data)
		return
	case html.ElementNode:
		if unread[n.DataAtom] || isHidden(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		if p.breaks++; p.breaks > 1 { // two separate paragraphs in old pages
			p.end()
		}
		p.line.WriteByte(' ')
		return
	case atom.Td, atom.Th:
		p.line.WriteByte(' ')
	}
	block := blockElements[n.DataAtom]
	if block {
		p.end()
	}
	if isAside(n) {
		p.outside++
		defer func() { p.outside-- }()
	}
	before := len(p.blocks)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
	if block {
		p.end()
	}
	if isCaption(n) {
		p.captions = append(p.captions, p.blocks[before:]...)
		for i := range p.blocks[before:] {
			delete(p.aside, before+i)
		}
		p.blocks = p.blocks[:before]
	}
}

func (p *pageBlocks) end() {
	if text := cleanLine(p.line.String()); text != "" {
		if p.outside > 0 {
			p.aside[len(p.blocks)] = true
		}
		p.blocks = append(p.blocks, text)
	}
	p.line.Reset()
	p.breaks = 0
}

// isCaption reports whether an element is a picture's caption.
func isCaption(n *html.Node) bool {
	if n.DataAtom == atom.Figcaption {
		return true
	}
	class := strings.ToLower(attr(n, "class"))
	return blockElements[n.DataAtom] && (strings.Contains(class, "caption-text") || strings.Contains(class, "image-caption") || strings.Contains(class, "photo-caption"))
}

func isHidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	_, hidden := lookUp(n, "hidden")
	return hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

func attr(n *html.Node, name string) string {
	value, _ := lookUp(n, name)
	return value
}

func lookUp(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// textOf returns the text of a node in one line.
func textOf(n *html.Node) string { return cleanLine(strings.Join(blocksOf(n).blocks, " ")) }
