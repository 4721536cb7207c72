package network

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// DateRange is a day, a month or a year: the days from First to Last, both
// included, as "2006-01-02".
type DateRange struct{ First, Last string }

// ParseDateRange reads an EDTF date of level 0: "2006", "2006-01" or "2006-01-02".
func ParseDateRange(text string) (DateRange, error) {
	for layout, end := range map[string]func(time.Time) time.Time{
		time.DateOnly: func(t time.Time) time.Time { return t },
		"2006-01":     func(t time.Time) time.Time { return t.AddDate(0, 1, -1) },
		"2006":        func(t time.Time) time.Time { return t.AddDate(1, 0, -1) },
	} {
		if len(text) != len(layout) {
			continue
		}
		if t, err := time.Parse(layout, text); err == nil {
			return DateRange{t.Format(time.DateOnly), end(t).Format(time.DateOnly)}, nil
		}
	}
	return DateRange{}, fmt.Errorf("date %q is none of YYYY, YYYY-MM and YYYY-MM-DD", text)
}

// CompareDays compares days in the format of [Date], with the result of [cmp.Compare].
// Years beyond four digits have a sign.
func CompareDays(a, b string) int {
	yearA, restA := cutYear(a)
	yearB, restB := cutYear(b)
	if yearA != yearB {
		if yearA < yearB {
			return -1
		}
		return 1
	}
	return strings.Compare(restA, restB)
}

// cutYear returns the year of a day, and its month and day.
func cutYear(day string) (int64, string) {
	at := strings.IndexByte(day[min(1, len(day)):], '-') + 1 // a first "-" is a sign
	year, _ := strconv.ParseInt(day[:at], 10, 64)            // in range: package file bounds it
	return year, day[at:]
}
