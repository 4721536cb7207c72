package slip

import (
	"strings"
	"unicode"

	"proxynet/network/message"
)

// tab finds a tab in the indentation.
func (f *finder) tab(line int) []correction {
	text := f.lines[line-1]
	indent := indentOf(text)
	if !strings.Contains(indent, "\t") {
		return nil
	}
	rest := text[len(indent):]
	var out []correction
	for _, in := range append(f.indents(line), strings.ReplaceAll(indent, "\t", "  "), strings.ReplaceAll(indent, "\t", "    "), strings.ReplaceAll(indent, "\t", "        ")) {
		out = append(out, correction{in + rest, message.New("it is indented with a tab"), message.New("use spaces; YAML allows no tabs there")})
	}
	return out
}

// space finds Unicode spaces other than U+0020.
func (f *finder) space(line int) []correction {
	text := f.lines[line-1]
	odd := rune(0)
	plain := strings.Map(func(c rune) rune {
		if c != ' ' && unicode.Is(unicode.Zs, c) {
			odd = c
			return ' '
		}
		return c
	}, text)
	if odd == 0 {
		return nil
	}
	return []correction{{plain, message.New("it has a %s, which is not a space to YAML", spaceName(odd)), message.New("use an ordinary space")}}
}

func spaceName(c rune) message.Message {
	if c == '\u00a0' || c == '\u202f' {
		return message.New("no-break space")
	}
	return message.New("space character %U", c)
}

// mark finds a quotation mark that is never closed, or one inside a text that ends
// the text.
func (f *finder) mark(line int) []correction {
	var add = message.New("close it")
	text := f.lines[line-1]
	var out []correction
	for _, v := range valuesOf(text) {
		value := text[v.from:v.to]
		if value == "" || value[0] != '"' && value[0] != '\'' {
			continue
		}
		sign := value[:1]
		inner := strings.TrimRight(value[1:], " ")
		closed := strings.HasSuffix(inner, sign)
		body := strings.TrimSuffix(inner, sign)
		replace := func(with string) string { return text[:v.from] + with + text[v.to:] }
		switch {
		case !closed && !strings.Contains(body, sign):
			out = append(out, correction{replace(sign + body + sign), message.New("a quotation mark is never closed"), add})
		case sign == "'":
			out = append(out, correction{replace(Quote(body)), message.New("an apostrophe inside single quotation marks ends the text"), message.New("write it in double quotation marks")})
		default:
			out = append(out, correction{replace(Quote(strings.ReplaceAll(body, `\"`, `"`))), message.New("a quotation mark inside the text ends it"), message.New(`write \" for each one inside`)})
		}
	}
	return out
}

// Quote returns a text in double quotation marks.
func Quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// comma finds a missing comma between two fields in braces.
func (f *finder) comma(line int) []correction {
	text := f.lines[line-1]
	var out []correction
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ':':
			if depth == 0 || i+1 < len(text) && text[i+1] != ' ' {
				continue
			}
			start := i
			for start > 0 && (isWordByte(text[start-1])) {
				start--
			}
			before := strings.TrimRight(text[:start], " ")
			if f.keys[text[start:i]] && before != "" && !strings.ContainsAny(before[len(before)-1:], ",{[") {
				out = append(out, correction{before + ", " + text[start:], message.New("the comma before “%s” is missing", text[start:i]), message.New("add it")})
			}
		}
	}
	return out
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
}

// bracket finds an unmatched bracket or brace.
func (f *finder) bracket(line int) []correction {
	text, comment := cutComment(strings.TrimRight(f.lines[line-1], "\r"))
	var open []byte
	var out []correction
	partner := map[byte]byte{'{': '}', '[': ']'}
	brace, bracket := message.New("brace"), message.New("bracket")
	names := map[byte]message.Message{'{': brace, '[': bracket, '}': brace, ']': bracket}
	fixed := strings.Builder{}
	missing, extra := byte(0), byte(0)
	quoted := byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted != 0:
			if c == quoted && (c == '\'' || text[i-1] != '\\') {
				quoted = 0
			}
		case (c == '"' || c == '\'') && i > 0 && strings.IndexByte(" [{,:", text[i-1]) >= 0:
			quoted = c
		case c == '{' || c == '[':
			open = append(open, c)
		case c == '}' || c == ']':
			for len(open) > 1 && partner[open[len(open)-1]] != c {
				missing = open[len(open)-1]
				fixed.WriteByte(partner[missing])
				open = open[:len(open)-1]
			}
			if len(open) == 0 || partner[open[len(open)-1]] != c {
				extra = c
				continue
			}
			open = open[:len(open)-1]
		}
		fixed.WriteByte(c)
	}
	line0 := strings.TrimRight(fixed.String(), " ")
	for i := len(open) - 1; i >= 0; i-- {
		missing = open[i]
		line0 += string(partner[open[i]])
	}
	if missing != 0 {
		out = append(out, correction{line0 + comment, message.New("a %s, %c, is never closed", names[missing], missing), message.New("close it with %c", partner[missing])})
	} else if extra != 0 {
		out = append(out, correction{line0 + comment, message.New("a %s, %c, closes nothing", names[extra], extra), message.New("remove it")})
	}
	return out
}

