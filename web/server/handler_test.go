package server_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"proxynet/web"
	"proxynet/web/server"
)

const (
	script = "assets/0123456789abcdef/page/app.js"
	viewer = "viewer.0123456789abcdef.wasm"
	data   = "network.fedcba9876543210.json"
)

var site = fstest.MapFS{
	"index.html":    {Data: []byte("<!doctype html>")},
	"index.html.br": {Data: []byte("html br")},
	"index.html.gz": {Data: []byte("html gz")},
	script:          {Data: []byte("let plain")},
	script + ".br":  {Data: []byte("js br")},
	viewer:          {Data: []byte("\x00asm")},
	data:            {Data: []byte("{}")},
	"style.css":     {Data: []byte("body{}")},
	"notes.gz":      {Data: []byte("no variant")},
}

func newServer(t *testing.T) *httptest.Server {
	t.Helper()
	h, err := server.New(site)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// get requests exactly this path, without the client's cleaning of paths and
// decompression.
func get(t *testing.T, s *httptest.Server, method, path string, header map[string]string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, s.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.URL.Opaque = path
	for name, value := range header {
		r.Header.Set(name, value)
	}
	transport := &http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	response, err := transport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	return response, body.String()
}

func TestFiles(t *testing.T) {
	const keep = "public, max-age=31536000, immutable"
	for _, c := range []struct {
		name, path                   string
		body, media, caching, shared string
	}{
		{"root is the page", "/", "<!doctype html>", "text/html; charset=utf-8", "no-cache", ""},
		{"page by its name", "/index.html", "<!doctype html>", "text/html; charset=utf-8", "no-cache", ""},
		{"script", "/" + script, "let plain", "text/javascript; charset=utf-8", keep, "*"},
		{"viewer", "/" + viewer, "\x00asm", "application/wasm", keep, "*"},
		{"network", "/" + data, "{}", "application/json", keep, "*"},
		{"name without a hash", "/style.css", "body{}", "text/css; charset=utf-8", "no-cache", "*"},
		{".gz file without a plain file", "/notes.gz", "no variant", "application/octet-stream", "no-cache", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, body := get(t, newServer(t), "GET", c.path, nil)
			got := []string{response.Status, body}
			want := []string{"200 OK", c.body}
			for _, h := range []struct{ name, want string }{
				{"Content-Type", c.media},
				{"Cache-Control", c.caching},
				{"Access-Control-Allow-Origin", c.shared},
				{"Content-Encoding", ""},
			} {
				got, want = append(got, response.Header.Get(h.name)), append(want, h.want)
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestHandlerServesOnlyTheSite(t *testing.T) {
	for _, c := range []struct {
		name, method, path string
		status             int
	}{
		{"unknown file", "GET", "/nothing.html", 404},
		{"folder", "GET", "/assets/", 404},
		{"folder without a slash", "GET", "/assets", 404},
		{"way out of the site", "GET", "/../server/handler.go", 404},
		{"encoded way out", "GET", "/%2e%2e/server/handler.go", 404},
		{"way out and back", "GET", "/assets/../index.html", 404},
		{"variant by its own name", "GET", "/index.html.br", 404},
		{"writing", "POST", "/", 405},
		{"deleting", "DELETE", "/index.html", 405},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, body := get(t, newServer(t), c.method, c.path, nil)
			if response.StatusCode != c.status {
				t.Errorf("got status %d and %q, want %d", response.StatusCode, body, c.status)
			}
			if response.Header.Get("Content-Security-Policy") == "" {
				t.Error("got no content security policy on the error, want one")
			}
		})
	}
}

func TestVariants(t *testing.T) {
	for _, c := range []struct {
		name, path, accept   string
		body, encoding, vary string
	}{
		{"brotli before gzip", "/", "gzip, deflate, br, zstd", "html br", "br", "Accept-Encoding"},
		{"gzip where brotli is unknown", "/", "gzip", "html gz", "gzip", "Accept-Encoding"},
		{"brotli refused", "/", "br;q=0, gzip;q=0.5", "html gz", "gzip", "Accept-Encoding"},
		{"anything goes", "/", "*", "html br", "br", "Accept-Encoding"},
		{"anything but brotli", "/", "*, br; q=0", "html gz", "gzip", "Accept-Encoding"},
		{"capital letters", "/", "BR", "html br", "br", "Accept-Encoding"},
		{"a weight that is no number", "/", "br;q=high", "<!doctype html>", "", "Accept-Encoding"},
		{"no header", "/", "", "<!doctype html>", "", "Accept-Encoding"},
		{"no such variant", "/" + script, "gzip", "let plain", "", "Accept-Encoding"},
		{"no variant at all", "/" + viewer, "br", "\x00asm", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, body := get(t, newServer(t), "GET", c.path, map[string]string{"Accept-Encoding": c.accept})
			h := response.Header
			got := [3]string{body, h.Get("Content-Encoding"), h.Get("Vary")}
			if want := [3]string{c.body, c.encoding, c.vary}; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if response.ContentLength != int64(len(c.body)) {
				t.Errorf("got length %d, want %d", response.ContentLength, len(c.body))
			}
		})
	}
}

func TestHandlerRevalidates(t *testing.T) {
	s := newServer(t)
	tags := map[string]bool{}
	for _, encoding := range []string{"br", "gzip", "identity"} {
		first, _ := get(t, s, "GET", "/", map[string]string{"Accept-Encoding": encoding})
		tag := first.Header.Get("ETag")
		if tag == "" || tags[tag] {
			t.Errorf("%s: got tag %q, want one of its own", encoding, tag)
		}
		tags[tag] = true
		again, body := get(t, s, "GET", "/", map[string]string{"Accept-Encoding": encoding, "If-None-Match": tag})
		if again.StatusCode != 304 || body != "" {
			t.Errorf("%s: got status %d and %q, want 304 and nothing", encoding, again.StatusCode, body)
		}
	}
}

func TestHandlerHeadAndRange(t *testing.T) {
	s := newServer(t)
	head, body := get(t, s, "HEAD", "/"+viewer, nil)
	if head.ContentLength != 4 || body != "" {
		t.Errorf("HEAD: got length %d and body %q, want 4 and nothing", head.ContentLength, body)
	}
	part, body := get(t, s, "GET", "/"+viewer, map[string]string{"Range": "bytes=1-2"})
	if part.StatusCode != 206 || body != "as" {
		t.Errorf("range: got status %d and %q, want 206 and %q", part.StatusCode, body, "as")
	}
}

func TestSecurityHeaders(t *testing.T) {
	response, _ := get(t, newServer(t), "GET", "/", nil)
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src 'self'; base-uri 'none'; form-action 'none'",
		"X-Content-Type-Options":  "nosniff",
		"Referrer-Policy":         "no-referrer",
		"Set-Cookie":              "",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestOwnPolicy(t *testing.T) {
	const own = "default-src 'none'; worker-src 'self'"
	for _, c := range []struct{ name, headers, want string }{
		{"of every path", "/*\n  X-Robots-Tag: none\n  Content-Security-Policy: " + own + "\n", own},
		{"of some paths", "/assets/*\n  Content-Security-Policy: " + own + "\n", web.Headers[0].Value},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := server.New(fstest.MapFS{"index.html": {}, "_headers": {Data: []byte(c.headers)}})
			if err != nil {
				t.Fatal(err)
			}
			s := httptest.NewServer(h)
			t.Cleanup(s.Close)
			response, _ := get(t, s, "GET", "/", nil)
			if got := response.Header.Get("Content-Security-Policy"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
				t.Errorf("X-Content-Type-Options is %q", got)
			}
		})
	}
}

func TestHandlerWithoutSite(t *testing.T) {
	_, err := server.New(fstest.MapFS{"readme.txt": {}})
	if err == nil || !strings.Contains(err.Error(), "index.html") {
		t.Errorf("got error %v, want one that names index.html", err)
	}
}
