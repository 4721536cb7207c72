package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"proxynet/web/site"
	"proxynet/web/site/programs"
)

var given = flag.String("binary", "", "the command to test, of a release; without it, one is built")

// root is the root of this checkout, relative to this folder.
const root = "../.."

// scratch is the folder of the command that release built, "" if none.
var scratch string

// compiled returns the programs of a site from this checkout.
var compiled = sync.OnceValues(func() (site.Programs, error) {
	set, err := programs.Get(context.Background(), func(string) {})
	return set.Programs, err
})

// release builds the command as in a release, once for all tests.
var release = sync.OnceValues(func() (string, error) {
	if *given != "" {
		return filepath.Abs(*given)
	}
	dir, err := os.MkdirTemp("", "proxynet-release-test-*")
	if err != nil {
		return "", err
	}
	scratch = dir
	top, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	ctx := context.Background()
	p, err := compiled()
	if err != nil {
		return "", err
	}
	const quick = true
	over, err := overlay(ctx, top, dir, p, quick)
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, host().executable())
	return path, compileCommand(ctx, top, stamp{version: "v1.2.3", commit: "0123456789abcdef"}, host(), over, path)
})

func TestMain(m *testing.M) {
	flag.Parse()
	status := m.Run()
	if scratch != "" {
		os.RemoveAll(scratch)
	}
	os.Exit(status)
}

// machine simulates a computer without Go, a checkout, or anything else that programs
// read from the environment.
type machine struct {
	*testing.T
	binary string
	dir    string // working folder
}

// newMachine returns a machine with a network and its article in its folder.
func newMachine(t *testing.T) machine {
	t.Helper()
	if testing.Short() && *given == "" {
		t.Skip("it links a command of 28 MB")
	}
	binary, err := release()
	if err != nil {
		t.Fatal(err)
	}
	m := machine{t, binary, t.TempDir()}
	for _, name := range []string{"harbour.yaml", "harbour.txt"} {
		data, err := os.ReadFile(filepath.Join(root, "network/file/testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		m.write(name, data)
	}
	return m
}

func (m machine) path(name string) string { return filepath.Join(m.dir, name) }

func (m machine) write(name string, data []byte) {
	m.Helper()
	if err := os.WriteFile(m.path(name), data, 0o644); err != nil {
		m.Fatal(err)
	}
}

func (m machine) read(name string) []byte {
	m.Helper()
	data, err := os.ReadFile(m.path(name))
	if err != nil {
		m.Fatal(err)
	}
	return data
}

// command returns the command with the arguments, which are separated by spaces.
func (m machine) command(args string) *exec.Cmd {
	c := exec.Command(m.binary, strings.Fields(args)...)
	c.Dir = m.dir
	c.Env = []string{"PATH="}
	if runtime.GOOS == "windows" {
		c.Env = append(c.Env, "SYSTEMROOT="+os.Getenv("SYSTEMROOT"))
	}
	return c
}

// run runs the command and returns its output. It fails the test unless the exit status
// is want.
func (m machine) run(want int, args string) string {
	m.Helper()
	c := m.command(args)
	out, err := c.CombinedOutput()
	if c.ProcessState == nil {
		m.Fatalf("%s: %v", args, err)
	}
	if got := c.ProcessState.ExitCode(); got != want {
		m.Fatalf("%s: got status %d, want %d: %s", args, got, want, out)
	}
	return string(out)
}

// TestReleaseRunsAnywhere runs the command of a release on a machine without anything
// else.
func TestReleaseRunsAnywhere(t *testing.T) {
	m := newMachine(t)
	if said := m.run(0, "version"); !strings.Contains(said, runtime.Version()) || !strings.Contains(said, "viewer   embedded, compiled by go1.") || *given == "" && !strings.Contains(said, "proxynet v1.2.3\ncommit   0123456789abcdef\n") {
		t.Errorf("version says %q", said)
	}
	m.run(0, "new cable --article harbour.txt")
	m.run(1, "check --network cable/network.yaml") // empty so far
	if said := m.run(0, "check --network harbour.yaml --article harbour.txt"); !strings.Contains(said, "quotes: all 7 occur") {
		t.Errorf("check says %q", said)
	}
	for _, format := range []string{"json", "svg", "png", "gexf"} {
		m.run(0, "export --network harbour.yaml --format "+format+" -o harbour."+format)
	}
	m.run(0, "import harbour.gexf -o again.yaml")
	if said := m.run(0, "build --network harbour.yaml --article harbour.txt -o site --sizes"); !strings.Contains(said, "viewer (WebAssembly)") {
		t.Errorf("build prints no sizes: %q", said)
	}
	m.run(0, "build --network harbour.yaml -o lean --precompress=false")
	m.run(0, "build --network harbour.yaml --single-file -o harbour.html")

	set, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"site", "lean"} {
		viewers, err := filepath.Glob(m.path(folder + "/viewer.*.wasm"))
		if err != nil || len(viewers) != 1 {
			t.Fatalf("%s: the viewers are %v, %v", folder, viewers, err)
		}
		data, err := os.ReadFile(viewers[0])
		if err != nil || !bytes.Equal(data, set.Viewer) {
			t.Errorf("%s: the viewer is not the one that this checkout compiles to: %v", folder, err)
		}
		if !bytes.Equal(m.read(folder+"/THIRD_PARTY_NOTICES.txt"), set.Notices) {
			t.Errorf("%s: the licences are not those of a site that is built here", folder)
		}
		_, err = os.Stat(viewers[0] + ".br")
		if (err == nil) != (folder == "site") {
			t.Errorf("%s: of the compressed copy of the viewer: %v", folder, err)
		}
	}
	if page := m.read("harbour.html"); !bytes.Contains(page, []byte(`id="inline-viewer"`)) {
		t.Error("the single file holds no viewer")
	}
}

// TestReleaseServesAnywhere serves a network, and requests the page and the viewer.
func TestReleaseServesAnywhere(t *testing.T) {
	m := newMachine(t)
	c := m.command("serve --network harbour.yaml --article harbour.txt --addr 127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var problems bytes.Buffer
	c.Stderr = &problems
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer c.Process.Kill()
	var address string
	for lines := bufio.NewScanner(out); address == "" && lines.Scan(); {
		if _, rest, ok := strings.Cut(lines.Text(), "Open http://"); ok {
			address, _, _ = strings.Cut(rest, "/")
		}
	}
	if address == "" {
		t.Fatalf("it does not serve: %s", problems.String())
	}
	page := get(t, "http://"+address+"/")
	start := strings.Index(page, "viewer.")
	if start < 0 {
		t.Fatal("the page names no viewer")
	}
	name, _, _ := strings.Cut(page[start:], `"`)
	if program := get(t, "http://"+address+"/"+name); !strings.HasPrefix(program, "\x00asm") {
		t.Errorf("%s is no program: %.20q", name, program)
	}
	if said := m.run(1, "serve --network harbour.yaml --addr "+address); !strings.Contains(said, address+" is in use by another program; stop it, or choose another port") {
		t.Errorf("on a port in use it says %q", said)
	}
	if runtime.GOOS == "windows" {
		return
	}
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("interrupted, it ends with %v: %s", err, problems.String())
	}
}

func get(t *testing.T, url string) string {
	t.Helper()
	client := http.Client{Timeout: time.Minute}
	r, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", url, r.Status, err)
	}
	return string(data)
}

