package lint

import (
	"fmt"
	"strings"
)

// untranslated finds texts of the network that a translation lacks.
func untranslated(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Missing() {
			problem := fmt.Sprintf("it has no %s in %s", strings.Join(g.Fields, ", "), t.Lang)
			if g.Line == 0 {
				problem = fmt.Sprintf("it is not translated into %s (%s)", t.Lang, strings.Join(g.Fields, ", "))
			}
			s.warnAt(t.Name, g.Line, g.ID, problem, "“proxynet translate” adds the lines to fill in; until then, pages show the original")
		}
	}
}

// olderTranslation finds translations whose original has changed, or isn't given.
func olderTranslation(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Older() {
			if g.Diff == "" {
				s.warnAt(t.Name, g.Line, g.ID, fmt.Sprintf("the original of its %s is not given", g.Older),
					fmt.Sprintf("write “%s: {%s: the original, %s: its translation}”, so that check notices when the original changes", g.Older, t.Original(), t.Lang))
				continue
			}
			s.warnAt(t.Name, g.Line, g.ID, fmt.Sprintf("the original of its %s has changed since it was translated: %s", g.Older, g.Diff),
				fmt.Sprintf("update the translation, and copy the new original to “%s:”", t.Original()))
		}
	}
}
