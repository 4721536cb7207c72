package site

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"

	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
)

// collection adds the files of several networks, each in a folder named by its
// id, and the page that lists them, in every language.
func (b *Builder) collection(files map[string][]byte, drawings []*scene.LaidOutNetwork, o Options) error {
	page := web.Collection{Title: o.Title, Address: o.Address}
	taken := map[string]bool{}
	for _, d := range drawings {
		if taken[d.ID] {
			return fmt.Errorf("two networks have the id %q, which names a network’s folder; give one another", d.ID)
		}
		if !file.Portable(d.ID) {
			return fmt.Errorf("a network has the id %q, which Windows can't have as a folder's name; give it another", d.ID)
		}
		if reserved(d.ID) {
			return fmt.Errorf("a network has the id %q, which the site needs for itself; give it another", d.ID)
		}
		taken[d.ID] = true
		page.Networks = append(page.Networks, d.Network)
	}
	if len(page.Networks) == 0 {
		return errors.New("there is no network to build; name one with --network")
	}
	own := make([]map[string][]byte, len(drawings))
	err := each(len(drawings), func(i int) (err error) {
		at := place{up: "../"}
		if o.Address != "" {
			at.address = o.Address + drawings[i].ID + "/"
		}
		own[i], err = b.network(drawings[i], at)
		return err
	})
	if err != nil {
		return err
	}
	for i, d := range drawings {
		for name, data := range own[i] {
			files[path.Join(d.ID, name)] = data
		}
	}
	page.Language, page.Assets, page.Notices = web.CollectionLanguage(page.Networks), b.assets, noticesName
	if err := addIndex(files, "", page); err != nil {
		return err
	}
	page.InFolder, page.Assets, page.Notices = true, "../"+b.assets, "../"+noticesName
	for _, l := range language.All {
		page.Language = l
		if err := addIndex(files, l.Tag+"/", page); err != nil {
			return err
		}
	}
	return nil
}

func addIndex(files map[string][]byte, folder string, page web.Collection) error {
	var index bytes.Buffer
	if err := web.RenderCollection(&index, page); err != nil {
		return err
	}
	files[folder+"index.html"] = index.Bytes()
	return nil
}

// reserved reports whether a folder of that name may hold files of a site's own.
func reserved(id string) bool {
	return slices.Contains(append(language.Tags(), "assets", "demo", "evidence"), id)
}
