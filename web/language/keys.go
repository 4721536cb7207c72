package language

import (
	"regexp"
	"strings"
)

// translated finds the keys that a script passes to t: a whole key, or a group with
// its dot.
var translated = regexp.MustCompile(`\bt\(\s*['"` + "`" + `]([a-z-]+\.[a-z0-9-]*)`)

// KeysOf returns the keys that scripts translate, each once, in the order of their
// first use. A key that ends in a dot means its whole group.
func KeysOf(scripts ...[]byte) []string {
	var keys []string
	seen := map[string]bool{}
	for _, script := range scripts {
		for _, found := range translated.FindAllSubmatch(script, -1) {
			if key := string(found[1]); !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// Subset returns the strings of keys for scripts, in groups as in a file; translate.js
// reads them. It always includes the language's digits, direction and decimal point.
// A key that no file has is left out; a test of the scripts reports it.
func (l *Language) Subset(keys []string) map[string]map[string]any {
	all := map[string]map[string]any{}
	add := func(group, name string) {
		if m, in := l.find(group + "." + name); in != nil {
			if all[group] == nil {
				all[group] = map[string]any{}
			}
			all[group][name] = m
		}
	}
	for _, key := range append([]string{"language.digits", "language.direction", "language.decimal"}, keys...) {
		group, name, _ := strings.Cut(key, ".")
		if name != "" {
			add(group, name)
			continue
		}
		for _, in := range []*Language{l, All[0]} {
			for name := range in.groups[group] {
				add(group, name)
			}
		}
	}
	return all
}
