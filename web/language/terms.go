package language

import (
	"maps"
	"strings"
)

// With returns the language with the strings of a network, by key. Braces in them are
// not placeholders.
func (l *Language) With(own map[string]string) *Language {
	out := l.copy()
	for key, text := range own {
		out.set(key, message{text: text, plain: true})
	}
	return out
}

// Renamed returns the language with the strings of a group in place of those whose
// keys are their names: "ask.chain" of group "chained" replaces ask.chain. The named
// values fill some of their placeholders.
func (l *Language) Renamed(group string, values ...string) *Language {
	var pairs []string
	for i := 0; i+1 < len(values); i += 2 {
		pairs = append(pairs, "{"+values[i]+"}", values[i+1])
	}
	fill := strings.NewReplacer(pairs...).Replace
	out := l.copy()
	for key := range All[0].groups[group] {
		m, _ := l.find(group + "." + key)
		filled := message{text: fill(m.text)}
		if m.forms != nil {
			filled.forms = make(map[string]string, len(m.forms))
			for form, text := range m.forms {
				filled.forms[form] = fill(text)
			}
		}
		out.set(key, filled)
	}
	return out
}

func (l *Language) copy() *Language {
	out := *l
	out.groups = maps.Clone(l.groups)
	return &out
}

// set sets the string of a key in a copy.
func (l *Language) set(key string, m message) {
	group, name, _ := strings.Cut(key, ".")
	all := maps.Clone(l.groups[group])
	if all == nil {
		all = map[string]message{}
	}
	all[name] = m
	l.groups[group] = all
}

// Decimal writes a decimal number such as "40000.5" in the language: "40,000.5".
func (l *Language) Decimal(number string) string {
	whole, fraction, some := strings.Cut(number, ".")
	var b strings.Builder
	for i, digit := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 {
			b.WriteString(l.thousands)
		}
		b.WriteRune(digit)
	}
	if some {
		b.WriteString(l.decimal + fraction)
	}
	return l.Digits(b.String())
}
