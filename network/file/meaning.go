package file

import "proxynet/network"

// ParsePeriod is [ParseDate] for a date with a meaning, which decides on the days that
// the date claims. The error is a [*ValueError].
func ParsePeriod(expression string, means network.Meaning) (network.Date, error) {
	d, err := ParseDate(expression)
	if err == nil {
		setMeaning(&d, means)
	}
	return d, err
}

// setMeaning gives d, a result of [ParseDate], a meaning. "" changes nothing.
func setMeaning(d *network.Date, means network.Meaning) {
	single := !d.Interval()
	switch means {
	case network.Known:
		if single {
			d.Begun, d.Lasts = d.Latest, d.Earliest
		}
		d.Earliest, d.Latest = "", ""
	case network.Began:
		d.Begun, d.Lasts, d.Latest = d.Latest, "", ""
	case network.Within:
		d.Begun, d.Lasts = d.Latest, d.Earliest
	case network.Throughout:
		if single {
			d.Begun, d.Lasts = d.Earliest, d.Latest
		}
	}
	d.Means = means
}
