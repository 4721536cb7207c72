//go:build unix

package test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServe_FinishesWhenInterrupted sends a signal to a server that is sending a file:
// it sends the rest, exits with status 0 and frees its port.
func TestServe_FinishesWhenInterrupted(t *testing.T) {
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
			for { // until no connection is accepted any more
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

// TestServe_StopsWhileReadingAPipe serves a network or an article that is a pipe
// without a writer: the server starts, reports the pipe, and stops on a signal.
func TestServe_StopsWhileReadingAPipe(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		for _, pipe := range []string{"network.yaml", "article.txt"} {
			t.Run(signal.String()+", "+pipe, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				at := func(name string) string { return filepath.Join(dir, name) }
				for name, from := range map[string]string{"network.yaml": soundNetwork, "article.txt": soundArticle} {
					data, err := os.ReadFile(filepath.Join(root, from))
					if err == nil && name == pipe {
						err = syscall.Mkfifo(at(name), 0o600)
					} else if err == nil {
						err = os.WriteFile(at(name), data, 0o600)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				c := command("serve", "--network", at("network.yaml"), "--article", at("article.txt"), "--addr", "127.0.0.1:0")
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
				signalled := time.Now()
				if err := c.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				go io.Copy(io.Discard, out)
				if err := c.Wait(); err != nil {
					t.Errorf("it ended with %v", err)
				}
				if took := time.Since(signalled); took > 10*time.Second {
					t.Errorf("it took %v to end", took)
				}
			})
		}
	}
}

// TestCommands_ReadRegularFilesOnly checks that each command ends at once with an error
// if it is given a pipe, a device or a folder to read.
func TestCommands_ReadRegularFilesOnly(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"check --network PIPE", "check --network " + soundNetwork + " --article PIPE", "check --network /dev/zero", "check --network /dev",
		"quote --article PIPE words", "new " + t.TempDir() + "/new --article PIPE", "import PIPE --format gexf", "import /dev/zero --format csv",
		"layout PIPE", "layout /dev/zero", "metrics PIPE PIPE", "export --network PIPE", "build --network PIPE -o " + t.TempDir() + "/site",
	} {
		started := time.Now()
		if status, stdout, stderr := run(t, strings.Fields(strings.ReplaceAll(args, "PIPE", pipe))...); status != 1 || !strings.Contains(stdout+stderr, "not a regular file") {
			t.Errorf("%s: got status %d and %q", args, status, stdout+stderr)
		}
		if took := time.Since(started); took > 30*time.Second {
			t.Errorf("%s: it took %v", args, took)
		}
	}
}
