package lint

import "strings"

// titles and legalForms contain, folded, the words of names that don't distinguish names.
var (
	titles     = wordSet("titles")
	legalForms = wordSet("legal")
)

// wordSet reads a file of words.
func wordSet(name string) map[string]bool {
	data, err := wordFiles.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic("lint: " + err.Error()) // a bug: the file is embedded
	}
	set := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			for _, word := range fold(line) {
				set[word] = true
			}
		}
	}
	return set
}
