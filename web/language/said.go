package language

import (
	"regexp"
	"strings"
)

// said finds the keys that a script says: written out, or a group with its dot.
var said = regexp.MustCompile(`\bsay\(\s*['"` + "`" + `]([a-z-]+\.[a-z0-9-]*)`)

// KeysOf lists the keys that scripts say, in the order in which they say them,
// each once. One that ends in a dot stands for its whole group.
func KeysOf(scripts ...[]byte) []string {
	var keys []string
	seen := map[string]bool{}
	for _, script := range scripts {
		for _, found := range said.FindAllSubmatch(script, -1) {
			if key := string(found[1]); !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// Said returns the strings of keys, in groups as a file has them, for scripts:
// say.js reads them. The language's digits, direction and decimal point are always among them. A key that
// no file has is left out; a test of scripts finds it.
func (l *Language) Said(keys []string) map[string]map[string]any {
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
