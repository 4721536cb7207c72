package xlsx

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// dateFormat is the layout (see package time) with which a cell shows a number as a
// date, with the precision shown; "" if the number is no date.
type dateFormat string

const (
	showsYear  dateFormat = "2006"
	showsMonth dateFormat = "2006-01"
	showsDay   dateFormat = time.DateOnly
)

// readStyles reads the number formats of cells.
func (w *workbook) readStyles(part string) error {
	own := map[string]dateFormat{}
	var within string
	return w.each(part, func(x *reader.XML, e *reader.Element) error {
		switch e.Local {
		case "numFmt":
			if len(own) < 10_000 { // Excel has at most a few hundred
				own[e.Attr("numFmtId")] = dateFormatOf(e.Attr("formatCode"))
			}
		case "cellStyleXfs", "cellXfs", "dxfs", "cellStyles":
			within = e.Local
		case "xf":
			if within != "cellXfs" || len(w.formats) > 100_000 { // Excel has at most 65,490
				return nil
			}
			id := e.Attr("numFmtId")
			format, known := own[id]
			if number, err := strconv.Atoi(id); !known && err == nil {
				format = builtInDate(number)
			}
			w.formats = append(w.formats, format)
		}
		return nil
	})
}

// builtInDate returns the format of that number, which no workbook declares
// (ECMA-376, part 1, 18.8.30).
func builtInDate(number int) dateFormat {
	switch {
	case number == 17:
		return showsMonth
	case number >= 14 && number <= 16, number == 22, number >= 27 && number <= 31, number >= 34 && number <= 36, number >= 50 && number <= 58:
		return showsDay
	}
	return ""
}

// literal matches the parts of a format's code that are literal text, conditions or
// colors.
var literal = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

// dateFormatOf returns the date format for a format's code.
func dateFormatOf(code string) dateFormat {
	code, _, _ = strings.Cut(strings.ToLower(literal.ReplaceAllString(code, "")), ";")
	if strings.Contains(code, "general") {
		return ""
	}
	year, day := strings.ContainsAny(code, "ye"), strings.Contains(code, "d")
	if strings.ContainsAny(code, "0#?") { // 0.00E+00
		year = strings.Contains(code, "y")
	}
	month := strings.Contains(code, "m") && (year || day || !strings.ContainsAny(code, "hs"))
	switch {
	case day && (year || month):
		return showsDay
	case year && month:
		return showsMonth
	case year:
		return showsYear
	}
	return ""
}

// number returns a number as text: as the date shown in the cell, or without the
// rounding error of binary fractions.
func (w *workbook) number(text string, style int) string {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
		return text
	}
	if style >= 0 && style < len(w.formats) && w.formats[style] != "" {
		if day, ok := w.day(value); ok {
			if _, fraction := math.Modf(value); fraction > 1e-6 {
				w.losses.Add(1, graph.LossTime, "")
			}
			return day.Format(string(w.formats[style]))
		}
	}
	if value == math.Trunc(value) && math.Abs(value) < 1<<53 {
		return strconv.FormatInt(int64(value), 10)
	}
	const digits = 15 // shown by Excel
	return strconv.FormatFloat(value, 'g', digits, 64)
}

// day returns the date for a number of days. Excel treats 1900 as a leap year, as Lotus
// 1-2-3 did.
func (w *workbook) day(value float64) (time.Time, bool) {
	const last = 2_958_465 // 9999-12-31
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case value < 1 && !w.is1904 || value < 0 || value > last:
		return time.Time{}, false
	case w.is1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case value < 61:
		first = first.AddDate(0, 0, 1)
	}
	return first.AddDate(0, 0, int(value)), true
}
