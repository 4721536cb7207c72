package web

import "strings"

// Headers are the headers of every response of a host. Pages load only the site's own
// files, and no other site learns who reads them. The policy omits frame-ancestors,
// since newspapers may frame the page.
var Headers = [...]Header{
	{"Content-Security-Policy", strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"connect-src 'self'",
		"style-src 'self'",
		"img-src 'self' data: blob:",
		"frame-src 'self'", // an article page may be served with the site
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
}

// Header is a header of an answer.
type Header struct{ Name, Value string }
