package lint

import (
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
)

// uncitedName finds paragraphs that no passage cites and that name nodes by label or
// alias.
func uncitedName(s *search) {
	for _, c := range s.coverage {
		a := s.articles[c.Source]
		named := s.namedIn(a)
		for _, number := range c.Uncited {
			labels := named[number-1]
			if len(labels) == 0 {
				continue
			}
			p := a.Paragraphs[number-1]
			s.warnAbout(a, p.Line, s.paragraphID(c.Source, number), p.Text,
				message.New("no passage cites this paragraph, which names %s", shortList(labels)),
				message.New("quote it where it supports something, or accept the warning"))
		}
	}
}

// mostNamed limits the search: the number of occurrences of names in an article, far
// above that of articles for readers.
const mostNamed = 2_000_000

// namedIn returns the labels of the nodes that each paragraph of an article names, by
// index of the paragraph.
func (s *search) namedIn(a *file.Article) map[int][]string {
	named := make(map[int][]string)
	places := make(map[string][]int) // by name
	total := 0
	for _, o := range s.n.Nodes {
		reported := make(map[int]bool)
		for _, name := range namesOf(o) {
			name = withoutThe(name)
			found, known := places[name]
			if !known {
				found = a.With(name)
				places[name] = found
			}
			for _, i := range found {
				if !reported[i] {
					reported[i], named[i] = true, append(named[i], o.Label)
				}
			}
			if total += 1 + len(found); total > mostNamed {
				s.warn(o.ID, message.New("the nodes' names occur too often in %s to find them all; this is the last one that was searched for", a.Name), message.New("search the text yourself for names that no passage cites"))
				return named
			}
		}
	}
	return named
}

// paragraphID returns the id of a paragraph in “accept”, with the source if there are
// several.
func (s *lookup) paragraphID(source string, number int) string {
	if len(s.n.Sources) == 1 {
		return fmt.Sprintf("paragraph-%d", number)
	}
	return fmt.Sprintf("%s-paragraph-%d", source, number)
}

// shortList joins names by commas, and counts those beyond the first few.
func shortList(names []string) message.Message {
	const most = 4
	if len(names) > most {
		return message.New("%s and %d others", message.Strings(names[:most]), len(names)-most)
	}
	return message.New("%s", message.Strings(names))
}

// namesOf returns the names of a node in the source's language.
func namesOf(o network.Node) []string { return append([]string{o.Label}, o.Aliases...) }

// withoutThe drops the article of a name, since “The council” is “the council” inside a
// sentence.
func withoutThe(name string) string {
	const the = "the "
	if len(name) > len(the) && strings.EqualFold(name[:len(the)], the) {
		return name[len(the):]
	}
	return name
}
