package desk

import (
	"regexp"
	"strconv"
	"strings"
)

// number matches a number as articles print it: digits with spaces, commas, points or
// apostrophes.
var number = regexp.MustCompile(`\d+(?:[,.'’\x{a0}\x{202f} ]\d+)*`)

// scales are the words that multiply a number, in the order of the search. With other
// words the number stays as it is, for the author to check.
var scales = []struct {
	word  string
	times float64
}{{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}

// currencies maps unambiguous signs and words of currencies to their ISO 4217 codes. A
// dollar or a pound without a country is the best known one; the author sees it in the
// new detail.
var currencies = []struct{ word, code string }{
	{"€", "EUR"}, {"euro", "EUR"}, {"£", "GBP"}, {"pound", "GBP"}, {"$", "USD"}, {"dollar", "USD"}, {"¥", "JPY"}, {"yen", "JPY"}, {"franc", "CHF"},
}

var code = regexp.MustCompile(`\b[A-Z]{3}\b`)

// amountOf returns the number in the words of an amount, such as 40000 for “40,000
// euros” and 1500000 for “$1.5 million”, and the code of its currency, "" if they
// name none. ok is false if there is no number or more than one.
func amountOf(words string) (value, currency string, ok bool) {
	found := number.FindAllString(words, -1)
	if len(found) != 1 {
		return "", "", false
	}
	n, err := strconv.ParseFloat(plainNumber(found[0]), 64)
	if err != nil {
		return "", "", false
	}
	lower := strings.ToLower(words)
	for _, s := range scales {
		if strings.Contains(lower, s.word) {
			n *= s.times
			break
		}
	}
	if currency = code.FindString(words); currency == "" {
		for _, c := range currencies {
			if strings.Contains(lower, c.word) {
				currency = c.code
				break
			}
		}
	}
	return strconv.FormatFloat(n, 'f', -1, 64), currency, true
}

// plainNumber returns a number without the signs between its thousands. A sign before
// anything but three digits is that of decimals.
func plainNumber(text string) string {
	last := strings.LastIndexAny(text, ",.")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if last < 0 || len(text)-last-1 == 3 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], "") + "." + parts[len(parts)-1]
}
