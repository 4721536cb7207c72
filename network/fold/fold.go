package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a folded text with a map to the original. From and To have an element for
// each byte of Text: the range of bytes of the original from which it comes.
type Folded struct {
	Text     string
	From, To []int
}

// Text folds a text.
func Text(text string) Folded {
	var b strings.Builder
	var f Folded
	gap, last := -1, ""
	write := func(s string, from, to int) {
		b.WriteString(s)
		for range len(s) {
			f.From, f.To = append(f.From, from), append(f.To, to)
		}
	}
	for at := 0; at < len(text); {
		cluster := text[at : at+clusterLength(text[at:])]
		end := at + len(cluster)
		first, size := utf8.DecodeRuneInString(cluster)
		switch {
		case size == len(cluster) && unicode.IsSpace(first):
			if gap < 0 {
				gap = at
			}
		default:
			folded := foldCluster(cluster)
			switch {
			case folded == "":
			case folded == "-" && last == "-": // a dash typed as two hyphens
				f.To[len(f.To)-1] = end
				gap = -1
			default:
				if gap >= 0 && last != "" && folded != "-" && last != "-" {
					write(" ", gap, at)
				}
				write(folded, at, end)
				last, gap = folded, -1
			}
		}
		at = end
	}
	f.Text = b.String()
	return f
}

// clusterLength returns the length in bytes of the first cluster of a text: a
// character with its marks, or a run of conjoining jamo. NFC never composes more than
// that.
func clusterLength(text string) int {
	isJamo := func(c rune) bool { return c >= 0x1100 && c <= 0x11ff }
	first, length := utf8.DecodeRuneInString(text)
	with := unicode.IsMark
	if isJamo(first) {
		with = isJamo
	}
	for length < len(text) {
		c, size := utf8.DecodeRuneInString(text[length:])
		if !with(c) {
			break
		}
		length += size
	}
	return length
}

func foldCluster(cluster string) string {
	if len(cluster) == 1 && cluster != "`" {
		return cluster
	}
	seen := strings.Map(func(c rune) rune {
		if unicode.Is(unseen, c) {
			return -1
		}
		return c
	}, cluster)
	composed := norm.NFC.String(seen)
	if first, size := utf8.DecodeRuneInString(composed); size == len(composed) {
		if sign, ok := plain[first]; ok {
			return sign
		}
	}
	if !strings.ContainsFunc(composed, isCompatible) {
		return composed
	}
	var b strings.Builder
	for _, c := range composed {
		if isCompatible(c) {
			b.WriteString(norm.NFKC.String(string(c)))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func isCompatible(c rune) bool { return unicode.Is(compatible, c) }
