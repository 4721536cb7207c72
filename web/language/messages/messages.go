// Package messages renders the messages of findings and refusals (package
// network/message) in the languages of the interface. Each language but English has a
// file with its translations by the English formats.
//
// In a translation, {1}, {2}… are the values in the order of the English format, and
// `…` is what authors write or see in the file, from left to right and in the language's
// quotation marks, such as `summary: …`.
package messages

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"proxynet/network/message"
	"proxynet/web/language"
)

//go:embed *.json
var files embed.FS

// translations are the translations by the tag of their language.
var translations = readAll()

func readAll() map[string]map[string]string {
	all := make(map[string]map[string]string)
	for _, tag := range language.Tags() {
		data, err := files.ReadFile(tag + ".json")
		if err != nil {
			continue // English, or one without translations
		}
		texts := make(map[string]string)
		if err := json.Unmarshal(data, &texts); err != nil {
			panic(fmt.Sprintf("messages: %s.json: %v", tag, err)) // a bug: the file is embedded
		}
		all[tag] = texts
	}
	return all
}

// Unicode's isolates, which keep a value from reordering the words around it.
const (
	isolateLTR, isolateFirst, isolateEnd = "\u2066", "\u2068", "\u2069"
)

// Say renders a message in a language. A message without a translation is in English.
func Say(l *language.Language, m message.Message) string {
	texts := translations[l.Tag]
	if texts == nil || m.IsNone() {
		if m.IsNone() {
			return ""
		}
		return m.String()
	}
	text, ok := texts[m.Format()]
	switch {
	case ok:
	case m.Format() == "%s" || m.Format() == "%w":
		text = "{1}"
	default:
		return isolateLTR + m.String() + isolateEnd
	}
	verbs := Verbs(m.Format())
	var b strings.Builder
	code := false
	for rest := text; rest != ""; {
		at := strings.IndexAny(rest, "{`")
		if at < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:at])
		if rest[at] == '`' {
			if code {
				b.WriteString(isolateEnd + "»")
			} else {
				b.WriteString("«" + isolateLTR)
			}
			code = !code
			rest = rest[at+1:]
			continue
		}
		number, after, _ := strings.Cut(rest[at+1:], "}")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(m.Values()) || n > len(verbs) { // a brace of code, such as “{speaker: ID}”
			b.WriteByte('{')
			rest = rest[at+1:]
			continue
		}
		b.WriteString(value(l, verbs[n-1], m.Values()[n-1], code))
		rest = after
	}
	return b.String()
}

// value renders a value of a message. In code, digits and quotation marks stay as the
// author writes them.
func value(l *language.Language, verb byte, v any, code bool) string {
	switch v := v.(type) {
	case message.Message:
		return Say(l, v)
	case message.List:
		return joined(l, v, "، ", "، ")
	case message.Either:
		return joined(l, v, "، ", " "+Say(l, message.New("or"))+" ")
	case message.Lines:
		return joined(l, v, "\n", "\n")
	case error:
		return Error(l, v)
	case int:
		if !code && verb == 'd' {
			return l.Number(v)
		}
	}
	if verb == 'q' && !code {
		return "«" + isolate(fmt.Sprint(v)) + "»"
	}
	if verb == 'q' || verb == 'w' {
		verb = 'v'
	}
	return isolate(fmt.Sprintf("%"+string(verb), v))
}

// joined renders a list.
func joined(l *language.Language, list []any, between, last string) string {
	var b strings.Builder
	for i, item := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			b.WriteString(last)
		default:
			b.WriteString(between)
		}
		verb := byte('v')
		if _, ok := item.(int); ok {
			verb = 'd'
		}
		b.WriteString(value(l, verb, item, false))
	}
	return b.String()
}

// isolate isolates a text that has anything but letters of right-to-left scripts.
func isolate(text string) string {
	plain := func(c rune) bool { return unicode.In(c, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(c) }
	if text == "" || !strings.ContainsFunc(text, func(c rune) bool { return !plain(c) }) {
		return text
	}
	return isolateFirst + text + isolateEnd
}

// Error renders an error in a language: its message, or that of an error that it wraps.
// Others are in English.
func Error(l *language.Language, err error) string {
	if translations[l.Tag] == nil {
		return err.Error()
	}
	if m := message.Of(err); !m.IsNone() {
		return Say(l, m)
	}
	var all interface{ Unwrap() []error }
	if errors.As(err, &all) {
		var lines []string
		for _, one := range all.Unwrap() {
			lines = append(lines, Error(l, one))
		}
		return strings.Join(lines, "\n")
	}
	return isolateLTR + err.Error() + isolateEnd
}

// Verbs returns the verbs of an English format, such as "sd" for "%s has %d".
func Verbs(format string) []byte {
	var verbs []byte
	for rest := format; ; {
		_, after, found := strings.Cut(rest, "%")
		if !found {
			return verbs
		}
		after = strings.TrimLeft(after, "+-# 0123456789.")
		if after == "" {
			return verbs
		}
		if after[0] != '%' {
			verbs = append(verbs, after[0])
		}
		rest = after[1:]
	}
}
