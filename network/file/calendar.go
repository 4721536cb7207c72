package file

import "fmt"

// day is a day of the proleptic Gregorian calendar of ISO 8601 and EDTF: year 0 is
// 1 BC.
type day struct {
	year       int64
	month, day int
}

// String returns d in ISO 8601. Years that don't fit four digits have more, with a
// sign before them.
func (d day) String() string {
	if d.year < 0 || d.year > 9999 {
		return fmt.Sprintf("%+05d-%02d-%02d", d.year, d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

func (d day) before(e day) bool {
	if d.year != e.year {
		return d.year < e.year
	}
	if d.month != e.month {
		return d.month < e.month
	}
	return d.day < e.day
}

// daysIn returns how many days a month has.
func daysIn(year int64, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
