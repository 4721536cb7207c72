package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a text.
type token struct {
	form       string // folded, see foldRune
	start, end int    // in bytes of the text
}

// tokens splits a text into words: runs of letters, digits and the joiners of Persian.
// An apostrophe ends a word; the “s” after it is dropped.
func tokens(text string) []token {
	var list []token
	var form []byte
	start, apostrophe := -1, false
	end := func(at int) {
		if start >= 0 && len(form) > 0 && !(apostrophe && string(form) == "s") {
			list = append(list, token{string(form), start, at})
		}
		form, start, apostrophe = form[:0], -1, false
	}
	for at, c := range text {
		switch {
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c) && start >= 0:
			if start < 0 {
				start = at
			}
			form = foldRune(form, c)
			if unspaced(c) {
				end(at + utf8.RuneLen(c))
			}
		case c == zeroWidthNonJoiner && start >= 0:
		default:
			end(at)
			apostrophe = c == '’' || c == '\''
		}
	}
	end(len(text))
	return compound(list)
}

// compound joins the verbal prefix “می” and the endings that Persian writes with a joiner
// or a space to their words.
func compound(list []token) []token {
	out := list[:0]
	for _, t := range list {
		if last := len(out) - 1; last >= 0 && (beginnings[out[last].form] || joinedEndings[t.form]) {
			out[last].form += t.form
			out[last].end = t.end
			continue
		}
		out = append(out, t)
	}
	return out
}

var (
	beginnings    = map[string]bool{"می": true, "نمی": true}
	joinedEndings = map[string]bool{"ها": true, "های": true, "اند": true}
)

const zeroWidthNonJoiner = '\u200c'

// unspaced reports whether c belongs to a script without spaces between words. Each such
// character counts as a word.
func unspaced(c rune) bool {
	return c >= 0x0e00 && unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// foldRune appends c folded for comparison: in lower case, without accents, and with one
// letter for the variants of Arabic, Persian and Latin letters.
func foldRune(form []byte, c rune) []byte {
	if c < utf8.RuneSelf {
		return append(form, byte(unicode.ToLower(c)))
	}
	c = unicode.ToLower(c)
	if same, known := sameLetter[c]; known {
		return append(form, same...)
	}
	for _, d := range norm.NFKD.String(string(c)) {
		if unicode.IsMark(d) || d == 'ـ' { // vowel signs, accents, the tatweel
			continue
		}
		if same, known := sameLetter[d]; known {
			form = append(form, same...)
		} else {
			form = utf8.AppendRune(form, d)
		}
	}
	return form
}

var sameLetter = map[rune]string{
	'ي': "ی", 'ى': "ی", 'ئ': "ی", 'ك': "ک", 'ة': "ه", 'ۀ': "ه", 'ە': "ه",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ؤ': "و", 'ء': "",
	'ß': "ss", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ı': "i",
}

// fold returns the words of a text in their folded forms.
func fold(text string) []string { return formsOf(tokens(text)) }

// formsOf returns the folded forms of words.
func formsOf(list []token) []string {
	forms := make([]string, len(list))
	for i, t := range list {
		forms[i] = t.form
	}
	return forms
}

// isArabic reports whether most letters of a text are Arabic or Persian.
func isArabic(text string) bool {
	arabic, all := 0, 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			all++
			if unicode.Is(unicode.Arabic, c) {
				arabic++
			}
		}
	}
	return 2*arabic > all
}

// isPersian reports whether a text has letters of Persian that Arabic doesn't have.
func isPersian(text string) bool { return strings.ContainsAny(text, "پچژگکی") }
