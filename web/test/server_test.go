//go:build unix

package test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	secret  = "a secret beside the site"
	large   = 32 << 20         // bytes of a file larger than any socket's buffer
	patient = 60 * time.Second // longer than anything the tests wait for
)

// attacked is a server that runs as a process of its own.
type attacked struct {
	process *exec.Cmd
	address string // host and port
}

// attack starts a server of a site in a folder beside secret files.
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
	c := command("serve", "--site", site, "--addr", "127.0.0.1:0")
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill() // if it hasn't ended
		c.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	found := regexp.MustCompile(`http://([^/]+)/`).FindStringSubmatch(line)
	if found == nil {
		t.Fatalf("the server printed %q, %v: %s", line, err, stderr.String())
	}
	return &attacked{c, found[1]}
}

// dial opens a connection with a deadline.
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

// send sends raw bytes and returns the status and body of the response.
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

// ask sends a request with the given first line.
func (a *attacked) ask(t *testing.T, line string, headers ...string) (status int, body string) {
	t.Helper()
	return a.send(t, line+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"+strings.Join(append(headers, "\r\n"), "\r\n"))
}

// memory returns the server's memory, or 0 if the system doesn't report it.
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
