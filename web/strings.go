package web

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

	"proxynet/web/language"
)

// scriptKeys lists the strings that scripts of the page use, and embedKeys those
// that the embed uses in the article's page.
var scriptKeys, embedKeys = usedKeys()

func usedKeys() (page, embeds []string) {
	var scripts [][]byte
	err := fs.WalkDir(Assets, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		data, err := Assets.ReadFile(name)
		scripts = append(scripts, data)
		return err
	})
	if err != nil {
		panic("web: " + err.Error())
	}
	for _, key := range language.KeysOf(scripts...) {
		if strings.HasPrefix(key, "embed.") {
			embeds = append(embeds, key)
		} else {
			page = append(page, key)
		}
	}
	return page, embeds
}

// EmbedStrings is the script language/strings.js, with the strings of the embed
// in every language, since it runs in pages of others.
func EmbedStrings() []byte {
	all := map[string]any{}
	for _, l := range language.All {
		all[l.Tag] = l.Subset(embedKeys)
	}
	data, err := json.Marshal(all)
	if err != nil {
		panic("web: " + err.Error())
	}
	return []byte("export default " + string(data) + ";\n")
}
