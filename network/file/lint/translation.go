package lint

import (
	"fmt"
	"strings"
)

// untranslated finds texts of the network that a translation beside it lacks.
func untranslated(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Missing() {
			problem := fmt.Sprintf("it has no %s in %s", strings.Join(g.Fields, ", "), t.Lang)
			if g.Line == 0 {
				problem = fmt.Sprintf("it is not translated into %s: %s", t.Lang, strings.Join(g.Fields, ", "))
			}
			s.warnAt(t.Name, g.Line, g.ID, problem, "“proxynet translate” writes the lines to fill in; until then pages show the original")
		}
	}
}

// olderTranslation finds translations whose original has changed since.
func olderTranslation(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Older() {
			if g.Diff == "" {
				s.warnAt(t.Name, g.Line, g.ID, fmt.Sprintf("its %s doesn’t say which original it translates", g.Older),
					fmt.Sprintf("write “%s: {%s: the original, %s: its translation}”, so that a later change of the original is noticed", g.Older, t.Original(), t.Lang))
				continue
			}
			s.warnAt(t.Name, g.Line, g.ID, fmt.Sprintf("its %s is older than the original, which has changed since: %s", g.Older, g.Diff),
				fmt.Sprintf("translate it again, and write the original as it is now after “%s:”", t.Original()))
		}
	}
}
