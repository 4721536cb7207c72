package lint

import (
	"proxynet/network/message"
)

// untranslated finds texts of the network that a translation lacks.
func untranslated(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Missing() {
			problem := message.New("it has no %s in %s", message.Strings(g.Fields), t.Lang)
			if g.Line == 0 {
				problem = message.New("it is not translated into %s (%s)", t.Lang, message.Strings(g.Fields))
			}
			s.warnAt(t.Name, g.Line, g.ID, problem, message.New("“proxynet translate” adds the lines to fill in; until then, pages show the original"))
		}
	}
}

// olderTranslation finds translations whose original has changed, or isn't given.
func olderTranslation(s *search) {
	for _, t := range s.Translations {
		for _, g := range t.Older() {
			if g.Diff == "" {
				s.warnAt(t.Name, g.Line, g.ID, message.New("the original of its %s is not given", g.Older),
					message.New("write “%s: {%s: the original, %s: its translation}”, so that check notices when the original changes", g.Older, t.Original(), t.Lang))
				continue
			}
			s.warnAt(t.Name, g.Line, g.ID, message.New("the original of its %s has changed since it was translated: %s", g.Older, g.Diff),
				message.New("update the translation, and copy the new original to “%s:”", t.Original()))
		}
	}
}
