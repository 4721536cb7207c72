package site

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"proxynet/network"
	"proxynet/viz/svg"
	"proxynet/web"
	"proxynet/web/language"
)

// addPages adds the page in every language, each in a folder of its name with
// the pictures in that language, and the one in the network's own language, or
// the fallback, at the root too. A large network, which has its evidence in
// parts, comes in its own language only.
func (b *Builder) addPages(files map[string][]byte, page web.Page, parts map[string][]byte) error {
	for _, l := range language.All {
		if len(parts) > 0 {
			break
		}
		page.Language, page.Folder = l, l.Tag+"/"
		if err := b.addPage(files, page); err != nil {
			return err
		}
	}
	page.Language, page.Folder = language.Of(page.Drawing.Lang), ""
	return b.addPage(files, page)
}

func (b *Builder) addPage(files map[string][]byte, page web.Page) error {
	d := page.Drawing.In(page.Language.Tag)
	if err := addData(files, &page); err != nil {
		return err
	}
	for layout, into := range map[string]*template.HTML{"wide": &page.Wide, "tall": &page.Tall} {
		drawn, err := svg.Picture(d, layout, web.EntryLink(d.Network))
		if err != nil {
			return err
		}
		*into = template.HTML(drawn.String()) // package svg escapes every text
		files[page.Folder+"picture."+layout+".svg"] = drawn.File()
	}
	if err := addFigure(files, d, &page); err != nil {
		return err
	}
	page.AddScript = func(script []byte) string {
		name := hashedName("page", script, "js")
		files[name] = script
		return name
	}
	page.AddClaims = func(claims []byte) string {
		name := hashedName("claims", claims, "json")
		files[name] = claims
		return name
	}
	var index bytes.Buffer
	if err := web.Render(&index, page); err != nil {
		return err
	}
	files[page.Folder+"index.html"] = index.Bytes()
	if page.Address == "" || page.Canonical() != page.Address+page.Folder {
		return nil
	}
	return b.addCard(files, d, page)
}

// unshown returns which translations of a network no page shows, in words; "" for none.
func unshown(n *network.Network) string {
	var lost []string
	for _, t := range n.Translations {
		if language.Of(t.Lang).Tag != strings.ToLower(strings.Split(t.Lang, "-")[0]) {
			lost = append(lost, t.Lang)
		}
	}
	switch {
	case web.Entries(n) > web.MostEntries && len(n.Translations) > 0:
		return fmt.Sprintf("network %q is large: its page comes in its own language only, and its translations are not shown", n.ID)
	case lost != nil:
		return fmt.Sprintf("network %q: no page shows its translation into %s; the interface has %s", n.ID, strings.Join(lost, ", "), strings.Join(language.Tags(), ", "))
	}
	return ""
}
