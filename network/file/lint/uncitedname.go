package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// uncitedName finds, in every paragraph that no passage cites, the nodes that
// it names by label or alias.
func uncitedName(s *search) {
	for _, c := range s.coverage {
		a := s.articles[c.Source]
		for _, number := range c.Uncited {
			p := a.Paragraphs[number-1]
			var named []string
			for _, o := range s.n.Nodes {
				if slices.ContainsFunc(namesOf(o), func(name string) bool { return standsIn(p.Text, name) }) {
					named = append(named, o.Label)
				}
			}
			if len(named) == 0 {
				continue
			}
			s.warnAt(a.Name, p.Line, s.paragraphID(c.Source, number),
				fmt.Sprintf("no passage cites this paragraph, which names %s", shortList(named)),
				"quote it where it supports something, or accept the warning in the network’s file")
		}
	}
}

// paragraphID is how a paragraph is named in “accept”: with its source, where
// there are several.
func (s *search) paragraphID(source string, number int) string {
	if len(s.n.Sources) == 1 {
		return fmt.Sprintf("paragraph-%d", number)
	}
	return fmt.Sprintf("%s-paragraph-%d", source, number)
}

// shortList writes names apart by commas; many are counted.
func shortList(names []string) string {
	const most = 4
	if len(names) > most {
		return fmt.Sprintf("%s and %d others", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// namesOf returns what a node is called in the source's language.
func namesOf(o network.Node) []string { return append([]string{o.Label}, o.Aliases...) }

// standsIn tells whether a text has a name as whole words, a leading “the” aside.
func standsIn(text, name string) bool {
	name = withoutThe(name)
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return false
		}
		start := from + at
		end := start + len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && !inWord(after) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[start:])
		from = start + size
	}
	return false
}

func inWord(c rune) bool { return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c)) }

// withoutThe takes the article off a name: “The council” is “the council” where
// it stands inside a sentence.
func withoutThe(name string) string {
	const the = "the "
	if len(name) > len(the) && strings.EqualFold(name[:len(the)], the) {
		return name[len(the):]
	}
	return name
}
