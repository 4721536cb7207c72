package file

import (
	"proxynet/network/message"
)

// nearest returns the word most similar to word, the first of equals, or "" if none is
// similar.
func nearest(word string, words []string) string {
	const share = 3 // at most one letter in share may differ
	best, most := "", len(word)/share+1
	for _, w := range words {
		if d := len(w) - len(word); d >= most || -d >= most {
			continue // at least that many edits apart
		}
		if d := distance(word, w); d < most {
			best, most = w, d
		}
	}
	return best
}

// distance returns the number of bytes to insert, delete or replace that turns a into b
// (Levenshtein 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			edits := diagonal
			if a[i] != b[j] {
				edits++
			}
			diagonal = row[j+1]
			row[j+1] = min(edits, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func didYouMean(word string) message.Message { return message.New("did you mean %s?", word) }

// fixForWord returns the fix for a word that is not allowed.
func fixForWord(word string, allowed []string) message.Message {
	if near := nearest(word, allowed); near != "" {
		return didYouMean(near)
	}
	return oneOf(allowed)
}

// oneOf returns the fix that lists the words that are allowed.
func oneOf(allowed []string) message.Message {
	return message.New("write one of: %s", message.Strings(allowed))
}
