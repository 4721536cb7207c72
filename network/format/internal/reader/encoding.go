package reader

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"proxynet/network/format/internal/graph"
)

// encodingNamed returns the encoding of that name, nil for UTF-8. It accepts the labels
// of browsers, https://encoding.spec.whatwg.org/#names-and-labels.
func encodingNamed(name string) (encoding.Encoding, error) {
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %s: write for example utf-8, windows-1252, windows-1256 or shift_jis", graph.Show(name))
	}
	switch canonical, err := htmlindex.Name(enc); {
	case err != nil || canonical == "replacement" || canonical == "x-user-defined":
		return nil, fmt.Errorf("the encoding %s can't be read: save the file in UTF-8", graph.Show(name))
	case canonical == "utf-8":
		return nil, nil
	}
	return enc, nil
}

// likelyEncodings are the usual encodings of tables that are not in UTF-8, the most
// frequent first.
var likelyEncodings = []string{
	"windows-1252", "windows-1251", "windows-1256", "windows-1250", "windows-1254", "windows-1253", "windows-1255",
	"shift_jis", "gb18030", "euc-kr", "big5", "macintosh", "koi8-r",
}

// sampleBytes is the length of the sample from which an encoding is guessed.
const sampleBytes = 4 << 10

// notUTF8 returns the diagnostic for a text that is not UTF-8. It names likely
// encodings, and the first non-ASCII word in each.
func notUTF8(sample []byte, at int) (problem, fix string) {
	start := bytes.LastIndexByte(sample[:at], '\n') + 1
	sample = sample[start:]
	at -= start
	sample = sample[:min(len(sample), sampleBytes)]
	if end := bytes.LastIndexByte(sample, '\n'); end > at {
		sample = sample[:end] // at a character boundary
	}
	problem, fix = "this is not UTF-8", "save the file in UTF-8, or name its encoding, such as --encoding windows-1252"
	var best []string
	most := 0
	for _, name := range likelyEncodings {
		enc, err := htmlindex.Get(name)
		if err != nil {
			continue
		}
		text, err := enc.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		score, word := plausible(string(text))
		switch {
		case word == "" || score < most || len(best) > 0 && score <= 0:
			continue
		case score > most || len(best) == 0:
			best, most = nil, score
		}
		best = append(best, fmt.Sprintf("in %s it reads %s", name, graph.Show(word)))
	}
	if len(best) == 0 {
		return problem, fix
	}
	best = best[:min(len(best), 3)]
	return problem + ", but " + strings.Join(best, ", "), "save the file in UTF-8, or name its encoding, such as --encoding " + strings.Fields(best[0])[1]
}

// plausible scores how plausible a text is: each word is in one script, capitals come
// first, and accented letters are rare. It returns the first word with a letter outside
// ASCII, "" for an implausible text.
func plausible(text string) (score int, first string) {
	for _, c := range text {
		if c == utf8.RuneError || unicode.IsControl(c) && !unicode.IsSpace(c) || unicode.Is(unicode.Co, c) {
			return 0, ""
		}
		if c > 0x7f && !unicode.IsLetter(c) && !unicode.IsMark(c) && !strings.ContainsRune("’‘“”„«»–—…€°·§№©®\u00a0\u200c\u200d\u200e\u200f،؛؟「」、。・ー（）", c) {
			score -= 2
		}
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '\u200c' }) {
		strange, foreign := 0, 0
		var script *unicode.RangeTable
		mixed := false
		var before rune
		for _, c := range word {
			if c > 0x7f {
				strange++
			}
			if s := scriptOf(c); s != nil {
				mixed = mixed || script != nil && s != script
				script = s
			}
			if c > 0x7f && before > 0x7f && script == unicode.Latin {
				foreign++ // two accented letters side by side
			}
			before = c
		}
		if strange == 0 {
			continue
		}
		if first == "" {
			first = word
		}
		if mixed {
			score -= 3
		} else {
			score++
		}
		if rest := strings.TrimLeft(word, string([]rune(word)[:1])); word != strings.ToUpper(word) && rest != strings.ToLower(rest) {
			score -= 3 // a capital after the first letter of a word that isn't all capitals
		}
		score -= foreign
	}
	return score, first
}

// scripts are those that the likely encodings can write.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Greek, unicode.Hebrew, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana,
}

// scriptOf returns the script of a letter, one for all of Japanese, or nil.
func scriptOf(c rune) *unicode.RangeTable {
	for _, s := range scripts {
		if unicode.Is(s, c) {
			if s == unicode.Hiragana || s == unicode.Katakana {
				return unicode.Han
			}
			return s
		}
	}
	return nil
}
