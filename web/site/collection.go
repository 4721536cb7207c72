package site

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
)

// collection adds the files of several networks, each in a folder named by its
// id, and the page that leads to them.
func (k *Kit) collection(files map[string][]byte, drawings []*scene.Drawing, o Options) error {
	page := web.Collection{Title: o.Title, Assets: k.assets, Notices: noticesName, Address: o.Address}
	for _, d := range drawings {
		folder := d.ID + "/"
		if _, twice := files[folder+"index.html"]; twice {
			return fmt.Errorf("two networks have the id %q, which names a network’s folder; give one another", d.ID)
		}
		if !file.Portable(d.ID) {
			return fmt.Errorf("a network has the id %q, which Windows can't have as a folder's name; give it another", d.ID)
		}
		if reserved(d.ID) {
			return fmt.Errorf("a network has the id %q, which the site needs for itself; give it another", d.ID)
		}
		at := place{up: "../"}
		if o.Address != "" {
			at.address = o.Address + folder
		}
		own, err := k.network(d, at)
		if err != nil {
			return err
		}
		for name, data := range own {
			files[path.Join(d.ID, name)] = data
		}
		page.Networks = append(page.Networks, web.Card{Network: d.Network, Folder: folder, Picture: folder + "picture.wide.svg"})
	}
	var index bytes.Buffer
	if err := web.RenderCollection(&index, page); err != nil {
		return err
	}
	files["index.html"] = index.Bytes()
	return nil
}

// reserved reports whether a folder of that name may hold files of a site's own.
func reserved(id string) bool {
	return slices.Contains(append(language.Tags(), "assets", "demo", "evidence"), id)
}
