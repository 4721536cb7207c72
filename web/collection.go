package web

import (
	"bytes"
	"fmt"
	"io"

	"proxynet/network"
	"proxynet/web/language"
)

// Collection is the data of the page that lists several networks.
type Collection struct {
	Title    string
	Networks []*network.Network // each in the folder of its id
	Assets   string             // folder of scripts and styles
	Notices  string             // the licences of all software in the site
	Address  string             // of the site, or ""
	Language *language.Language // of the page
	InFolder bool               // the page is in the folder of its language, otherwise in the root
}

// card is a network in a collection.
type card struct {
	*network.Network
	words                  // of the network in the page's language
	Folder, Picture string // addresses
}

// CollectionLanguage returns the language of the page in the root of a collection:
// the one that all networks share or, if they share none, the fallback.
func CollectionLanguage(networks []*network.Network) *language.Language {
	tag := networks[0].Lang
	for _, n := range networks {
		if n.Lang != tag {
			tag = language.Fallback
		}
	}
	return language.Of(tag)
}

// RenderCollection writes the page. It writes nothing if it fails.
func RenderCollection(out io.Writer, c Collection) error {
	if len(c.Networks) == 0 {
		return fmt.Errorf("web: the collection has no network")
	}
	root := ""
	if c.InFolder {
		root = "../"
	}
	view := struct {
		Collection
		Root      string // address of the root
		Cards     []card
		Editions  []edition
		Canonical string
	}{Collection: c, Root: root}
	own := CollectionLanguage(c.Networks)
	for _, l := range language.All {
		e := edition{Language: l, Short: l.Say("language.short"), Folder: l.Tag + "/", Current: l == c.Language}
		if l == own {
			e.Folder = ""
		}
		if e.Current && c.Address != "" {
			view.Canonical = c.Address + e.Folder
		}
		view.Editions = append(view.Editions, e)
	}
	for _, n := range c.Networks {
		folder := root + n.ID + "/"
		if partsOf(n, "").count == 0 {
			folder += folderOf(c.Language, n)
		}
		in := n.In(c.Language.Tag)
		view.Cards = append(view.Cards, card{in, words{c.Language, in}, folder, folder + "picture.wide.svg"})
	}
	w := words{c.Language, nil}
	page, err := templates.Clone()
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	var b bytes.Buffer
	if err := page.Funcs(w.funcs(page)).ExecuteTemplate(&b, "collection.html", view); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = out.Write(b.Bytes())
	return err
}

// TextLang returns the language of a text of the network if the page has another,
// otherwise "".
func (c card) TextLang(field string) string { return c.in("", field) }
