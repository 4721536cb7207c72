package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestArchive(t *testing.T) {
	entries := []entry{{"proxynet/proxynet", []byte("binary"), true}, {"proxynet/LICENSE", []byte("MIT"), false}}
	s := stamp{version: "v1.2.3", time: time.Date(2026, 11, 27, 4, 0, 0, 0, time.UTC)}
	for _, test := range []struct {
		target target
		name   string
		unpack func(t *testing.T, data []byte) []entry
	}{
		{target{"linux", "arm64"}, "proxynet-v1.2.3-linux-arm64.tar.gz", untar},
		{target{"windows", "amd64"}, "proxynet-v1.2.3-windows-amd64.zip", unzip},
	} {
		name, data, err := archive(test.target, s, entries)
		if err != nil || name != test.name {
			t.Errorf("got %s, %v; want %s", name, err, test.name)
		}
		got := test.unpack(t, data)
		if len(got) != len(entries) {
			t.Fatalf("%s: got %d entries, want %d", name, len(got), len(entries))
		}
		for i, want := range entries {
			if got[i].name != want.name || !bytes.Equal(got[i].data, want.data) || test.target.os != "windows" && got[i].isExecutable != want.isExecutable {
				t.Errorf("%s: got %+v, want %+v", name, got[i], want)
			}
		}
		if _, again, err := archive(test.target, s, entries); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: two archives of the same files differ: %v", name, err)
		}
	}
}

func untar(t *testing.T, data []byte) []entry {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var all []entry
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry{h.Name, content, h.Mode&0o111 != 0})
	}
}

func unzip(t *testing.T, data []byte) []entry {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all []entry
	for _, f := range r.File {
		c, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry{f.Name, content, false})
	}
	return all
}

func TestParseTargets(t *testing.T) {
	for text, want := range map[string]int{"all": 6, "host": 1, "linux/amd64,windows/arm64": 2, "linux/amd64,linux/amd64": 1, "plan9/amd64": 0, "": 0} {
		got, err := parseTargets(text)
		if len(got) != want || (err == nil) != (want > 0) {
			t.Errorf("%q: got %v, %v; want %d", text, got, err, want)
		}
	}
}

func TestStampOfNoVersion(t *testing.T) {
	for _, version := range []string{"1.2.3", "v1.2", "v1.2.3 ", "latest", "v1.2.3/../x"} {
		if s, err := newStamp(t.Context(), root, version, "0123"); err == nil {
			t.Errorf("%q: got %+v", version, s)
		}
	}
	s, err := newStamp(t.Context(), root, "v1.2.3-beta.1", "0123")
	if err != nil || s.version != "v1.2.3-beta.1" || s.commit != "0123" || s.time.Year() != 1980 {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestStampBOM(t *testing.T) {
	const bom = `{"metadata":{"tools":[{"name":"t","hashes":[{"alg":"MD5"}]}],"component":{"name":"proxynet"}},"components":[{"name":"a","hashes":[{"alg":"SHA-256"}]}]}`
	got, err := stampBOM([]byte(bom), stamp{version: "v1.2.3"})
	if err != nil || !strings.Contains(string(got), `"version": "v1.2.3"`) || strings.Contains(string(got), "MD5") || !strings.Contains(string(got), "SHA-256") {
		t.Errorf("got %s, %v", got, err)
	}
	for _, other := range []string{"", "{}", `{"metadata":{"component":{"name":"other"}}}`, strings.Replace(bom, `{"name":"a","hashes":[{"alg":"SHA-256"}]}`, "", 1)} {
		if _, err := stampBOM([]byte(other), stamp{version: "v1.2.3"}); err == nil {
			t.Errorf("%s: there is no error", other)
		}
	}
}
