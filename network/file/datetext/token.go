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
const separators = " \t,;()[]“”\"\u00a0\u202f"

// tokenise splits a text into tokens. strange is text that is no token, or a word that
// is not in the vocabulary; "" if there is none.
func (v *vocabulary) tokenise(text string) (tokens []token, strange string) {
	for text != "" {
		if strings.ContainsAny(text[:1], separators) || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "”") {
			text = strings.TrimLeft(text, separators)
			continue
		}
		piece := pieces.FindString(text)
		if piece == "" {
			rest := strings.TrimLeft(text, separators)
			if rest != text {
				text = rest
				continue
			}
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
	const longest = 3 // words of a phrase
	plain := func(t token) string { return strings.ToLower(strings.ReplaceAll(t.text, ".", "")) }
	for i := 0; i < len(tokens); {
		if tokens[i].kind != word {
			out = append(out, tokens[i])
			i++
			continue
		}
		size := 0
		for n := min(longest, len(tokens)-i); n > 0 && size == 0; n-- {
			var words []string
			for _, t := range tokens[i : i+n] {
				words = append(words, plain(t))
			}
			t := token{text: strings.Join(words, " ")}
			if r := v.roles[t.text]; r != noRole {
				t.role, size = r, n
				out = append(out, t)
			}
		}
		if size == 0 {
			t, name := tokens[i], plain(tokens[i])
			switch {
			case v.months[name] > 0:
				t.kind, t.n = month, v.months[name]
			case v.seasons[name] > 0:
				t.kind, t.n = season, v.seasons[name]
			case v.ordinals[name] > 0:
				t.kind, t.n = nth, v.ordinals[name]
			default:
				return nil, t.text
			}
			out, size = append(out, t), 1
		}
		i += size
	}
	return out, ""
}
