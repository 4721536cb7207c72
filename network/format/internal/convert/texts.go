package convert

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
	"proxynet/network/visible"
)

// texts reads texts from attributes in the form that a network allows.
type texts struct{ losses *graph.Losses }

// tidy returns a text as a network may contain it: in one line, without invisible
// characters, and no longer than most.
func (t texts) tidy(s string, most int) string {
	s = strings.ToValidUTF8(s, "")
	clean := strings.Map(func(c rune) rune {
		switch {
		case c == noBreakSpace:
			return c
		case unicode.IsSpace(c):
			return ' '
		case visible.Refused(c):
			return -1
		}
		return c
	}, s)
	if len(clean) < len(s) && hasInvisible(s) {
		t.losses.Add(1, graph.LossText, graph.Show(s))
	}
	clean = strings.TrimSpace(strings.Join(strings.FieldsFunc(clean, func(c rune) bool { return c == ' ' }), " "))
	if runes := []rune(clean); len(clean) > most && len(runes) > most {
		t.losses.Add(1, graph.LossLong, graph.Show(s))
		clean = strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return clean
}

// hasInvisible reports whether a text contains characters, other than white space, that
// tidy removes.
func hasInvisible(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return visible.Refused(c) && !unicode.IsSpace(c) })
}

// slug returns a text as an id: in lower case without accents, words joined by hyphens;
// "" if none of its characters is allowed in ids.
func slug(s string, most int) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= most {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// noBreakSpace keeps two words on a line.
const noBreakSpace = '\u00a0'

// summary removes and returns a description.
func (t texts) summary(as *graph.Attributes) string {
	for _, name := range []string{graph.AttrSummary, "description", "blurb"} {
		if at := as.Find(name); at >= 0 && (*as)[at].Value.Type == graph.Text {
			return t.tidy(as.Take(name), graph.MaxSummary)
		}
	}
	return ""
}

// aliases removes and returns a list of texts.
func (t texts) aliases(as *graph.Attributes) []string {
	var list []string
	if !as.Decode(graph.AttrAliases, &list) {
		return nil
	}
	var out []string
	for _, alias := range list {
		if alias = t.tidy(alias, graph.MaxLabel); alias != "" {
			out = append(out, alias)
		}
	}
	return out
}

// same removes and returns addresses that identify a node on other sites.
func (t texts) same(as *graph.Attributes) []string {
	var list, out []string
	if !as.Decode(graph.AttrSame, &list) {
		return nil
	}
	for _, address := range list {
		if canonical, err := file.Address(address); err == nil {
			out = append(out, canonical)
		} else {
			t.losses.Drop(graph.LossField, graph.AttrSame)
		}
	}
	return out
}

// names removes and returns names by language.
func (t texts) names(as *graph.Attributes) map[string]string {
	var all map[string]string
	if !as.Decode(graph.AttrNames, &all) {
		return nil
	}
	out := make(map[string]string, len(all))
	for _, lang := range slices.Sorted(maps.Keys(all)) {
		tag, err := language.Parse(lang)
		if name := t.tidy(all[lang], graph.MaxLabel); err == nil && name != "" {
			out[tag.String()] = name
		} else if name != "" {
			t.losses.Drop(graph.LossField, graph.AttrNames+"."+lang)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// rest returns the attributes without a field in the model as text, and counts them.
// Values that don't fit are reported as losses.
func (t texts) rest(as graph.Attributes) string {
	const begin = "Imported with "
	var b strings.Builder
	for _, a := range as {
		if drawing(a) {
			t.losses.Drop(graph.LossDrawing, a.Name)
			continue
		}
		name, value := t.tidy(a.Name, graph.MaxLabel), t.tidy(a.Value.Text, graph.MaxLabel)
		if value == "" {
			continue
		}
		part := strings.TrimSpace(name + " " + value)
		if b.Len() > 0 && utf8.RuneCountInString(begin+b.String()+"; "+part) >= graph.MaxRest {
			t.losses.Drop(graph.LossFull, a.Name)
			continue
		}
		t.losses.Drop(graph.LossRest, a.Name)
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(part)
	}
	if b.Len() == 0 {
		return ""
	}
	return begin + b.String() + "."
}

// lose reports the attributes of the graph without a field in the model.
func (t texts) lose(as graph.Attributes) {
	for _, a := range as {
		t.losses.Drop(graph.LossGraph, a.Name)
	}
}

// drawing reports whether an attribute is only about the drawing in another program. A
// “position” in words is an office.
func drawing(a graph.Attribute) bool {
	switch {
	case strings.EqualFold(a.Name, "position"):
		return a.Value.Type != graph.Text || !strings.ContainsFunc(a.Value.Text, unicode.IsLetter)
	case strings.HasPrefix(a.Name, "_"), a.Name == "SUID", a.Name == "networkx_key":
		return true
	}
	return graph.IsDrawing(a.Name)
}

// join joins two texts, each a sentence.
func join(a, b string) string {
	if a != "" && b != "" && !strings.ContainsAny(a[len(a)-1:], ".!?") && !strings.HasSuffix(a, "…") && !strings.HasSuffix(a, "”") {
		a += "."
	}
	return strings.TrimSpace(a + " " + b)
}
