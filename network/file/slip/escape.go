package slip

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network/message"
)

// escape finds a backslash in double quotation marks that begins no character: one that
// YAML doesn't know, such as \d, or half of a surrogate pair, such as \ud83d.
func (f *finder) escape(line int) []correction {
	text := f.lines[line-1]
	var out []correction
	for _, v := range valuesOf(text) {
		value := text[v.from:v.to]
		if value[0] != '"' {
			continue
		}
		if first, corrected := escapes(value); first != "" {
			out = append(out, correction{text[:v.from] + corrected + text[v.to:], message.New("%s is not a character in YAML", first), message.New(`write the character itself, or \\ for a backslash`)})
		}
	}
	return out
}

// escapes returns the first escape of a text that YAML doesn't accept, "" if there is
// none, and the text without these: a surrogate pair becomes its character, and half of
// one the replacement character.
func escapes(text string) (first, corrected string) {
	var b strings.Builder
	for i := 0; i < len(text); {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			i++
			continue
		}
		size := 2
		with := text[i : i+2]
		if digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[text[i+1]]; digits > 0 {
			c, ok := hex(text[i+2:], digits)
			if size += digits; ok {
				with = text[i : i+size]
			} else {
				size, with = 2, `\`+text[i:i+2]
			}
			switch {
			case ok && utf16.IsSurrogate(c):
				second := rune(0)
				if rest := text[i+size:]; strings.HasPrefix(rest, `\u`) {
					second, _ = hex(rest[2:], digits)
				}
				if c = utf16.DecodeRune(c, second); c != utf8.RuneError {
					size *= 2
				}
				with = string(c)
			case ok && !utf8.ValidRune(c):
				with = string(utf8.RuneError)
			}
		} else if !strings.ContainsRune("0abt\tnvfre \"/\\N_LP", rune(text[i+1])) {
			with = `\` + text[i:i+2]
		}
		if with != text[i:i+size] && first == "" {
			first = text[i : i+size]
		}
		b.WriteString(with)
		i += size
	}
	return first, b.String()
}

// hex returns the number that a text begins with, in hexadecimal digits.
func hex(text string, digits int) (rune, bool) {
	if len(text) < digits {
		return 0, false
	}
	c, err := strconv.ParseUint(text[:digits], 16, 32)
	return rune(c), err == nil
}
