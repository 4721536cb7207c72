package site

import (
	"encoding/json"
	"fmt"
)

// ScriptsName is the file in which the editor has the scripts and styles of the
// sites that it publishes.
const ScriptsName = "scripts.json"

// packScripts returns the scripts and styles of a site as one file.
func packScripts(scripts map[string][]byte) []byte {
	texts := make(map[string]string, len(scripts))
	for name, data := range scripts {
		texts[name] = string(data)
	}
	packed, err := json.Marshal(texts)
	if err != nil {
		panic("site: " + err.Error()) // never of a map of strings
	}
	return packed
}

// UnpackScripts returns the scripts and styles in the file of the editor.
func UnpackScripts(packed []byte) (map[string][]byte, error) {
	var texts map[string]string
	if err := json.Unmarshal(packed, &texts); err != nil {
		return nil, fmt.Errorf("%s: %w", ScriptsName, err)
	}
	scripts := make(map[string][]byte, len(texts))
	for name, text := range texts {
		scripts[name] = []byte(text)
	}
	return scripts, nil
}
