package site

import (
	"io/fs"
	"path"

	"proxynet/web"
)

// addDemo adds the article pages of the demonstration: pages at the root of the
// site, where the snippet finds the embed, styles in a folder of their own.
func addDemo(files map[string][]byte) error {
	return fs.WalkDir(web.Demo, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := web.Demo.ReadFile(name)
		if path.Ext(name) == ".html" {
			name = path.Base(name)
		}
		files[name] = data
		return err
	})
}