// cutComment splits a line before the comment at its end.
func cutComment(text string) (before, comment string) {
	quoted := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '"' || c == '\'':
			if i > 0 && strings.IndexByte(" [{,:", text[i-1]) >= 0 {
				quoted = c
			}
		case c == '#' && i > 0 && text[i-1] == ' ' && i+1 < len(text) && text[i+1] == ' ':
			at := len(strings.TrimRight(text[:i], " "))
			return text[:at], text[at:]
		}
	}
	return text, ""
}

// value finds a text that needs quotation marks.
func (f *finder) value(line int) []correction {
	text := f.lines[line-1]
	var out []correction
	for _, v := range valuesOf(text) {
		value := text[v.from:v.to]
		why := reason(value, v.flow)
		if why.IsNone() {
			continue
		}
		out = append(out, correction{text[:v.from] + Quote(value) + text[v.to:], why, message.New("put the text in quotation marks")})
	}
	return out
}

// reason returns why a text needs quotation marks, or None if it doesn't.
func reason(value string, flow bool) message.Message {
	if value == "" || value[0] == '"' || value[0] == '\'' {
		return message.None
	}
	switch {
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return message.New("a colon inside the text makes the part before it a field name")
	case strings.Contains(value, " #") || value[0] == '#':
		return message.New("a # after a space starts a comment, even inside a text")
	case strings.IndexByte("&*!|>%@`", value[0]) >= 0:
		return message.New("a text can't begin with %c", value[0])
	case flow && strings.ContainsAny(value, "[]{}"), value[0] == '[' || value[0] == '{':
		return message.New("a bracket or brace inside the text is syntax to YAML")
	}
	return message.None
}

// key finds a field without a colon, or a colon or dash without the space after it.
func (f *finder) key(line int) []correction {
	text := f.lines[line-1]
	indent := indentOf(text)
	rest := text[len(indent):]
	var out []correction
	if dashed, ok := strings.CutPrefix(rest, "-"); ok && dashed != "" && dashed[0] != ' ' && dashed[0] != '-' {
		out = append(out, correction{indent + "- " + dashed, message.New("there is no space after the dash"), message.New("add one")})
	}
	item := ""
	if cut, ok := strings.CutPrefix(rest, "- "); ok {
		item, rest = "- ", cut
	}
	end := 0
	for end < len(rest) && isWordByte(rest[end]) {
		end++
	}
	if name := rest[:end]; f.keys[name] && end < len(rest) {
		switch rest[end] {
		case ' ':
			out = append(out, correction{indent + item + name + ":" + rest[end:], message.New("the colon after “%s” is missing", name), message.New("add it")})
		case ':':
			out = append(out, correction{indent + item + name + ": " + strings.TrimLeft(rest[end+1:], " "), message.New("there is no space after the colon of “%s”", name), message.New("add one")})
		}
	}
	return out
}

// indentation finds a line that is indented unlike the lines around it.
func (f *finder) indentation(line int) []correction {
	text := f.lines[line-1]
	indent := indentOf(text)
	var out []correction
	for _, in := range f.indents(line) {
		if in != indent {
			out = append(out, correction{in + text[len(indent):], message.New("it is indented by %s, but the lines it belongs to by %d", spaces(len(indent)), len(in)), message.New("indent it like them")})
		}
	}
	return out
}

func spaces(n int) message.Message {
	if n == 1 {
		return message.New("1 space")
	}
	return message.New("%d spaces", n)
}
