package server

import (
	"strconv"
	"strings"
)

// choose returns the best body that an Accept-Encoding header allows. The plain
// one is always allowed: refusing it would only refuse the page.
func (f *file) choose(accept string) body {
	weights := weigh(accept)
	for _, b := range f.bodies {
		weight, named := weights[b.encoding]
		if !named {
			weight = weights["*"]
		}
		if b.encoding == "" || weight > 0 {
			return b
		}
	}
	panic("server: a file without a plain body")
}

// weigh parses an Accept-Encoding header (RFC 9110, section 12.5.3) into the weight of
// each coding. An invalid weight counts as 0.
func weigh(accept string) map[string]float64 {
	weights := map[string]float64{}
	for part := range strings.SplitSeq(accept, ",") {
		coding, parameter, weighed := strings.Cut(part, ";")
		weight := 1.0
		if weighed {
			_, value, _ := strings.Cut(parameter, "=")
			weight, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
		weights[strings.ToLower(strings.TrimSpace(coding))] = weight
	}
	return weights
}
