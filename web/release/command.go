package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site"
	"proxynet/web/site/compile"
	"proxynet/web/site/programs"
)

// target is a platform, in Go's words.
type target struct{ os, arch string }

var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

// executable is the name of the command's file.
func (t target) executable() string {
	if t.os == "windows" {
		return "proxynet.exe"
	}
	return "proxynet"
}

// parseTargets returns the targets that a flag names.
func parseTargets(text string) ([]target, error) {
	switch text {
	case "all":
		return targets, nil
	case "host":
		return []target{host()}, nil
	}
	var list []target
	for name := range strings.SplitSeq(text, ",") {
		goos, arch, _ := strings.Cut(name, "/")
		t := target{goos, arch}
		if !slices.Contains(targets, t) {
			return nil, fmt.Errorf("there is no release for %q; the platforms are %v", name, targets)
		}
		if !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list, nil
}

func (t target) platform() compile.Platform { return compile.Platform{OS: t.os, Arch: t.arch} }

func (t target) String() string { return t.os + "/" + t.arch }

// built is the command, compiled for several platforms.
type built struct {
	targets  []target
	binaries map[target][]byte
	programs site.Programs // which the command embeds
	notices  []byte        // licences of all that is in the command
}

// commandNotices introduces the licences of the command.
var commandNotices = compile.Preamble{
	Own:    "This is proxynet, which comes under this licence.",
	Others: "It also holds software and fonts that others wrote, under these licences.",
}

// commands compiles the command for each target, with the programs of a site in it.
func commands(ctx context.Context, root string, s stamp, list []target) (built, error) {
	c := built{targets: list, binaries: map[target][]byte{}}
	var err error
	log.Print("compiling the programs of a site")
	var warning error // a release must not fall back to worse programs
	c.programs, err = compile.Programs(ctx, root, func(message string) { warning = errors.New(message) })
	if err = errors.Join(err, warning); err != nil {
		return c, err
	}
	work, err := os.MkdirTemp("", "proxynet-release-*")
	if err != nil {
		return c, err
	}
	defer os.RemoveAll(work)
	over, err := overlay(ctx, root, work, c.programs, false)
	if err != nil {
		return c, err
	}
	for _, t := range list {
		log.Print("compiling the command for ", t)
		path := filepath.Join(work, t.os+"-"+t.arch)
		if err := compileCommand(ctx, root, s, t, over, path); err != nil {
			return c, err
		}
		if c.binaries[t], err = os.ReadFile(path); err != nil {
			return c, err
		}
	}
	var platforms []compile.Platform
	for _, t := range list {
		platforms = append(platforms, t.platform())
	}
	c.notices, err = compile.Notices(ctx, root, commandNotices, platforms, ".")
	c.notices = slices.Concat(c.notices, []byte("\n\nThe sites that it makes\n=======================\n\n"), c.programs.Notices)
	return c, err
}

// overlay writes the programs of a site into the folder dir, and returns the path
// of a file by which the go command embeds them into the command (go help build,
// -overlay). The checkout stays as it is. If quick is true, the programs are
// compressed quickly, for tests.
func overlay(ctx context.Context, root, dir string, p site.Programs, quick bool) (string, error) {
	sources, err := compile.Sources(root)
	if err != nil {
		return "", err
	}
	version, err := compile.Toolchain{Root: root, Platform: compile.Browser}.Run(ctx, "env", "GOVERSION")
	if err != nil {
		return "", err
	}
	files, err := programs.Pack(p, sources, version, quick)
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := file.Write(path, data); err != nil {
			return "", err
		}
		replace[filepath.Join(root, "web", "site", "programs", "compiled", name)] = path
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, file.Write(path, list)
}

// compileCommand compiles the command for a target to the file at path, and checks
// that it holds the programs that the overlay names.
func compileCommand(ctx context.Context, root string, s stamp, t target, overlay, path string) error {
	const cli = "proxynet/web/cli"
	flags := fmt.Sprintf("-s -w -X %s.version=%s -X %s.commit=%s", cli, s.version, cli, s.commit)
	tool := compile.Toolchain{Root: root, Platform: t.platform()}
	if _, err := tool.Run(ctx, "build", "-trimpath", "-buildvcs=false", "-overlay="+overlay, "-ldflags="+flags, "-o", path, "."); err != nil {
		return fmt.Errorf("the command for %s does not compile: %w", t, err)
	}
	binary, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	manifest, err := os.ReadFile(filepath.Join(filepath.Dir(overlay), "manifest.json"))
	if err == nil && !bytes.Contains(binary, manifest) {
		err = fmt.Errorf("the command for %s does not hold the viewer", t)
	}
	return err
}
