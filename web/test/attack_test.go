//go:build unix

package test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestServe_UnderAttack sends attackers' requests, all at once: the server answers each
// with an error, uses little memory, and then serves as before.
func TestServe_UnderAttack(t *testing.T) {
	a := attack(t)
	before := memory(t, a)
	t.Run("all at once", func(t *testing.T) {
		t.Run("ways out of the folder", a.waysOut)
		t.Run("requests that are none", a.malformed)
		t.Run("names of others", a.names)
		t.Run("parts of a file", a.ranges)
		t.Run("who never ends a request", a.slow)
		t.Run("who asks and never reads", a.deaf)
	})
	a.flood(t)
	if after := memory(t, a); after > before+128<<20 {
		t.Errorf("the server has grown from %d to %d bytes", before, after)
	}
	if status, body := a.ask(t, "GET /"); status != 200 || body != "<!doctype html>" {
		t.Errorf("afterwards: got %d and %q", status, body)
	}
}

func (a *attacked) waysOut(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		"/../secret.txt", "/sub/../../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/.%2e/secret.txt",
		"/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/%uff0e%uff0e/secret.txt", `/..\secret.txt`, "/..%5csecret.txt", "/%2e%2e%5csecret.txt",
		"/....//secret.txt", "/..;/secret.txt", "/./../secret.txt", "/%00/../secret.txt", "/secret.txt%00.html", "/index.html%00", "/index.html/", "/index.html/../../secret.txt",
		"//secret.txt", "//etc/passwd", "/etc/passwd", "///", "http://localhost/../secret.txt", "http://localhost/etc/passwd", "file:///etc/passwd",
		"/link.txt", "/out/", "/out/secret.txt", "/sub", "/sub/", "/assets/", "/assets", "/.", "/..", "/?../secret.txt=/../secret.txt", "*",
	} {
		status, body := a.ask(t, "GET "+path)
		whole := strings.HasPrefix(path, "/?") && status == 200 && body == "<!doctype html>" // the part after ? is not requested
		if !whole && (status < 400 || status >= 500) || strings.Contains(body, secret) || strings.Contains(body, "root:") || strings.Contains(body, "page.html") {
			t.Errorf("%s: got status %d and %q", path, status, body)
		}
	}
}

