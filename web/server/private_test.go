package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"proxynet/web/server"
)

func TestPrivateAdmits(t *testing.T) {
	const listed = "https://cms.example.org"
	type header = map[string]string
	tests := []struct {
		name    string
		method  string
		headers header
		want    bool
		listed  bool // when the origin is listed
	}{
		{"typed into the address bar", "GET", header{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, true, true},
		{"a program", "GET", nil, true, true},
		{"its own page's script", "GET", header{"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost:8080", "Sec-Fetch-Dest": "script"}, true, true},
		{"its own page's stream", "GET", header{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty"}, true, true},
		{"its own page's form", "POST", header{"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost:8080"}, true, true},
		{"a link elsewhere", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, true, true},
		{"a form elsewhere", "POST", header{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, false, false},
		{"a form in an old browser", "POST", header{"Origin": "https://evil.example"}, false, false},
		{"a fetch elsewhere", "GET", header{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, false, false},
		{"a fetch without CORS", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "empty"}, false, false},
		{"another port of this machine", "GET", header{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, false, false},
		{"a sandboxed frame", "GET", header{"Sec-Fetch-Site": "cross-site", "Origin": "null", "Sec-Fetch-Dest": "script"}, false, false},
		{"a frame elsewhere", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, false, true},
		{"an object elsewhere", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "object"}, false, false},
		{"a picture elsewhere", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image", "Referer": "https://evil.example/"}, false, false},
		{"a picture in a listed page", "GET", header{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image", "Referer": listed + "/article"}, false, true},
		{"a script in a listed page", "GET", header{"Sec-Fetch-Site": "cross-site", "Origin": listed, "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "script"}, false, true},
		{"an origin that begins like a listed one", "GET", header{"Sec-Fetch-Site": "cross-site", "Origin": listed + ".evil.example", "Sec-Fetch-Mode": "cors"}, false, false},
		{"the same host by another scheme's port", "GET", header{"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8081", "Sec-Fetch-Mode": "cors"}, false, false},
	}
	site := fstest.MapFS{"index.html": {Data: []byte("an unpublished claim")}, "app.js": {Data: []byte("an unpublished claim")}}
	h, err := server.New(site)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, origins := range [][]string{nil, {listed}} {
				want := test.want
				if origins != nil {
					want = test.listed
				}
				r := httptest.NewRequest(test.method, "http://localhost:8080/app.js", nil)
				for name, value := range test.headers {
					r.Header.Set(name, value)
				}
				w := httptest.NewRecorder()
				server.Private(h, origins...).ServeHTTP(w, r)
				if got := w.Code != http.StatusForbidden; got != want {
					t.Errorf("admitted %v, want %v, with origins %q", got, want, origins)
				}
				if !want && strings.Contains(w.Body.String(), "claim") {
					t.Errorf("the refusal has the content")
				}
				readable := w.Header().Get("Access-Control-Allow-Origin")
				if readable != "" && (readable != r.Header.Get("Origin") || readable != listed || origins == nil) {
					t.Errorf("%q may read it, with origins %q", readable, origins)
				}
			}
		})
	}
}

func TestPrivateHeaders(t *testing.T) {
	h, err := server.New(fstest.MapFS{"index.html": {Data: []byte("x")}, "assets/0123456789abcdef/a.js": {Data: []byte("x")}})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/assets/0123456789abcdef/a.js", "/nothing"} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			w := httptest.NewRecorder()
			server.Private(h).ServeHTTP(w, httptest.NewRequest(method, path, nil))
			got := w.Result().Header
			policies := strings.Join(got.Values("Content-Security-Policy"), "\n")
			if !strings.Contains(policies, "frame-ancestors 'self'") || !strings.Contains(policies, "default-src 'none'") {
				t.Errorf("%s %s: policies %q", method, path, policies)
			}
			for name, want := range map[string]string{"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Access-Control-Allow-Origin": ""} {
				if got.Get(name) != want {
					t.Errorf("%s %s: %s is %q, want %q", method, path, name, got.Get(name), want)
				}
			}
			if strings.Contains(got.Get("Cache-Control"), "public") {
				t.Errorf("%s %s: caches may keep it: %q", method, path, got.Get("Cache-Control"))
			}
		}
	}
}

// A stream passes through, and its headers are set before its first bytes.
func TestPrivateStreams(t *testing.T) {
	flushed := make(chan bool)
	s := httptest.NewServer(server.Private(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
		<-flushed
	})))
	defer s.Close()
	defer close(flushed)
	response, err := http.Get(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got := response.Header.Get("Cross-Origin-Resource-Policy"); got != "same-origin" {
		t.Errorf("the stream has the policy %q", got)
	}
}

func TestCheckOrigin(t *testing.T) {
	for _, good := range []string{"http://localhost:3000", "https://cms.example.org", "http://[::1]:8080"} {
		if err := server.CheckOrigin(good); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "*", "null", "localhost:3000", "https://cms.example.org/", "https://cms.example.org/a", "https://*.example.org", "ftp://example.org", "https://a b", "https://a;script-src", "https://user@example.org", "HTTPS://example.org"} {
		if server.CheckOrigin(bad) == nil {
			t.Errorf("%q passes for an origin", bad)
		}
	}
}
