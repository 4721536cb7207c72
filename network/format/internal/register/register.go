// Package register converts between ids and addresses of sites that identify people and
// organisations.
package register

import (
	"regexp"
	"strings"
)

// Sites that identify people and organisations, by the name of the scheme in other
// programs' files: the prefix and suffix of a page's address, and the pattern of an id.
var registers = []struct {
	schemes    []string
	begin, end string
	id         *regexp.Regexp
}{
	{[]string{"wikidata"}, "https://www.wikidata.org/wiki/", "", regexp.MustCompile(`^Q[1-9]\d*$`)},
	{[]string{"lei", "xi-lei"}, "https://search.gleif.org/#/record/", "", regexp.MustCompile(`^[0-9A-Z]{18}[0-9]{2}$`)},
	{[]string{"opensanctions"}, "https://www.opensanctions.org/entities/", "/", regexp.MustCompile(`^NK-[0-9A-Za-z]{10,40}$`)},
}

// Address returns the address of the page for an id in a scheme, "" if the scheme or
// the form of the id is unknown.
func Address(scheme, id string) string {
	for _, r := range registers {
		for _, s := range r.schemes {
			if strings.EqualFold(s, scheme) && r.id.MatchString(id) {
				return r.begin + id + r.end
			}
		}
	}
	return ""
}

// ID returns the id in a scheme for an address, "" if the address belongs to another
// scheme.
func ID(scheme, address string) string {
	for _, r := range registers {
		id, ok := strings.CutPrefix(address, r.begin)
		if id = strings.TrimSuffix(id, r.end); ok && r.schemes[0] == scheme && r.id.MatchString(id) {
			return id
		}
	}
	return ""
}
