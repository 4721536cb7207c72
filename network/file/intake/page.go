package intake

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is the metadata of a web page: JSON-LD, OpenGraph and meta elements.
type page struct {
	meta      map[string]string // by property, name or itemprop, in lower case; the first of each
	article   map[string]any    // JSON-LD of an article
	title     string            // of the document
	headlines []string          // h1
	canonical string
	savedFrom string
	time      string // the first <time>
	lang      string
}

var savedFrom = regexp.MustCompile(`^\s*saved from url=\(\d+\)(\S+)`)

// readPage reads the metadata of a page.
func readPage(doc *html.Node) *page {
	p := &page{meta: make(map[string]string)}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			if m := savedFrom.FindStringSubmatch(n.Data); m != nil && p.savedFrom == "" {
				p.savedFrom = m[1]
			}
			continue
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.lang = cmp.Or(p.lang, attr(n, "lang"))
		case atom.Title:
			if p.title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				p.title = cleanLine(n.FirstChild.Data)
			}
		case atom.H1:
			if text := textOf(n); text != "" {
				p.headlines = append(p.headlines, text)
			}
		case atom.Link:
			if p.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				p.canonical = attr(n, "href")
			}
		case atom.Time:
			p.time = cmp.Or(p.time, dayOf(attr(n, "datetime")))
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attr(n, key)); name != "" && p.meta[name] == "" {
					p.meta[name] = cleanLine(attr(n, "content"))
				}
			}
		case atom.Script:
			if p.article == nil && strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				var data any
				if json.Unmarshal([]byte(n.FirstChild.Data), &data) == nil {
					p.article = articleIn(data, 0)
				}
			}
		}
	}
	return p
}

// articleIn returns the object in JSON-LD that is an article, nil if none is.
func articleIn(data any, depth int) map[string]any {
	const deepest = 20
	if depth > deepest {
		return nil
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if found := articleIn(item, depth+1); found != nil {
				return found
			}
		}
	case map[string]any:
		for _, kind := range texts(v["@type"]) {
			if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" {
				return v
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if found := articleIn(v[key], depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

// texts returns the texts in a JSON-LD value: a string, the name or @id of an object,
// or those of the items of a list.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		if text := cleanLine(v); text != "" {
			return []string{text}
		}
	case []any:
		var all []string
		for _, item := range v {
			if _, nested := item.([]any); !nested {
				all = append(all, texts(item)...)
			}
		}
		return all
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return texts(name)
		}
		if id, ok := v["@id"].(string); ok {
			return texts(id)
		}
	}
	return nil
}

func (p *page) ld(name string) string { return strings.Join(texts(p.article[name]), ", ") }

// first returns the first of the named meta elements that is not empty.
func (p *page) first(names ...string) string {
	for _, name := range names {
		if text := p.meta[name]; text != "" {
			return text
		}
	}
	return ""
}

// fill sets the article's metadata.
func (p *page) fill(a *Article) {
	a.Title = p.headline()
	a.Author = cmp.Or(p.ld("author"), notAddress(p.first("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")))
	a.Publisher = cmp.Or(p.ld("publisher"), p.first("og:site_name", "dc.publisher", "citation_journal_title", "application-name"))
	a.Date = cmp.Or(dayOf(p.ld("datePublished")), dayOf(p.first("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "citation_publication_date", "pubdate")), p.time)
	a.Lang = cmp.Or(p.ld("inLanguage"), p.lang, strings.ReplaceAll(p.meta["og:locale"], "_", "-"))
	for _, address := range []string{p.canonical, p.meta["og:url"], p.ld("url"), p.ld("mainEntityOfPage"), p.savedFrom} {
		if a.URL = webAddress(address); a.URL != "" {
			break
		}
	}
}

// headline returns the article's headline. A visible h1 that agrees with the metadata
// comes first.
func (p *page) headline() string {
	declared := cmp.Or(p.ld("headline"), p.first("og:title", "twitter:title", "dc.title", "citation_title"))
	for _, h := range p.headlines {
		if declared != "" && strings.EqualFold(h, declared) || declared == "" && strings.HasPrefix(p.title, h) {
			return h
		}
	}
	switch {
	case declared != "":
		return declared
	case len(p.headlines) == 1:
		return p.headlines[0]
	}
	return p.title
}

func notAddress(text string) string {
	if strings.Contains(text, "://") {
		return ""
	}
	return text
}

// webAddress returns an http or https address without credentials, or "".
func webAddress(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || !slices.Contains([]string{"http", "https"}, u.Scheme) || u.Hostname() == "" || u.User != nil {
		return ""
	}
	return u.String()
}
