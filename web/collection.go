package web

import (
	"bytes"
	"fmt"
	"io"

	"proxynet/network"
	"proxynet/web/language"
)

// Collection is all that the page is made of which leads to several networks.
type Collection struct {
	Title    string
	Networks []Card
	Assets   string // folder of scripts and styles
	Notices  string // the licences of all software in the site
	Address  string // where the page will stand, or ""
}

// Card is a network as it stands in a collection.
type Card struct {
	*network.Network
	Folder  string // of its page, such as "quds/"
	Picture string // address of its picture
}

// RenderCollection writes the page. It writes nothing when it fails. It is in the
// language that all its networks share, or else in the fallback.
func RenderCollection(out io.Writer, c Collection) error {
	if len(c.Networks) == 0 {
		return fmt.Errorf("web: the collection has no network")
	}
	tag := c.Networks[0].Lang
	for _, n := range c.Networks {
		if n.Lang != tag {
			tag = language.Fallback
		}
	}
	w := words{language.Of(tag), nil}
	own, err := templates.Clone()
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	view := struct {
		Collection
		Language *language.Language
	}{c, w.Language}
	var b bytes.Buffer
	if err := own.Funcs(w.funcs(own)).ExecuteTemplate(&b, "collection.html", view); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = out.Write(b.Bytes())
	return err
}
