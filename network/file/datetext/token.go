package datetext

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// kind is the kind of a token.
type kind int

const (
	word     kind = iota
	number        // digits
	nth           // an ordinal number
	tens          // a decade, with its first year in n
	hundreds      // a century as EDTF has it, such as 18XX
	month
	season
	iso     // an ISO 8601 date with a month
	slashed // numbers separated by slashes or full stops
	dash    // or a slash
	doubt   // ?, ~ or %
)

// token is a word, number or sign of a date.
type token struct {
	kind kind
	role role // of a word
	n    int
	text string // as written
}

var pieces = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?\b`,
	`\d{1,4}([/.])\d{1,2}([/.])\d{1,4}\b`,
	`\d{3}X\b|\d\dXX\b`,
	`['’]?\d+(?:\p{L}|['’]\p{L})*`,
	`['’]?\p{L}[\p{L}.'’]*`,
	`[-–—‑‐/?~%]`,
}, "|") + `)`)

// tenX and hundredX match decades and centuries in EDTF.
var (
	tenX     = regexp.MustCompile(`^\d{3}X$`)
	hundredX = regexp.MustCompile(`^\d\dXX$`)
)

// separators are ignored.
const separators = " \t,;()[]“”„«»\"\u00a0\u202f،؛"

// tokenise splits a text into tokens. strange is text that is no token, or a word that
// is not in the vocabulary; "" if there is none.
func (v *vocabulary) tokenise(text string) (tokens []token, strange string) {
	for text != "" {
		if rest := strings.TrimLeft(text, separators); rest != text {
			text = rest
			continue
		}
		if last := len(tokens) - 1; text[0] == '.' && last >= 0 && tokens[last].kind == number && slices.Contains(v.endings, ".") {
			tokens[last].kind, text = nth, text[1:]
			continue
		}
		piece := pieces.FindString(text)
		if piece == "" {
			if text == "." {
				break
			}
			return nil, text
		}
		t, ok := v.token(piece)
		if !ok {
			return nil, piece
		}
		tokens, text = append(tokens, t), text[len(piece):]
	}
	return v.phrases(tokens)
}

// token classifies a piece of text; [vocabulary.phrases] adds the roles of words.
func (v *vocabulary) token(piece string) (token, bool) {
	t := token{text: piece}
	piece = strings.TrimLeft(piece, "'’") // ’90s
	switch first := piece[0]; {
	case strings.ContainsAny(piece, "?~%"):
		t.kind = doubt
		return t, true
	case piece == "/" || strings.Trim(piece, "-–—‑‐") == "":
		t.kind = dash
		return t, true
	case first < '0' || first > '9':
		return t, true // a word
	case hundredX.MatchString(piece):
		t.kind = hundreds
		return t, true
	case tenX.MatchString(piece):
		t.kind = tens
		t.n, _ = strconv.Atoi(piece[:3] + "0")
		return t, true
	case strings.ContainsAny(piece, "/."):
		t.kind = slashed
		return t, true
	case strings.Contains(piece, "-"):
		t.kind = iso
		return t, true
	}
	digits := strings.TrimRight(piece, strings.TrimLeft(piece, "0123456789"))
	ending := strings.ToLower(piece[len(digits):])
	n, err := strconv.Atoi(digits)
	t.n = n
	switch {
	case err != nil:
		return t, false
	case ending == "":
		t.kind = number
	case slices.Contains(v.decade, ending) && n%10 == 0:
		t.kind = tens
	case slices.Contains(v.endings, ending):
		t.kind = nth
	default:
		return t, false
	}
	return t, true
}

// phrases assigns roles to words, the longest phrases first, and joins the words of a
// phrase into one token.
func (v *vocabulary) phrases(tokens []token) (out []token, strange string) {
	const longest = 4 // words
	for i := 0; i < len(tokens); {
		if tokens[i].kind != word {
			out = append(out, tokens[i])
			i++
			continue
		}
		size := 0
		for n := min(longest, len(tokens)-i); n > 0 && size == 0; n-- {
			words := make([]string, n)
			for k, t := range tokens[i : i+n] {
				words[k] = plain(t.text)
			}
			if t, ok := v.phrase(strings.Join(words, " ")); ok {
				out, size = append(out, t), n
			}
		}
		if size == 0 {
			return nil, tokens[i].text
		}
		i += size
	}
	return out, ""
}

// phrase returns the token of a phrase.
func (v *vocabulary) phrase(text string) (token, bool) {
	t := token{text: text}
	switch {
	case v.roles[text] != noRole:
		t.role = v.roles[text]
	case v.months[text] > 0:
		t.kind, t.n = month, v.months[text]
	case v.seasons[text] > 0:
		t.kind, t.n = season, v.seasons[text]
	case v.ordinals[text] > 0:
		t.kind, t.n = nth, v.ordinals[text]
	case v.decades[text] > 0:
		t.role, t.n = decadeName, 10*v.decades[text]
	default:
		return t, false
	}
	return t, true
}
