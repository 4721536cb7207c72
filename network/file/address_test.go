package file_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
)

func TestAddress(t *testing.T) {
	const link, page, site = 1, 2, 4
	tests := []struct {
		address string
		accept  int
	}{
		{"https://example.org/quds/", link | page | site}, {"http://localhost:8080/", link | page | site}, {"https://[2001:db8::1]/a/", link | page | site}, {"https://127.0.0.1/", link | page | site},
		{"https://bücher.example/شبکه/", link | page | site}, {"HTTPS://Example.org/", link | page | site}, {"https://example.org./", link | page | site},
		{"https://example.org/quds/index.html", link | page}, {"https://example.org", link | page}, {"https://example.org/?id=5", link | page},
		{"https://example.org/#top", link}, {"https://example.org/a?b#c", link}, {"https://example.org/#", link},
		{"javascript:alert(1)", 0}, {"JavaScript://example.org/%0aalert(1)", 0}, {"data:text/html,x", 0}, {"file:///etc/passwd", 0}, {"ftp://example.org/", 0}, {"//example.org/", 0},
		{"example.org/", 0}, {"", 0}, {"https:", 0}, {"https://", 0}, {"https:///a/", 0}, {"https:example.org/", 0}, {"https://:8080/", 0}, {"https://?/", 0},
		{"https://user:secret@example.org/", 0}, {"https://user@example.org/", 0}, {"https://@example.org/", 0}, {"https://:@example.org/", 0}, {"https://example.org:secret@evil.example/", 0},
		{"https://example.org\\@evil.example/", 0}, {"https://example.org/\\../", link | page | site}, {" https://example.org/", 0}, {"https://example.org/a b/", link | page | site}, {"https://exa\nmple.org/", 0},
		{"https://example.org/\u202e/", link | page | site}, {"https://exam\u200bple.org/", 0}, {"https://example.org/\x1b[2J", 0}, {"https://exa<mple>.org/", 0}, {"https://\"onload=x\"/", 0}, {"https://a..b/", 0},
	}
	for _, test := range tests {
		for bit, check := range map[int]func(string) (string, error){link: file.Address, page: file.PageAddress, site: file.SiteAddress} {
			got, err := check(test.address)
			if accepted := err == nil; accepted != (test.accept&bit != 0) {
				t.Errorf("%q (%d): got %q, %v", test.address, bit, got, err)
			}
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("%q: the error tells the password: %v", test.address, err)
			}
			if strings.ContainsAny(got, "<>\"' \n\\\u202e") {
				t.Errorf("%q: got %q", test.address, got)
			}
		}
	}
}
