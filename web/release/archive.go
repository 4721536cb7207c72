package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// entry is a file of an archive.
type entry struct {
	name         string
	data         []byte
	isExecutable bool
}

func (e entry) mode() int64 {
	if e.isExecutable {
		return 0o755
	}
	return 0o644
}

// archive returns the name and content of the archive for a target: zip for
// Windows, tar.gz for the others.
func archive(t target, s stamp, entries []entry) (name string, data []byte, err error) {
	name = fmt.Sprintf("proxynet-%s-%s-%s", s.version, t.os, t.arch)
	if t.os == "windows" {
		data, err = zipped(entries, s.time)
		return name + ".zip", data, err
	}
	data, err = tarred(entries, s.time)
	return name + ".tar.gz", data, err
}

// tarred returns a tar.gz archive of the entries, owned by root.
func tarred(entries []entry, modified time.Time) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(z)
	for _, e := range entries {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: e.name, Size: int64(len(e.data)), Mode: e.mode(), ModTime: modified, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// zipped returns a zip archive of the entries.
func zipped(entries []entry, modified time.Time) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		part, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: modified})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(e.data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// checksums returns the SHA-256 of files, as sha256sum --check reads them.
func checksums(files map[string][]byte) []byte {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	return []byte(b.String())
}
