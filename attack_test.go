//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asCommand is a variable that makes the test's own program the command.
const asCommand = "PROXYNET_TEST_IS_COMMAND"

func TestMain(m *testing.M) {
	switch os.Getenv(asCommand) {
	case "once":
		main()
	case "forever": // until it is killed, with the arguments before and after a bar
		bar := slices.Index(os.Args, "|")
		for {
			for _, args := range [][]string{os.Args[1:bar], os.Args[bar+1:]} {
				if status := run(args, io.Discard, os.Stderr); status != exitDone {
					os.Exit(status)
				}
			}
		}
	}
	os.Exit(m.Run())
}

// command returns the command itself, to be started as a process: "once", or
// "forever".
func command(how string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asCommand+"="+how)
	return c
}

const (
	secret  = "a secret beside the site"
	large   = 32 << 20         // bytes of a file that no socket's buffer holds
	patient = 60 * time.Second // nothing that is waited for takes as long
)

// attacked is a server that runs as a process of its own.
type attacked struct {
	process *exec.Cmd
	address string // host and port
}

// attack starts a server of a site beside which there are secrets.
func attack(t *testing.T) *attacked {
	t.Helper()
	parent := t.TempDir()
	site := filepath.Join(parent, "site")
	for name, data := range map[string]string{
		"secret.txt":             secret,
		"site/index.html":        "<!doctype html>",
		"site/sub/page.html":     "<!doctype html><p>below",
		"site/assets/large.wasm": strings.Repeat("0123456789abcdef", large/16),
	} {
		path := filepath.Join(parent, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"link.txt": "../secret.txt", "out": ".."} {
		if err := os.Symlink(to, filepath.Join(site, link)); err != nil {
			t.Fatal(err)
		}
	}
	c := command("once", "serve", "--site", site, "--addr", "127.0.0.1:0")
	var faults bytes.Buffer
	c.Stderr = &faults
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill() // where it hasn't ended
		c.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	found := regexp.MustCompile(`http://([^/]+)/`).FindStringSubmatch(line)
	if found == nil {
		t.Fatalf("the server said %q, %v: %s", line, err, faults.String())
	}
	return &attacked{c, found[1]}
}

// dial opens a connection that no test waits on for ever.
func (a *attacked) dial(t *testing.T) *net.TCPConn {
	t.Helper()
	c, err := net.Dial("tcp", a.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	c.SetDeadline(time.Now().Add(patient))
	return c.(*net.TCPConn)
}

// send sends bytes as they are, and returns the answer's status and its body.
func (a *attacked) send(t *testing.T, request string) (status int, body string) {
	t.Helper()
	c := a.dial(t)
	go io.WriteString(c, request) // the server may answer, and close, before it has read all
	method, _, _ := strings.Cut(request, " ")
	response, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("no answer to %.80q: %v", request, err)
	}
	defer response.Body.Close()
	data, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(data)
}

// ask is send for a request of which only the first line is of interest.
func (a *attacked) ask(t *testing.T, line string, headers ...string) (status int, body string) {
	t.Helper()
	return a.send(t, line+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"+strings.Join(append(headers, "\r\n"), "\r\n"))
}

func TestServeUnderAttack(t *testing.T) {
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
	a.crowd(t)
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
		whole := strings.HasPrefix(path, "/?") && status == 200 && body == "<!doctype html>" // what is asked after ? is not asked for
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

// names: a page whose name was made to lead to this machine reads nothing.
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
		most   int // bytes of the answer
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

// slow: requests that come a byte at a time, and never end, are ended.
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
				err = nil // closed in this way or that
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

// deaf: many ask for a large file and read none of it.
func (a *attacked) deaf(t *testing.T) {
	t.Parallel()
	for range 50 {
		io.WriteString(a.dial(t), "GET /assets/large.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
	}
	if status, _ := a.ask(t, "GET /"); status != 200 {
		t.Errorf("meanwhile: got status %d", status)
	}
}

// crowd: hundreds of connections that say nothing, half a request, or no more.
func (a *attacked) crowd(t *testing.T) {
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

// memory returns how much the server holds, 0 where the system doesn't tell.
func memory(t *testing.T, a *attacked) int {
	t.Helper()
	if runtime.GOOS != "linux" {
		return 0
	}
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", a.process.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindSubmatch(data)
	kilobytes, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}

// TestServeEndsWell: told to stop, the server ends what it has begun, and itself.
func TestServeEndsWell(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			a := attack(t)
			for i := range 30 {
				io.WriteString(a.dial(t), []string{"", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"}[i%3])
			}
			c := a.dial(t)
			io.WriteString(c, "GET /assets/large.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
			in := bufio.NewReader(c)
			response, err := http.ReadResponse(in, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := a.process.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			for { // until nobody is let in any more
				late, err := net.Dial("tcp", a.address)
				if err != nil {
					break
				}
				late.Close()
				time.Sleep(5 * time.Millisecond)
			}
			if n, err := io.Copy(io.Discard, response.Body); n != large || err != nil {
				t.Errorf("what had begun was broken off after %d bytes: %v", n, err)
			}
			if err := a.process.Wait(); err != nil {
				t.Errorf("the server ended with %v, want status 0", err)
			}
			again, err := net.Listen("tcp", a.address)
			if err != nil {
				t.Fatalf("the port is not free: %v", err)
			}
			again.Close()
		})
	}
}

// TestUntilInterruptedLeavesEndlessWork: whatever goes on, a signal ends the command.
func TestUntilInterruptedLeavesEndlessWork(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		var told time.Time
		err := untilInterrupted(func(context.Context) error {
			told = time.Now()
			if err := syscall.Kill(os.Getpid(), signal); err != nil {
				t.Error(err)
			}
			select {} // such as a check that doesn't end
		})
		if took := time.Since(told); err != errInterrupted || took > 2*time.Second {
			t.Errorf("%v: it ended with %v after %v", signal, err, took)
		}
	}
}

// TestServeEndsWhateverItReads: a network or an article that is a pipe to which
// nobody writes holds up neither the server nor its end.
func TestServeEndsWhateverItReads(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		for _, pipe := range []string{"network.yaml", "article.txt"} {
			t.Run(signal.String()+", "+pipe, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				at := func(name string) string { return filepath.Join(dir, name) }
				for name, from := range map[string]string{"network.yaml": soundNetwork, "article.txt": soundArticle} {
					data, err := os.ReadFile(from)
					if err == nil && name == pipe {
						err = syscall.Mkfifo(at(name), 0o600)
					} else if err == nil {
						err = os.WriteFile(at(name), data, 0o600)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				c := command("once", "serve", "--network", at("network.yaml"), "--article", at("article.txt"), "--addr", "127.0.0.1:0")
				out, err := c.StdoutPipe()
				if err != nil {
					t.Fatal(err)
				}
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				defer c.Process.Kill()
				found := false
				for lines := bufio.NewScanner(out); lines.Scan(); {
					found = found || strings.Contains(lines.Text(), "not a regular file")
					if strings.HasPrefix(lines.Text(), "Open ") {
						break
					}
				}
				if !found {
					t.Error("it doesn’t say what is wrong")
				}
				told := time.Now()
				if err := c.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				go io.Copy(io.Discard, out)
				if err := c.Wait(); err != nil {
					t.Errorf("it ended with %v", err)
				}
				if took := time.Since(told); took > 2*time.Second {
					t.Errorf("it took %v to end", took)
				}
			})
		}
	}
}

// TestCheckReadsRegularFilesOnly checks that check ends at once, whatever it is given to read.
func TestCheckReadsRegularFilesOnly(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"check --network PIPE", "check --network " + soundNetwork + " --article PIPE", "check --network /dev/zero", "check --network /dev",
		"quote --article PIPE words", "new " + t.TempDir() + "/new --article PIPE", "import PIPE --format gexf", "import /dev/zero --format csv",
		"layout PIPE", "layout /dev/zero", "metrics PIPE PIPE", "export --network PIPE", "build --network PIPE -o " + t.TempDir() + "/site",
	} {
		var said strings.Builder
		started := time.Now()
		if status := run(strings.Fields(strings.ReplaceAll(args, "PIPE", pipe)), &said, &said); status != exitFault || !strings.Contains(said.String(), "not a regular file") {
			t.Errorf("%s: got status %d and %q", args, status, said.String())
		}
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%s: it took %v", args, took)
		}
	}
}
