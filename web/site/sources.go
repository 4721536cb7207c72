//go:build !js

package site

import (
	"io/fs"
	"path"

	"proxynet/viz/svg"
	"proxynet/web"
)

// Sources returns the scripts and styles of a site as they are written, by their
// paths from the folder of scripts. exec is wasm_exec.js of the Go toolchain.
func Sources(exec []byte) (map[string][]byte, error) {
	sources := map[string][]byte{
		"poster.css":   []byte(svg.Style()),
		"wasm_exec.js": exec,

		"language/strings.js": web.EmbedStrings(),
	}
	err := fs.WalkDir(web.Assets, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		sources[path.Clean(name)], err = web.Assets.ReadFile(name)
		return err
	})
	return sources, err
}