// TestPortInUse checks that a port in use is reported before the work, not after.
func TestPortInUse(t *testing.T) {
	m := newMachine(t)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, args := range []string{"serve --addr ", "serve --network harbour.yaml --addr "} {
		said := m.run(1, args+taken.Addr().String())
		if want := taken.Addr().String() + " is in use by another program; stop it, or choose another port: --addr 127.0.0.1:0 takes any free one\n"; said != want {
			t.Errorf("%s: it says %q, want %q", args, said, want)
		}
	}
}

// TestDamagedCommand damages the viewer embedded in the command.
func TestDamagedCommand(t *testing.T) {
	m := newMachine(t)
	data, err := os.ReadFile(m.binary)
	if err != nil {
		t.Fatal(err)
	}
	set, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(set.Viewer)
	manifest := []byte(hex.EncodeToString(sum[:]))
	for how, change := range map[string]func(data []byte){
		"the manifest names another viewer": func(data []byte) {
			at := bytes.Index(data, manifest)
			if at < 0 {
				t.Fatal("the command holds no manifest")
			}
			data[at] ^= 1
		},
		"the viewer is cut off": func(data []byte) {
			files, err := programs.Pack(set, "", "", *given == "")
			if err != nil {
				t.Fatal(err)
			}
			packed := files["viewer.wasm.br"]
			at := bytes.Index(data, packed)
			if at < 0 {
				t.Fatal("the command does not hold the viewer")
			}
			clear(data[at+len(packed)/2:][:len(packed)/2])
		},
	} {
		t.Run(how, func(t *testing.T) {
			damaged := bytes.Clone(data)
			change(damaged)
			m := machine{t, filepath.Join(t.TempDir(), "proxynet"), m.dir}
			if err := os.WriteFile(m.binary, damaged, 0o755); err != nil {
				t.Fatal(err)
			}
			for _, args := range []string{"build --network harbour.yaml -o damaged", "build --single-file --network harbour.yaml -o damaged.html"} {
				said := m.run(1, args)
				if strings.Count(said, "\n") != 1 || !strings.Contains(said, "this command is damaged: the viewer.wasm in it can't be used") {
					t.Errorf("%s: it says %q", args, said)
				}
			}
			m.holdsNoMore(t, "harbour.txt", "harbour.yaml")
		})
	}
}

// holdsNoMore checks that a folder has exactly these files.
func (m machine) holdsNoMore(t *testing.T, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := fmt.Sprint(names); got != fmt.Sprint(want) {
		t.Errorf("the folder holds %s, want %v", got, want)
	}
}
