package fold

import (
	_ "embed"
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
)

//go:embed signs.json
var table []byte

// plain maps a character to its plain equivalent.
var plain = map[rune]string{}

// unseen contains invisible characters, and compatible those that Unicode's NFKC replaces
// by letters of the same meaning.
var unseen, compatible = &unicode.RangeTable{}, &unicode.RangeTable{}

func init() {
	var t struct {
		Signs              map[string]string
		Unseen, Compatible []string
	}
	if err := json.Unmarshal(table, &t); err != nil {
		panic("fold: signs.json: " + err.Error())
	}
	for sign, others := range t.Signs {
		for _, c := range others {
			plain[c] = sign
		}
	}
	fill(unseen, t.Unseen)
	fill(compatible, t.Compatible)
}

// fill adds ranges such as "200b-200f", in ascending order, to a table.
func fill(table *unicode.RangeTable, ranges []string) {
	for _, text := range ranges {
		first, last, isRange := strings.Cut(text, "-")
		if !isRange {
			last = first
		}
		table.R16 = append(table.R16, unicode.Range16{Lo: code(first), Hi: code(last), Stride: 1})
	}
}

func code(hex string) uint16 {
	n, err := strconv.ParseUint(hex, 16, 16)
	if err != nil {
		panic("fold: signs.json: " + err.Error())
	}
	return uint16(n)
}