func (a *attacked) malformed(t *testing.T) {
	t.Parallel()
	const end = " HTTP/1.1\r\nHost: localhost\r\n"
	for _, test := range []struct {
		name, request string
		status        int
	}{
		{"an address without end", "GET /" + strings.Repeat("a", 1<<20) + end + "\r\n", 431},
		{"a header without end", "GET /" + end + "X: " + strings.Repeat("a", 1<<20) + "\r\n\r\n", 431},
		{"headers without end", "GET /" + end + strings.Repeat("A: b\r\n", 1<<18) + "\r\n", 431},
		{"a body of all there is", "POST /" + end + "Content-Length: 9000000000000000000\r\n\r\n" + strings.Repeat("a", 1<<20), 405},
		{"a body that waits to be wanted", "POST /" + end + "Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n", 405},
		{"a body in pieces", "PUT /index.html" + end + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n" + strings.Repeat("a", 1<<20), 405},
		{"two lengths", "GET /" + end + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
		{"a length below nothing", "GET /" + end + "Content-Length: -1\r\n\r\n", 400},
		{"two hosts", "GET /" + end + "Host: example.org\r\n\r\n", 400},
		{"no host", "GET / HTTP/1.1\r\n\r\n", 400},
		{"not HTTP", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400},
		{"HTTP of the future", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505},
		{"a header cut in two", "GET /" + end + "X: a\rb\r\n\r\n", 400},
		{"a header without a name", "GET /" + end + ": b\r\n\r\n", 400},
		{"writing", "DELETE /index.html" + end + "\r\n", 405},
		{"tracing", "TRACE /" + end + "Cookie: a\r\n\r\n", 405},
		{"what may be done", "OPTIONS *" + end + "\r\n", 200},
		{"a way through", "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n\r\n", 405},
	} {
		if status, body := a.send(t, test.request); status != test.status || strings.Contains(body, "Cookie") {
			t.Errorf("%s: got status %d and %.80q, want %d", test.name, status, body, test.status)
		}
	}
}

// names: a page whose host name was made to resolve to this machine reads nothing.
func (a *attacked) names(t *testing.T) {
	t.Parallel()
	_, port, _ := net.SplitHostPort(a.address)
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:" + port: 200, "localhost.": 200, "127.0.0.1:" + port: 200, "127.1.2.3": 200, "[::1]:" + port: 200, "a.localhost": 200,
		"example.org": 421, "example.org:" + port: 421, "127.0.0.1.example.org": 421, "localhost.example.org": 421, "notlocalhost": 421, "192.168.0.1": 421, "[2001:db8::1]": 421, "0.0.0.0": 421, "localhost@example.org": 400, "": 421,
	} {
		if status, _ := a.send(t, "GET / HTTP/1.1\r\nHost: "+host+"\r\nConnection: close\r\n\r\n"); status != want {
			t.Errorf("asked as %q: got status %d, want %d", host, status, want)
		}
	}
	if status, _ := a.send(t, "GET http://example.org/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); status != 421 {
		t.Errorf("asked as a proxy: got status %d", status)
	}
}

func (a *attacked) ranges(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		ranges string
		status int
		most   int // bytes of the response
	}{
		{"bytes=1-2", 206, 2}, {"bytes=-3", 206, 3}, {"bytes=14-99", 206, 1},
		{"bytes=99-", 416, 99}, {"bytes=2-1", 416, 99}, {"bytes=a-b", 416, 99}, {"bytes=-", 416, 99}, {"lines=1-2", 416, 99},
		{"bytes=" + strings.Repeat("0-,", 2000) + "0-", 200, 15},
	} {
		if status, body := a.ask(t, "GET /", "Range: "+test.ranges); status != test.status || len(body) > test.most {
			t.Errorf("%.40s: got status %d and %d bytes, want %d and at most %d", test.ranges, status, len(body), test.status, test.most)
		}
	}
	if status, body := a.ask(t, "HEAD /assets/large.wasm"); status != 200 || body != "" {
		t.Errorf("HEAD: got status %d and %d bytes", status, len(body))
	}
}

// slow: requests that arrive a byte at a time and never end are aborted.
func (a *attacked) slow(t *testing.T) {
	t.Parallel()
	done := make(chan error)
	starts := []string{"", "G", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", "PUT / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"}
	for _, start := range starts {
		c := a.dial(t)
		go func() {
			io.WriteString(c, start)
			for range 1000 {
				if _, err := io.WriteString(c, "a"); err != nil {
					break
				}
				time.Sleep(patient / 600)
			}
		}()
		go func() {
			_, err := io.Copy(io.Discard, c)
			if n, ok := err.(net.Error); !ok || !n.Timeout() {
				err = nil // closed in either way
			}
			done <- err
		}()
	}
	for range starts {
		if err := <-done; err != nil {
			t.Errorf("the server waits for ever: %v", err)
		}
	}
}

// deaf: many clients request a large file and never read it.
func (a *attacked) deaf(t *testing.T) {
	t.Parallel()
	for range 50 {
		io.WriteString(a.dial(t), "GET /assets/large.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
	}
	if status, _ := a.ask(t, "GET /"); status != 200 {
		t.Errorf("meanwhile: got status %d", status)
	}
}

// flood: hundreds of connections that send nothing, half a request, or no more.
func (a *attacked) flood(t *testing.T) {
	for i := range 500 {
		io.WriteString(a.dial(t), []string{"", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"}[i%3])
	}
	for range 20 {
		c := a.dial(t)
		io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		c.CloseWrite()
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Errorf("whose side is closed gets no answer: %v", err)
			continue
		}
		response.Body.Close()
	}
}
