package file

import "proxynet/network"

// ParsePeriod reads an EDTF expression as [ParseDate] does, and works out the
// days that follow from what it claims. An error is a [*DateError].
func ParsePeriod(expression string, means network.Meaning) (network.Date, error) {
	d, err := ParseDate(expression)
	if err == nil {
		setMeaning(&d, means)
	}
	return d, err
}

// setMeaning makes d, which is as [ParseDate] returned it, claim means. "" leaves
// it as it is.
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
